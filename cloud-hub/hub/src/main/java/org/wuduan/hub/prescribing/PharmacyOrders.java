package org.wuduan.hub.prescribing;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wuduan.contract.PharmacyRefusal;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribed.Money;
import org.wuduan.contract.Prescribed.PharmacyOrder;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/**
 * Orders at the pharmacy, one a prescription: an order that failed is placed again under the same id, and one that was
 * withdrawn gives way to another.
 */
@Component
class PharmacyOrders {
    /** Tries before the home is told that the pharmacy can't be reached: about half a minute. */
    static final int ATTEMPTS_MAX = 5;

    /** The states of {@link #isOnItsWay} in SQL. */
    static final String ON_ITS_WAY = "('preparing', 'shipped', 'delivered', 'withdrawing', 'too_late')";

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    PharmacyOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An order as it is kept. */
    record Kept(
            UUID id,
            UUID prescription,
            PharmacyState state,
            int attempts,
            Instant changedAt,
            @Nullable Money price,
            @Nullable PharmacyRefusal refusal) {
        PharmacyOrder shown() {
            return new PharmacyOrder(id, state, attempts, changedAt, price, refusal);
        }

        private Kept with(PharmacyState to, int tries, Instant at) {
            return new Kept(id, prescription, to, tries, at, price, null);
        }
    }

    Outcome<Outcome.Nothing> place(UUID id, KeptPrescription prescription) {
        var earlier = of(prescription.id()).filter(order -> order.state() != PharmacyState.WITHDRAWN);
        if (earlier.isPresent()) {
            var state = earlier.get().state();
            if (!mayTryAgain(earlier.get())) {
                return Refused.state(state.name().toLowerCase(Locale.ROOT));
            }
            // the same id: whether the pharmacy took the first one is unknown
            keep(earlier.get().with(PharmacyState.PLACING, 0, clock.instant()), clock.instant());
            return Outcome.done();
        }
        var now = clock.instant();
        // the pharmacy takes nothing any more under the id of the one that was withdrawn
        jdbc.sql("delete from pharmacy_order where prescription = ? and id <> ?")
                .params(prescription.id(), id)
                .update();
        int added = jdbc.sql("insert into pharmacy_order (id, prescription, state, attempts, next_try_at, body)"
                        + " values (?, ?, 'placing', 0, ?, ?::jsonb) on conflict do nothing")
                .params(
                        id,
                        prescription.id(),
                        Timestamp.from(now),
                        write(new Kept(id, prescription.id(), PharmacyState.PLACING, 0, now, null, null)))
                .update();
        return added == 1 ? Outcome.done() : Refused.field("id");
    }

    private static boolean mayTryAgain(Kept order) {
        return switch (order.state()) {
            case OUT_OF_STOCK, UNREACHABLE -> true;
            // put before a pharmacist again while it waited, and approved since
            case REFUSED -> order.refusal() == PharmacyRefusal.NOT_APPROVED;
            case PLACING, PREPARING, SHIPPED, DELIVERED, WITHDRAWING, WITHDRAWN, TOO_LATE -> false;
        };
    }

    /**
     * The pharmacy has to give it up, if it has it or may have it because nobody knows. Only marked here, in the
     * transaction of whoever wants it: the rounds ask for it until the pharmacy has answered.
     */
    void withdraw(UUID prescription) {
        of(prescription)
                .filter(order -> switch (order.state()) {
                    case PLACING, UNREACHABLE, PREPARING, SHIPPED -> true;
                    case DELIVERED, OUT_OF_STOCK, REFUSED, WITHDRAWING, WITHDRAWN, TOO_LATE -> false;
                })
                .ifPresent(this::withdraw);
    }

    /** The same of an order that the caller holds. */
    Kept withdraw(Kept order) {
        var now = clock.instant();
        var next = order.with(PharmacyState.WITHDRAWING, 0, now);
        keep(next, now);
        return next;
    }

    /** Approved after all: what could no longer be withdrawn is on its way again and is looked after. */
    void goesOn(UUID prescription) {
        of(prescription)
                .filter(order -> order.state() == PharmacyState.TOO_LATE)
                .ifPresent(order -> moved(order, PharmacyState.SHIPPED));
    }

    Optional<Kept> of(UUID prescription) {
        return jdbc.sql("select body from pharmacy_order where prescription = ?")
                .param(prescription)
                .query(String.class)
                .optional()
                .map(PharmacyOrders::read);
    }

    Optional<Kept> lock(UUID id) {
        return jdbc.sql("select body from pharmacy_order where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .map(PharmacyOrders::read);
    }

    /** Whether the pharmacy has it in hand, or has not said yet that it gave it up. */
    boolean isOnItsWay(UUID prescription) {
        return of(prescription)
                .map(Kept::state)
                .filter(state -> switch (state) {
                    case PREPARING, SHIPPED, DELIVERED, WITHDRAWING, TOO_LATE -> true;
                    case PLACING, OUT_OF_STOCK, REFUSED, UNREACHABLE, WITHDRAWN -> false;
                })
                .isPresent();
    }

    /** Whether the pharmacy is asked to give it up, and has not answered. */
    boolean isBeingWithdrawn(UUID prescription) {
        return of(prescription)
                .filter(order -> order.state() == PharmacyState.WITHDRAWING)
                .isPresent();
    }

    /** Whether the pharmacy may have it in hand: it is being asked just now, or was and gave no answer. */
    boolean mayBeOnItsWay(UUID prescription) {
        return isOnItsWay(prescription)
                || of(prescription)
                        .filter(order ->
                                order.state() == PharmacyState.PLACING || order.state() == PharmacyState.UNREACHABLE)
                        .isPresent();
    }

    boolean isDelivered(UUID prescription) {
        return of(prescription)
                .filter(order -> order.state() == PharmacyState.DELIVERED)
                .isPresent();
    }

    /** Those that have to be placed, withdrawn or looked after now; what has to be stopped comes first. */
    List<Kept> due(int limit) {
        return jdbc.sql("select body from pharmacy_order where next_try_at <= ?"
                        + " order by state <> 'withdrawing', next_try_at limit ?")
                .params(Timestamp.from(clock.instant()), limit)
                .query((row, _) -> read(row.getString("body")))
                .list();
    }

    /** What the pharmacy said to an order. */
    Kept answered(Kept order, Pharmacy.Answer answer) {
        var now = clock.instant();
        var next = switch (answer) {
            case Pharmacy.Taken(var price) ->
                new Kept(
                        order.id(),
                        order.prescription(),
                        PharmacyState.PREPARING,
                        order.attempts() + 1,
                        now,
                        price,
                        null);
            case Pharmacy.OutOfStock _ -> order.with(PharmacyState.OUT_OF_STOCK, order.attempts() + 1, now);
            case Pharmacy.Declined(var why) ->
                new Kept(
                        order.id(),
                        order.prescription(),
                        PharmacyState.REFUSED,
                        order.attempts() + 1,
                        now,
                        order.price(),
                        why);
        };
        keep(next, next.state() == PharmacyState.PREPARING ? now.plus(LOOK_EVERY) : null);
        return next;
    }

    /**
     * What the pharmacy said to a withdrawal.
     *
     * @param wanted what goes on at the pharmacy is what was signed and approved
     */
    Kept answered(Kept order, Pharmacy.Withdrawal answer, boolean wanted) {
        var now = clock.instant();
        return switch (answer) {
            case Pharmacy.Withdrawn _ ->
                over(new Kept(
                        order.id(),
                        order.prescription(),
                        PharmacyState.WITHDRAWN,
                        order.attempts() + 1,
                        now,
                        null,
                        null));
            case Pharmacy.TooLate gone ->
                wanted
                        ? moved(order, gone.state())
                        : over(order.with(PharmacyState.TOO_LATE, order.attempts() + 1, now));
        };
    }

    private Kept over(Kept order) {
        keep(order, null);
        return order;
    }

    /** Another step of an order that was taken. */
    Kept moved(Kept order, PharmacyState state) {
        var now = clock.instant();
        var next = order.with(state, order.attempts(), state == order.state() ? order.changedAt() : now);
        keep(next, state == PharmacyState.DELIVERED ? null : now.plus(LOOK_EVERY));
        return next;
    }

    /**
     * The pharmacy was away: later again, or, after the last try of placing it, the home is told. A withdrawal is never
     * given up: after the last of those tries it is asked for at the longest wait.
     *
     * @param validUntil when the prescription runs out: one that was placed in vain is looked at again then
     */
    Kept away(Kept order, Instant validUntil) {
        var now = clock.instant();
        return switch (order.state()) {
            case PLACING -> {
                int tries = order.attempts() + 1;
                boolean over = tries >= ATTEMPTS_MAX;
                var next = order.with(over ? PharmacyState.UNREACHABLE : PharmacyState.PLACING, tries, now);
                keep(next, over ? validUntil : now.plus(waitAfter(tries)));
                yield next;
            }
            case WITHDRAWING -> {
                int tries = Math.min(order.attempts() + 1, ATTEMPTS_MAX);
                var next = order.with(PharmacyState.WITHDRAWING, tries, order.changedAt());
                keep(next, now.plus(waitAfter(tries)));
                yield next;
            }
            case PREPARING, SHIPPED, DELIVERED, OUT_OF_STOCK, REFUSED, UNREACHABLE, WITHDRAWN, TOO_LATE -> {
                keep(order, now.plus(LOOK_EVERY));
                yield order;
            }
        };
    }

    /** Nothing to do with it until then. */
    Kept rests(Kept order, Instant until) {
        keep(order, until);
        return order;
    }

    private static Duration waitAfter(int tries) {
        return FIRST_WAIT.multipliedBy(1L << (tries - 1));
    }

    private void keep(Kept order, @Nullable Instant nextTry) {
        jdbc.sql("update pharmacy_order set state = :state, attempts = :attempts, next_try_at = :next,"
                        + " body = :body::jsonb where id = :id")
                .param("state", order.state().name().toLowerCase(Locale.ROOT))
                .param("attempts", order.attempts())
                .param("next", nextTry == null ? null : Timestamp.from(nextTry), Types.TIMESTAMP)
                .param("body", write(order))
                .param("id", order.id())
                .update();
    }

    private static String write(Kept order) {
        return WireJson.mapper().writeValueAsString(order);
    }

    private static Kept read(String body) {
        return Objects.requireNonNull(WireJson.mapper().readValue(body, Kept.class));
    }
}
