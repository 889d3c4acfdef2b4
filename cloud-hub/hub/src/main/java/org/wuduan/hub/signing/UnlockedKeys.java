package org.wuduan.hub.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wuduan.hub.identity.SessionEnded;

/** Keys that a PIN and a second factor have opened, each for one session; in memory alone, so that a restart forgets them. */
@Component
class UnlockedKeys {
    private final Map<UUID, Unlocked> bySession = new ConcurrentHashMap<>();
    private final Clock clock;

    UnlockedKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param used when it was unlocked or last signed */
    record Unlocked(UUID account, UUID key, Signer signer, Instant used) {
        Instant until() {
            return used.plus(SigningLimits.UNLOCKED_FOR);
        }

        @Override
        public String toString() {
            return "Unlocked[" + key + "]";
        }
    }

    Unlocked unlock(UUID session, UUID account, UUID key, Signer signer) {
        var unlocked = new Unlocked(account, key, signer, clock.instant());
        bySession.put(session, unlocked);
        return unlocked;
    }

    Optional<Unlocked> of(UUID session) {
        return Optional.ofNullable(bySession.get(session))
                .filter(one -> one.until().isAfter(clock.instant()));
    }

    void used(UUID session) {
        var now = clock.instant();
        bySession.computeIfPresent(session, (_, one) -> new Unlocked(one.account(), one.key(), one.signer(), now));
    }

    void lock(UUID session) {
        bySession.remove(session);
    }

    /** In whatever session. */
    void lockAllOf(UUID account) {
        bySession.values().removeIf(one -> one.account().equals(account));
    }

    @EventListener
    void on(SessionEnded ended) {
        lock(ended.sessionId());
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forgetUnused() {
        bySession.values().removeIf(one -> !one.until().isAfter(clock.instant()));
    }
}
