package org.wuduan.box;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wuduan.box.HubHttp.HubAnswer;
import org.wuduan.contract.Answers.BoxChallenge;
import org.wuduan.contract.Answers.BoxToken;
import org.wuduan.contract.Commands.AskBoxChallenge;
import org.wuduan.contract.Commands.AskBoxToken;

/**
 * The box's short-lived token: asked for when needed, one exchange at a time for all who wait, renewed a minute before it
 * ends. Its remaining life is kept on the monotonic clock and within bounds, because a television box may wake up with a
 * wrong date.
 */
final class HubTokens {
    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(1);
    private static final Duration SHORTEST_USE = Duration.ofSeconds(30);
    private static final Duration LONGEST_USE = Duration.ofMinutes(9);

    private final BoxKey key;
    private final HubHttp hub;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private @Nullable Held held;
    private @Nullable Future<String> underWay;

    /** @param nanos the monotonic clock, {@link System#nanoTime} */
    HubTokens(BoxKey key, HubHttp hub, InstantSource clock, LongSupplier nanos) {
        this.key = key;
        this.hub = hub;
        this.clock = clock;
        this.nanos = nanos;
    }

    private record Held(String token, long renewAtNanos) {
        @Override
        public String toString() {
            return "‹redacted›";
        }
    }

    /** A token that the hub should accept now; fails when the hub is away or does not know the box. */
    synchronized Future<String> token() {
        Held now = held;
        if (now != null && nanos.getAsLong() - now.renewAtNanos() < 0) {
            return Future.succeededFuture(now.token());
        }
        Future<String> exchange = underWay;
        if (exchange == null || exchange.isComplete()) {
            exchange = ask();
            underWay = exchange;
        }
        return exchange;
    }

    /** The hub refused this token; the next {@link #token} asks for a new one. */
    synchronized void refused(String token) {
        Held now = held;
        if (now != null && now.token().equals(token)) {
            held = null;
        }
    }

    private Future<String> ask() {
        return hub.post("/api/box-tokens/challenges", new AskBoxChallenge(key.boxId()), Optional.empty())
                .compose(answer -> parsed(answer, BoxChallenge.class))
                .compose(challenge -> {
                    String signature = key.signChallenge(challenge.nonce());
                    var request = new AskBoxToken(key.boxId(), challenge.challengeId(), signature);
                    return hub.post("/api/box-tokens", request, Optional.empty());
                })
                .compose(answer -> parsed(answer, BoxToken.class))
                .map(this::hold);
    }

    private synchronized String hold(BoxToken token) {
        held = new Held(
                token.token(), nanos.getAsLong() + use(token.expiresAt()).toNanos());
        return token.token();
    }

    private Duration use(Instant expiresAt) {
        Duration left = Duration.between(clock.instant(), expiresAt).minus(RENEW_BEFORE_END);
        if (left.compareTo(SHORTEST_USE) < 0) {
            return SHORTEST_USE;
        }
        return left.compareTo(LONGEST_USE) > 0 ? LONGEST_USE : left;
    }

    private static <T> Future<T> parsed(HubAnswer answer, Class<T> type) {
        if (answer.status() >= 300) {
            return Future.failedFuture(new IOException("the hub refused a token with " + answer.status()));
        }
        try {
            return Future.succeededFuture(answer.as(type));
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }
}
