package org.wuduan.hub.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.AccessMessages.NewSecondFactor;
import org.wuduan.contract.AccessMessages.SecondStep.Step;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The way in: the password, then the second factor of whoever has one or must have one. */
@Service
class SignIns {
    private final Accounts accounts;
    private final SecondFactors factors;
    private final HalfSessions halves;
    private final Sessions sessions;
    private final Attempts attempts;

    SignIns(Accounts accounts, SecondFactors factors, HalfSessions halves, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.halves = halves;
        this.sessions = sessions;
        this.attempts = new Attempts(IdentityLimits.FAILURES_FROM_ONE_ADDRESS_MAX, Attempts.UNBOUNDED, clock);
    }

    /** How far a right password led. */
    sealed interface Entered {}

    record In(Sessions.Opened session) implements Entered {}

    record HalfWay(HalfSessions.Half half, Step step) implements Entered {}

    /** A second factor that was confirmed on the way in. */
    record Confirmed(Sessions.Opened session, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Confirmed[" + session + "]";
        }
    }

    Outcome<Entered> password(String login, String password, Device device) {
        return SignInFigures.counted("password", enter(login, password, device));
    }

    private Outcome<Entered> enter(String login, String password, Device device) {
        return accounts.check(login, password, address(device)).then(person -> {
            var account = person.actor().id();
            if (factors.on(account)) {
                return Outcome.of(new HalfWay(halves.open(account), Step.CODE));
            }
            return factors.required(person.actor().kind())
                    ? Outcome.of(new HalfWay(halves.open(account), Step.ENROL))
                    : open(person, device).then(session -> Outcome.of(new In(session)));
        });
    }

    /** A code that is wrong counts for the lock of the login and for the address, as a wrong password does. */
    Outcome<Sessions.Opened> code(@Nullable String half, String code, Device device) {
        return SignInFigures.counted("code", enterByCode(half, code, device));
    }

    private Outcome<Sessions.Opened> enterByCode(@Nullable String half, String code, Device device) {
        var person = person(half);
        if (person.isEmpty()) {
            return Refused.of(ProblemType.SIGN_IN_OVER);
        }
        var wait = attempts.begin(address(device)).or(() -> accounts.locked(person.get()));
        if (wait.isPresent()) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, wait.get());
        }
        if (!factors.takes(person.get().actor().id(), code)) {
            return accounts.wrongCode(person.get()).then(_ -> Refused.of(ProblemType.WRONG_CREDENTIALS));
        }
        attempts.right(address(device));
        return open(person.get(), device);
    }

    /** Only whoever has none yet may set one up here: the password alone does not replace a second factor. */
    Outcome<NewSecondFactor> setUp(@Nullable String half) {
        return person(half)
                .map(person -> factors.setUp(person.actor().id(), person.login())
                        .map(Outcome::of)
                        .orElseGet(() -> Refused.of(ProblemType.ACTION_NOT_ALLOWED)))
                .orElseGet(() -> Refused.of(ProblemType.SIGN_IN_OVER));
    }

    Outcome<Confirmed> confirm(@Nullable String half, String code, Device device) {
        var person = person(half);
        if (person.isEmpty()) {
            return Refused.of(ProblemType.SIGN_IN_OVER);
        }
        return factors.confirm(person.get().actor().id(), code)
                .map(codes -> open(person.get(), device).then(session -> Outcome.of(new Confirmed(session, codes))))
                .orElseGet(() -> Refused.of(ProblemType.WRONG_CREDENTIALS));
    }

    private Optional<Accounts.Person> person(@Nullable String half) {
        return halves.account(half).flatMap(accounts::person);
    }

    private Outcome<Sessions.Opened> open(Accounts.Person person, Device device) {
        return accounts.admit(person).then(admitted -> {
            halves.end(admitted.actor().id());
            return Outcome.of(sessions.open(admitted.actor(), admitted.name(), IdentityLimits.SESSION_MAX, device));
        });
    }

    private static String address(Device device) {
        return device.address() == null ? "" : device.address();
    }
}
