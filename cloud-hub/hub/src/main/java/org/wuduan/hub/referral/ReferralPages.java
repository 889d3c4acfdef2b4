package org.wuduan.hub.referral;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.State;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;

/**
 * A referral as those who have a part in it read it; each opening is audited, also under the patient. The head of its
 * stream is its version: a reader opens it once more only when somebody took a step.
 */
@Service
class ReferralPages {
    private final ReferralBook book;
    private final Access access;
    private final Consortium consortium;
    private final Households households;
    private final Audit audit;
    private final Journal journal;
    private final ReferralSignatures signatures;
    private final Clock clock;

    ReferralPages(
            ReferralBook book,
            Access access,
            Consortium consortium,
            Households households,
            ReferralCommands.Traces traces,
            ReferralSignatures signatures,
            Clock clock) {
        this.book = book;
        this.access = access;
        this.consortium = consortium;
        this.households = households;
        this.audit = traces.audit();
        this.journal = traces.journal();
        this.signatures = signatures;
        this.clock = clock;
    }

    Outcome<Referrals.Referral> open(Actor actor, UUID id) {
        return access.check(actor, Action.SEE_REFERRAL, new Subject.OfReferral(id))
                .then(_ -> {
                    var referral = book.find(id).orElseThrow();
                    audit.record(Audit.Kind.OPENING, actor.id(), "open-referral", id);
                    audit.record(Audit.Kind.OPENING, actor.id(), "open-referral", referral.patient());
                    return Outcome.of(page(actor.id(), referral));
                });
    }

    private Referrals.Referral page(UUID reader, ReferralCase referral) {
        var now = clock.instant();
        var actions = actions(reader, referral);
        boolean mine = reader.equals(referral.sender());
        boolean reads = !mine || referral.isFollowedAt(now);
        return new Referrals.Referral(
                lines(List.of(referral)).getFirst(),
                referral.summary(),
                referral.greenChannel(),
                referral.disease().code(),
                referral.carePackage(),
                answer(referral),
                reads ? notes(referral) : List.of(),
                referral.isFollowedAt(now) ? referral.followUntil() : null,
                referral.advice(),
                actions.contains(Referrals.Action.SEND_DOWN) ? home(referral.patient()) : null,
                signatures.of(referral),
                actions);
    }

    /** Where a package goes: who sent the patient up may have been invited from elsewhere. */
    private @Nullable NamedInstitution home(UUID patient) {
        var household = households.resident(patient).orElseThrow().household();
        return consortium
                .place(households.institutionOf(household))
                .map(Consortium.Place::institution)
                .orElse(null);
    }

    /** As lists show them. */
    List<Referrals.Line> lines(List<ReferralCase> referrals) {
        var versions =
                journal.heads(referrals.stream().map(ReferralPages::stream).toList());
        return referrals.stream()
                .map(referral -> line(referral, versions.getOrDefault(stream(referral), 0L)))
                .toList();
    }

    private static StreamName stream(ReferralCase referral) {
        return new StreamName("referral", referral.id());
    }

    private Referrals.Line line(ReferralCase referral, long version) {
        var place = consortium.place(referral.institution()).orElseThrow();
        return new Referrals.Line(
                referral.id(),
                referral.direction(),
                referral.state(),
                referral.urgency(),
                referral.greenChannel() != null,
                households.resident(referral.patient()).orElseThrow().patient(),
                referral.disease().name(),
                consortium.of(referral.sender()).orElseThrow(),
                new Referrals.Target(place.institution(), place.level(), referral.department()),
                referral.sentAt(),
                version);
    }

    private Referrals.@Nullable Reply answer(ReferralCase referral) {
        var answer = referral.answer();
        return answer == null
                ? null
                : new Referrals.Reply(
                        consortium.of(answer.doctor()).orElseThrow(),
                        answer.at(),
                        answer.on(),
                        answer.place(),
                        answer.reason());
    }

    private List<Referrals.ReferralNote> notes(ReferralCase referral) {
        return referral.notes().stream()
                .map(note -> new Referrals.ReferralNote(
                        note.id(), consortium.of(note.doctor()).orElseThrow(), note.text(), note.at()))
                .toList();
    }

    private static List<Referrals.Action> actions(UUID reader, ReferralCase referral) {
        var actions = new ArrayList<Referrals.Action>();
        boolean mine = reader.equals(referral.sender());
        if (referral.state() == State.SENT && !mine) {
            actions.add(Referrals.Action.ACCEPT);
            actions.add(Referrals.Action.DECLINE);
        }
        if (referral.acceptedBy(reader)) {
            actions.add(Referrals.Action.ADD_NOTE);
            if (referral.direction() == Direction.UP) {
                actions.add(Referrals.Action.SEND_DOWN);
            }
        }
        if (mine && referral.state() != State.DECLINED) {
            actions.add(Referrals.Action.FOLLOW);
        }
        return actions;
    }
}
