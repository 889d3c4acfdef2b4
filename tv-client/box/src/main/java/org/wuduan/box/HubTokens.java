package org.wuduan.box;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wuduan.box.HubHttp.HubAnswer;
import org.wuduan.contract.Answers.BoxChallenge;
import org.wuduan.contract.Answers.BoxToken;
import org.wuduan.contract.Commands.AskBoxChallenge;
import org.wuduan.contract.Commands.AskBoxToken;
import org.wuduan.contract.NamedHousehold;

/**
 * The box's short-lived token: asked for when needed, one exchange at a time for all who wait, renewed a minute before it
 * ends. Its remaining life is kept on the monotonic clock and within bounds, because a television box may wake up with a
 * wrong date.
 */
final class HubTokens {
    /** PROTOCOL.md §5: said only to the holder of a revoked key. */
    private static final int BOX_REMOVED = 410;

    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(1);
    private static final Duration SHORTEST_USE = Duration.ofSeconds(30);
    private static final Duration LONGEST_USE = Duration.ofMinutes(9);

    private final BoxIdentity identity;
    private final HubHttp hub;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private volatile Told told = Told.NOBODY;
    private @Nullable Held held;
    private @Nullable Future<String> underWay;

    /** @param nanos the monotonic clock, {@link System#nanoTime} */
    HubTokens(BoxIdentity identity, HubHttp hub, InstantSource clock, LongSupplier nanos) {
        this.identity = identity;
        this.hub = hub;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Who wants to know what the hub said of the box; called on any thread, and must not block. */
    interface Told {
        Told NOBODY = new Told() {
            @Override
            public boolean isEnrolled() {
                return true;
            }

            @Override
            public void belongsTo(NamedHousehold household) {}

            @Override
            public void removed(UUID boxId) {}
        };

        /** A box without a household does not ask for tokens, however often its page tries. */
        boolean isEnrolled();

        void belongsTo(NamedHousehold household);

        /** @param boxId of the box whose key the hub does not take any more */
        void removed(UUID boxId);
    }

    void tell(Told whom) {
        told = whom;
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

    /** Where the hub says that the box belongs; fails while it belongs nowhere. */
    Future<NamedHousehold> home() {
        return exchange().map(BoxToken::household);
    }

    /** What the box held is not good any more. */
    synchronized void forget() {
        held = null;
    }

    private Future<String> ask() {
        if (!told.isEnrolled()) {
            return Future.failedFuture(new IOException("the box belongs to no household"));
        }
        return exchange().map(token -> {
            told.belongsTo(token.household());
            return hold(token);
        });
    }

    private Future<BoxToken> exchange() {
        var key = identity.key();
        return hub.post("/api/box-tokens/challenges", new AskBoxChallenge(key.boxId()), Optional.empty())
                .compose(answer -> parsed(answer, BoxChallenge.class))
                .compose(challenge -> {
                    String signature = key.signChallenge(challenge.nonce());
                    var request = new AskBoxToken(key.boxId(), challenge.challengeId(), signature);
                    return hub.post("/api/box-tokens", request, Optional.empty());
                })
                .compose(answer -> {
                    if (answer.status() == BOX_REMOVED) {
                        told.removed(key.boxId());
                    }
                    return parsed(answer, BoxToken.class);
                });
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
