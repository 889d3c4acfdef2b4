package org.wuduan.hub.household;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Wearables;
import org.wuduan.contract.Wearables.FoundWearable;
import org.wuduan.contract.Wearables.Pairing;
import org.wuduan.contract.Wearables.PairingState;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** What a household says over its wearables, and what its box reports while one is being added. */
@Service
class WearableCommands {
    private static final String SAME = "yes";
    private static final String DIFFERENT = "no";

    private final Access access;
    private final Households households;
    private final HouseholdWearables wearables;
    private final WearablePairings pairings;
    private final Audit audit;

    WearableCommands(
            Access access,
            Households households,
            HouseholdWearables wearables,
            WearablePairings pairings,
            Audit audit) {
        this.access = access;
        this.households = households;
        this.wearables = wearables;
        this.pairings = pairings;
        this.audit = audit;
    }

    Outcome<Outcome.Nothing> start(Actor actor, UUID household, UUID pairing) {
        return managed(actor, household, "add-wearable", () -> pairings.start(household, pairing));
    }

    /** After a failure another one, or the same again. */
    Outcome<Outcome.Nothing> choose(Actor actor, UUID household, Wearables.ChooseWearable wish) {
        return managed(
                actor,
                household,
                "choose-wearable",
                () -> pairings.in(household, wish.pairingId(), PairingState.SEARCHING, PairingState.FAILED)
                        .then(now -> {
                            if (now.found().stream()
                                    .noneMatch(one -> one.address().equals(wish.address()))) {
                                return Refused.field("address");
                            }
                            return now.attempt() >= WearablePairings.ATTEMPTS_MAX
                                    ? Refused.of(ProblemType.LIMIT_REACHED)
                                    : pairings.keep(household, chosen(now, wish.address()));
                        }));
    }

    private static Pairing chosen(Pairing now, String address) {
        return new Pairing(
                now.id(),
                PairingState.PAIRING,
                now.expiresAt(),
                now.attempt() + 1,
                now.found(),
                address,
                null,
                null,
                null);
    }

    /** Digits where digits are asked for, and yes or no where two codes are compared. */
    Outcome<Outcome.Nothing> answer(Actor actor, UUID household, Wearables.AnswerCode wish) {
        return managed(
                actor,
                household,
                "answer-wearable-code",
                () -> pairings.in(household, wish.pairingId(), PairingState.TYPE_CODE, PairingState.COMPARE_CODE)
                        .then(now -> {
                            boolean compares =
                                    wish.answer().equals(SAME) || wish.answer().equals(DIFFERENT);
                            return compares != (now.state() == PairingState.COMPARE_CODE)
                                    ? Refused.field("answer")
                                    : pairings.keep(household, answered(now, wish.answer()));
                        }));
    }

    private static Pairing answered(Pairing now, String answer) {
        return new Pairing(
                now.id(),
                PairingState.PAIRING,
                now.expiresAt(),
                now.attempt(),
                now.found(),
                now.chosen(),
                now.code(),
                answer,
                null);
    }

    /** From the commit on the boxes of the household connect it, and what it measures is this patient's. */
    Outcome<Outcome.Nothing> add(Actor actor, UUID household, Wearables.AddWearable wish) {
        return managed(
                actor,
                household,
                "keep-wearable",
                () -> pairings.in(household, wish.pairingId(), PairingState.PAIRED)
                        .then(now -> livesHere(household, wish.patientId()).then(_ -> {
                            var device = now.found().stream()
                                    .filter(one -> one.address().equals(now.chosen()))
                                    .findFirst()
                                    .orElseThrow();
                            return wearables
                                    .add(
                                            household,
                                            new HouseholdWearables.NewWearable(
                                                    device.address(), device.model(), wish.name(), device.profiles()))
                                    .then(_ -> wearables.wear(household, device.address(), wish.patientId()))
                                    .then(_ -> pairings.keep(household, stepped(now, PairingState.ADDED)));
                        })));
    }

    private static Pairing stepped(Pairing now, PairingState state) {
        return new Pairing(
                now.id(), state, now.expiresAt(), now.attempt(), now.found(), now.chosen(), null, null, null);
    }

    Outcome<Outcome.Nothing> end(Actor actor, UUID household, UUID pairing) {
        return managed(
                actor,
                household,
                "end-wearable-pairing",
                () -> pairings.in(household, pairing, PairingState.values()).then(_ -> {
                    pairings.forget(household);
                    return Outcome.done();
                }));
    }

    Outcome<Outcome.Nothing> rename(Actor actor, UUID household, String address, String name) {
        return managed(actor, household, "name-wearable", () -> wearables.rename(household, address, name));
    }

    Outcome<Outcome.Nothing> wear(Actor actor, UUID household, String address, UUID patient) {
        return managed(
                actor,
                household,
                "change-wearer",
                () -> livesHere(household, patient).then(_ -> wearables.wear(household, address, patient)));
    }

    Outcome<Outcome.Nothing> remove(Actor actor, UUID household, String address) {
        return managed(actor, household, "remove-wearable", () -> wearables.remove(household, address));
    }

    /** By the box: what it hears while it searches, and goes on hearing while a person decides. */
    Outcome<Outcome.Nothing> found(Actor actor, UUID household, Wearables.ReportFound report) {
        return access.check(actor, Action.REPORT_WEARABLES, new Subject.OfHousehold(household))
                .then(_ -> pairings.in(household, report.pairingId(), PairingState.SEARCHING, PairingState.FAILED))
                .then(_ -> pairings.found(household, unknown(household, report.found())));
    }

    /** What another box of the household already has is nobody's new device. */
    private List<FoundWearable> unknown(UUID household, List<FoundWearable> found) {
        var known = wearables.of(household).stream()
                .map(Wearables.KnownWearable::address)
                .toList();
        return found.stream().filter(one -> !known.contains(one.address())).toList();
    }

    /** By the box: how far the bond has come. A report about an earlier choice says nothing about this one. */
    Outcome<Outcome.Nothing> report(Actor actor, UUID household, Wearables.ReportPairing report) {
        var before = report.state() == PairingState.MEASURED
                ? new PairingState[] {PairingState.ADDED}
                : new PairingState[] {
                    PairingState.PAIRING, PairingState.TYPE_CODE, PairingState.SHOW_CODE, PairingState.COMPARE_CODE
                };
        return access.check(actor, Action.REPORT_WEARABLES, new Subject.OfHousehold(household))
                .then(_ -> pairings.in(household, report.pairingId(), before))
                .then(now -> now.attempt() == report.attempt()
                        ? pairings.keep(household, reported(now, report))
                        : Refused.state(now.state().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static Pairing reported(Pairing now, Wearables.ReportPairing report) {
        return new Pairing(
                now.id(),
                report.state(),
                now.expiresAt(),
                now.attempt(),
                now.found(),
                now.chosen(),
                report.code(),
                null,
                report.failure());
    }

    private Outcome<Outcome.Nothing> livesHere(UUID household, UUID patient) {
        boolean lives = households
                .resident(patient)
                .filter(resident -> Objects.equals(resident.household(), household))
                .isPresent();
        return lives ? Outcome.done() : Refused.field("patientId");
    }

    private Outcome<Outcome.Nothing> managed(
            Actor actor, UUID household, String what, Supplier<Outcome<Outcome.Nothing>> step) {
        return access.check(actor, Action.MANAGE_WEARABLES, new Subject.OfHousehold(household))
                .then(_ -> step.get())
                .then(_ -> {
                    audit.record(Audit.Kind.WRITE, actor.id(), what, household);
                    return Outcome.done();
                });
    }
}
