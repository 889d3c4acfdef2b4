package org.wuduan.hub.household;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Bindings;
import org.wuduan.contract.FamilyRight;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.household.ChildBindings.Pair;
import org.wuduan.hub.household.ChildBindings.Terms;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Attempts;
import org.wuduan.hub.identity.IdentityLimits;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** How sons and daughters are bound, what they may do, and how it ends. */
@Service
class BindingCommands {
    private final Access access;
    private final Households households;
    private final BindingCodes codes;
    private final ChildBindings bindings;
    private final Audit audit;
    private final Attempts guesses;

    BindingCommands(
            Access access,
            Households households,
            BindingCodes codes,
            ChildBindings bindings,
            Audit audit,
            Clock clock) {
        this.access = access;
        this.households = households;
        this.codes = codes;
        this.bindings = bindings;
        this.audit = audit;
        this.guesses = new Attempts(IdentityLimits.CODES_OF_ONE_PERSON_MAX, IdentityLimits.CODES_IN_ALL_MAX, clock);
    }

    /** The parent grants the usual rights on the television; everything else only the clinic grants. */
    Outcome<Outcome.Nothing> makeCode(Actor actor, Bindings.MakeBindingCode wish) {
        return permitted(actor, Action.INVITE_FAMILY, wish.patientId()).then(_ -> {
            boolean own = wish.rights() != null || wish.until() != null || wish.proof() != null;
            if (own && actor.kind() != ActorKind.REGISTRAR) {
                audit.recordDenial(actor.id(), "grant-rights", wish.patientId());
                return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
            }
            var goodFor = actor.kind() == ActorKind.REGISTRAR
                    ? IdentityLimits.CODE_OF_CLINIC_FOR
                    : IdentityLimits.ANNOUNCEMENT_FOR;
            if (!own) {
                return kept(actor, new BindingCodes.NewCode(wish.code(), wish.patientId(), null, actor.id(), goodFor));
            }
            var rights = wish.rights() == null ? List.copyOf(BindingCodes.USUAL) : wish.rights();
            return terms(rights, wish.until(), wish.proof())
                    .then(terms -> kept(
                            actor,
                            new BindingCodes.NewCode(wish.code(), wish.patientId(), terms, actor.id(), goodFor)));
        });
    }

    private Outcome<Outcome.Nothing> kept(Actor actor, BindingCodes.NewCode code) {
        return codes.keep(code).then(_ -> {
            audit.record(Audit.Kind.WRITE, actor.id(), "make-binding-code", code.patient());
            return Outcome.done();
        });
    }

    /** Who signs for a patient must have shown that they may. */
    private Outcome<Terms> terms(List<FamilyRight> rights, @Nullable Instant until, @Nullable String proof) {
        if (!codes.mayEnd(until)) {
            return Refused.field("until");
        }
        if (rights.contains(FamilyRight.PROXY_CONSENT) && (proof == null || proof.isBlank())) {
            return Refused.field("proof");
        }
        return Outcome.of(new Terms(EnumSet.copyOf(rights), until, proof));
    }

    /** Wrong codes are counted for each person. */
    Outcome<Outcome.Nothing> bind(Actor actor, Bindings.Bind wish) {
        if (actor.kind() != ActorKind.FAMILY) {
            audit.recordDenial(actor.id(), "bind", null);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        return guessed(actor.id().toString(), wish.code())
                .then(offer -> bind(actor.id(), wish.code(), wish.relation(), offer));
    }

    /** @param who guesses: a person, or the address of somebody without an account */
    Outcome<BindingCodes.Offer> guessed(String who, String code) {
        var wait = guesses.begin(who);
        if (wait.isPresent()) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, wait.get());
        }
        var offer = codes.offer(code);
        if (offer.isEmpty()) {
            return Refused.of(ProblemType.CODE_UNKNOWN);
        }
        guesses.right(who);
        return Outcome.of(offer.get());
    }

    Outcome<Outcome.Nothing> bind(UUID account, String code, String relation, BindingCodes.Offer offer) {
        var pair = new Pair(account, offer.patient());
        boolean bound = bindings.find(pair).isPresent();
        if (bound && offer.byClinic()) {
            bindings.grant(pair, offer.terms());
        }
        return (bound ? Outcome.done() : bindings.bind(pair, relation, offer.terms())).then(_ -> {
            codes.used(code, account);
            audit.record(Audit.Kind.WRITE, account, "bind", offer.patient());
            return Outcome.done();
        });
    }

    Outcome<Outcome.Nothing> grant(Actor actor, Pair pair, Bindings.GrantRights wish) {
        return permitted(actor, Action.GRANT_RIGHTS, pair.patient())
                .then(_ -> bound(pair))
                .then(kept -> terms(wish.rights(), wish.until(), wish.proof() == null ? kept.proof() : wish.proof()))
                .then(terms -> {
                    bindings.grant(pair, terms);
                    audit.record(Audit.Kind.WRITE, actor.id(), "grant-rights", pair.patient());
                    return Outcome.done();
                });
    }

    /** The parent, the clinic, or the child itself. */
    Outcome<Outcome.Nothing> end(Actor actor, Pair pair) {
        boolean leaves = actor.kind() == ActorKind.FAMILY && actor.id().equals(pair.account());
        var may = leaves ? Outcome.done() : permitted(actor, Action.END_BINDING, pair.patient());
        return may.then(_ -> bound(pair)).then(_ -> {
            bindings.end(pair, actor.id());
            audit.record(Audit.Kind.WRITE, actor.id(), leaves ? "leave-binding" : "end-binding", pair.patient());
            return Outcome.done();
        });
    }

    private Outcome<ChildBindings.Kept> bound(Pair pair) {
        return bindings.find(pair).map(Outcome::of).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
    }

    /** A patient who does not exist is in nobody's household. */
    Outcome<Outcome.Nothing> permitted(Actor actor, Action action, UUID patient) {
        var household =
                households.resident(patient).map(Households.Resident::household).orElse(patient);
        return access.check(actor, action, new Subject.OfHousehold(household));
    }
}
