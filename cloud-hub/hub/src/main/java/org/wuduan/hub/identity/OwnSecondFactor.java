package org.wuduan.hub.identity;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.AccessMessages.NewSecondFactor;
import org.wuduan.contract.AccessMessages.SecondFactorOn;
import org.wuduan.contract.AccessMessages.SecondFactorState;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The second factor in the hands of whoever is signed in. */
@Service
public class OwnSecondFactor {
    private final SecondFactors factors;
    private final Accounts accounts;
    private final Audit audit;

    OwnSecondFactor(SecondFactors factors, Accounts accounts, Audit audit) {
        this.factors = factors;
        this.accounts = accounts;
        this.audit = audit;
    }

    Outcome<SecondFactorState> state(Accounts.Person me) {
        return Outcome.of(factors.state(me.actor().id(), me.actor().kind()));
    }

    Outcome<NewSecondFactor> setUp(Accounts.Person me) {
        return factors.setUp(me.actor().id(), me.login())
                .map(Outcome::of)
                .orElseGet(() -> Refused.of(ProblemType.ACTION_NOT_ALLOWED));
    }

    Outcome<SecondFactorOn> confirm(Accounts.Person me, String code) {
        return factors.confirm(me.actor().id(), code)
                .map(codes -> Outcome.of(SecondFactorOn.ofSignedIn(codes)))
                .orElseGet(() -> Refused.of(ProblemType.WRONG_CREDENTIALS));
    }

    /** Whoever must have one keeps it. */
    @Transactional
    Outcome<Outcome.Nothing> remove(Accounts.Person me, String code) {
        return factors.required(me.actor().kind())
                ? Refused.of(ProblemType.ACTION_NOT_ALLOWED)
                : shown(me, code).then(_ -> off(me));
    }

    /** For who has lost them, or never saw them: the earlier ones are worthless from now on. */
    @Transactional
    Outcome<SecondFactorOn> renewRecoveryCodes(Accounts.Person me, String code) {
        return shown(me, code)
                .then(_ -> Outcome.of(SecondFactorOn.ofSignedIn(
                        factors.renewRecoveryCodes(me.actor().id()))));
    }

    /**
     * Whether it is a code of this person's second factor, for what asks for one again. It is taken once, and a wrong one
     * counts as at the sign-in.
     */
    @Transactional
    public Outcome<Outcome.Nothing> show(Actor actor, String code) {
        return accounts.person(actor.id())
                .map(me -> shown(me, code))
                .orElseGet(() -> Refused.of(ProblemType.NOT_SIGNED_IN));
    }

    /** The factor itself allows what is done with it; a wrong code counts as at the sign-in. */
    private Outcome<Outcome.Nothing> shown(Accounts.Person me, String code) {
        var locked = accounts.locked(me);
        if (locked.isPresent()) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, locked.get());
        }
        if (!factors.takes(me.actor().id(), code)) {
            return accounts.wrongCode(me).then(_ -> Refused.of(ProblemType.WRONG_CREDENTIALS));
        }
        // looks at the lock again: guesses sent side by side were all read before the first of them counted
        return accounts.forgive(me).then(_ -> Outcome.done());
    }

    private Outcome<Outcome.Nothing> off(Accounts.Person me) {
        factors.remove(me.actor().id());
        audit.record(
                Audit.Kind.WRITE,
                me.actor().id(),
                "second-factor-off",
                me.actor().id());
        return Outcome.done();
    }
}
