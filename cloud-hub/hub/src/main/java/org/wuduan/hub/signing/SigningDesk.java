package org.wuduan.hub.signing;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.Signing.SetUpSigningKey;
import org.wuduan.contract.Signing.SigningKey;
import org.wuduan.contract.Signing.SigningState;
import org.wuduan.contract.Signing.UnlockSigningKey;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.OwnSecondFactor;
import org.wuduan.hub.identity.SecondFactors;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;

/** The own signing key in the hands of whoever is signed in. Nothing here is one transaction: wrong PINs and codes count. */
@Service
class SigningDesk {
    private final SigningKeys keys;
    private final UnlockedKeys unlocked;
    private final PinLock pins;
    private final Factor factor;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** The second factor of people. */
    @Service
    record Factor(SecondFactors factors, OwnSecondFactor own) {}

    SigningDesk(
            SigningKeys keys,
            UnlockedKeys unlocked,
            PinLock pins,
            Factor factor,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.keys = keys;
        this.unlocked = unlocked;
        this.pins = pins;
        this.factor = factor;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    SigningState state(SignedIn me) {
        var account = me.actor().id();
        var key = keys.inUse(account).map(this::shown).orElse(null);
        var until = unlocked.of(me.sessionId())
                .filter(one -> key != null && one.key().equals(key.id()))
                .map(UnlockedKeys.Unlocked::until)
                .orElse(null);
        return new SigningState(factor.factors().on(account), key, until);
    }

    private SigningKey shown(SigningKeys.Key key) {
        var refused = Optional.ofNullable(key.refusedUntil())
                .filter(until -> until.isAfter(clock.instant()))
                .orElse(null);
        return new SigningKey(key.id(), key.algorithm(), key.fingerprint(), key.from(), refused);
    }

    /** Makes a key, and unlocks it for this session: PIN and code were just given. */
    Outcome<SigningState> setUp(SignedIn me, SetUpSigningKey wish) {
        if (SigningPin.tooEasy(wish.pin())) {
            return Refused.of(ProblemType.PIN_TOO_EASY);
        }
        var inUse = keys.inUse(me.actor().id());
        var seen = inUse.map(SigningKeys.Key::id).orElse(null);
        if (!Objects.equals(seen, wish.replaces())) {
            return Refused.of(ProblemType.EDIT_CONFLICT);
        }
        return shownFactor(me, wish.code()).then(_ -> make(me, wish.pin(), inUse.orElse(null)));
    }

    private Outcome<SigningState> make(SignedIn me, String pin, SigningKeys.@Nullable Key replaced) {
        var account = me.actor().id();
        var id = Uuid7.at(clock.instant());
        var signer = Ed25519Signer.withNewKey();
        var underPin = pins.lock(signer.privateKey(), pin, id);
        if (!kept(new NewKey(id, account, signer, underPin), replaced)) {
            return Refused.of(ProblemType.EDIT_CONFLICT);
        }
        unlocked.lockAllOf(account);
        unlocked.unlock(me.sessionId(), account, id, signer);
        return Outcome.of(state(me));
    }

    private record NewKey(UUID id, UUID account, Signer signer, byte[] underPin) {}

    /** @return whether nobody else made one meanwhile */
    private boolean kept(NewKey key, SigningKeys.@Nullable Key replaced) {
        try {
            return Boolean.TRUE.equals(transactions.execute(transaction -> {
                if (replaced != null && !keys.retire(replaced)) {
                    return false;
                }
                keys.add(key.id(), key.account(), key.signer(), key.underPin());
                var action = replaced == null ? "set-up-signing-key" : "replace-signing-key";
                audit.record(Audit.Kind.WRITE, key.account(), action, key.id());
                return true;
            }));
        } catch (DuplicateKeyException anotherIsInUse) {
            return false;
        }
    }

    /** The PIN first: a code is good once, and must not be spent on a mistyped PIN. */
    Outcome<SigningState> unlock(SignedIn me, UnlockSigningKey wish) {
        var key = keys.inUse(me.actor().id());
        if (key.isEmpty()) {
            return Refused.of(ProblemType.SIGNING_KEY_MISSING);
        }
        return opened(me, key.get(), wish.pin())
                .then(signer -> shownFactor(me, wish.code()).then(_ -> unlocked(me, key.get(), signer)));
    }

    private Outcome<SigningState> unlocked(SignedIn me, SigningKeys.Key key, Signer signer) {
        audit.record(Audit.Kind.WRITE, key.account(), "unlock-signing-key", key.id());
        unlocked.unlock(me.sessionId(), key.account(), key.id(), signer);
        return Outcome.of(state(me));
    }

    private Outcome<Signer> opened(SignedIn me, SigningKeys.Key key, String pin) {
        var wait = keys.beginTrial(key);
        if (wait.isPresent()) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, wait.get());
        }
        var opened = pins.open(keys.underPin(key), pin, key.id());
        if (opened.isEmpty()) {
            audit.recordDenial(me.actor().id(), "wrong-signing-pin", key.id());
            return keys.refusedFor(key)
                    .<Outcome<Signer>>map(refused -> Refused.retryAfter(ProblemType.LOCKED_OUT, refused))
                    .orElseGet(() -> Refused.of(ProblemType.WRONG_PIN));
        }
        keys.rightPin(key);
        return Outcome.of(Ed25519Signer.of(opened.get(), key.publicKey()));
    }

    private Outcome<Outcome.Nothing> shownFactor(SignedIn me, String code) {
        return factor.factors().on(me.actor().id())
                ? factor.own().show(me.actor(), code)
                : Refused.of(ProblemType.SECOND_FACTOR_MISSING);
    }

    SigningState lock(SignedIn me) {
        unlocked.lock(me.sessionId());
        return state(me);
    }
}
