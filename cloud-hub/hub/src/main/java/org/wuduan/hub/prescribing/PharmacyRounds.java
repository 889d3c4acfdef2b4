package org.wuduan.hub.prescribing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.hub.prescribing.DoseArithmetic.Counted;
import org.wuduan.hub.shared.Outcome;

/** Places orders at the pharmacy, withdraws them and looks how far they are. The pharmacy is asked outside of any transaction. */
@Component
class PharmacyRounds {
    private static final Logger LOG = LoggerFactory.getLogger(PharmacyRounds.class);
    private static final int AT_ONCE_MAX = 50;
    /** Nobody's command: what the pharmacy did. */
    private static final UUID THE_PHARMACY = new UUID(0, 0);

    private final PharmacyOrders orders;
    private final PrescriptionBook book;
    private final PrescriptionTraces traces;
    private final Pharmacy pharmacy;
    private final SignedPrescriptions signed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PharmacyRounds(
            PharmacyOrders orders,
            PrescriptionBook book,
            PrescriptionTraces traces,
            Pharmacy pharmacy,
            SignedPrescriptions signed,
            TransactionTemplate transactions,
            Clock clock) {
        this.orders = orders;
        this.book = book;
        this.traces = traces;
        this.pharmacy = pharmacy;
        this.signed = signed;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void goRound() {
        orders.due(AT_ONCE_MAX).forEach(this::lookAfter);
    }

    /** One that can't be looked after just now is found again the next time, and is no other's trouble. */
    private void lookAfter(PharmacyOrders.Kept order) {
        try {
            switch (order.state()) {
                case PLACING -> place(order);
                case WITHDRAWING -> withdraw(order);
                case UNREACHABLE -> giveUp(order);
                case PREPARING, SHIPPED, DELIVERED, OUT_OF_STOCK, REFUSED, WITHDRAWN, TOO_LATE -> follow(order);
            }
        } catch (RuntimeException triedAgain) {
            LOG.warn(
                    "pharmacy.round_failed order={} fault={}",
                    order.id(),
                    triedAgain.getClass().getSimpleName());
        }
    }

    private void place(PharmacyOrders.Kept order) {
        var prescription = book.find(order.prescription()).orElseThrow();
        // the pharmacy may have it by a try whose answer was lost, also by one that was not counted before a crash
        if (!isWanted(prescription)) {
            record(order, _ -> orders.withdraw(order));
            return;
        }
        try {
            var answer = pharmacy.place(wish(order, prescription));
            record(order, _ -> orders.answered(order, answer));
        } catch (Pharmacy.Away away) {
            LOG.warn("pharmacy.away order={} attempts={}", order.id(), order.attempts() + 1);
            record(order, now -> orders.away(order, signedUntil(now)));
        }
    }

    /** Nobody tries any more, but the pharmacy may have it: what ran out meanwhile is withdrawn. */
    private void giveUp(PharmacyOrders.Kept order) {
        record(order, now -> isWanted(now) ? orders.rests(order, signedUntil(now)) : orders.withdraw(order));
    }

    private static Instant signedUntil(KeptPrescription prescription) {
        return Objects.requireNonNull(prescription.issue()).validUntil();
    }

    /** False when it was put back or cancelled since it was found here, ran out while it waited, or is not what was signed and approved. */
    private boolean isWanted(KeptPrescription prescription) {
        return !prescription.isExpired(clock.instant()) && isApproved(prescription);
    }

    /** Also of one that ran out: what left the pharmacy before was dispensed in time. */
    private boolean isApproved(KeptPrescription prescription) {
        return prescription.state() == PrescriptionState.APPROVED
                && signed.approved(prescription) instanceof Outcome.Done<?>;
    }

    private void withdraw(PharmacyOrders.Kept order) {
        try {
            var answer = pharmacy.withdraw(order.id());
            record(order, prescription -> orders.answered(order, answer, isApproved(prescription)));
        } catch (Pharmacy.Away away) {
            LOG.warn("pharmacy.away order={} attempts={}", order.id(), order.attempts() + 1);
            record(order, now -> orders.away(order, signedUntil(now)));
        }
    }

    private void follow(PharmacyOrders.Kept order) {
        try {
            var state = pharmacy.stateOf(order.id());
            record(order, _ -> orders.moved(order, state));
        } catch (Pharmacy.Away away) {
            LOG.warn("pharmacy.away order={}", order.id());
            record(order, now -> orders.away(order, signedUntil(now)));
        }
    }

    private static Pharmacy.Wish wish(PharmacyOrders.Kept order, KeptPrescription prescription) {
        var issue = Objects.requireNonNull(prescription.issue());
        var items = new ArrayList<Pharmacy.Item>();
        for (int line = 0; line < issue.drugs().size(); line++) {
            var drug = issue.drugs().get(line);
            if (DoseArithmetic.reckon(drug, prescription.sheet().lines().get(line)) instanceof Counted counted) {
                items.add(new Pharmacy.Item(drug.code(), counted.total()));
            }
        }
        return new Pharmacy.Wish(order.id(), prescription.id(), issue.hash(), issue.validUntil(), items);
    }

    /** Keeps what was heard, if the order still stands where it stood when the pharmacy was asked. */
    private void record(PharmacyOrders.Kept asked, Function<KeptPrescription, PharmacyOrders.Kept> change) {
        transactions.executeWithoutResult(_ -> {
            var prescription = book.lock(asked.prescription()).orElseThrow();
            var before = orders.lock(asked.id())
                    .filter(now -> now.state() == asked.state() && now.attempts() == asked.attempts());
            if (before.isEmpty()) {
                return;
            }
            var after = change.apply(prescription);
            if (after.state() == asked.state()) {
                return;
            }
            boolean dispensed =
                    after.state() == PharmacyState.DELIVERED && prescription.state() == PrescriptionState.APPROVED;
            var now = dispensed ? prescription.dispensed() : prescription;
            if (dispensed) {
                book.update(now);
            }
            traces.leave(
                    THE_PHARMACY,
                    "pharmacy-" + after.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    now);
        });
    }
}
