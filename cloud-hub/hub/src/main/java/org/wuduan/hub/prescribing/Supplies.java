package org.wuduan.hub.prescribing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.prescribing.DoseArithmetic.Counted;

/**
 * What prescriptions bring a patient to take: signed ones that may still come to the home, and delivered ones whose days,
 * counted from the delivery, are not over.
 */
@Component
class Supplies {
    /** Longer ago, nothing that was delivered is left of the longest supply that the law allows. */
    private static final Duration LONGEST = Duration.ofDays(SupplyRules.LONG_TERM_DAYS_MAX);

    private final PrescriptionBook book;
    private final PharmacyOrders orders;
    private final Consortium consortium;
    private final Clock clock;

    Supplies(PrescriptionBook book, PharmacyOrders orders, Consortium consortium, Clock clock) {
        this.book = book;
        this.orders = orders;
        this.consortium = consortium;
        this.clock = clock;
    }

    /**
     * What the patient takes by other prescriptions than the one that is looked at and the one that it replaces.
     *
     * @param prescription the one that is looked at; null before it is kept
     */
    List<Course.Elsewhere> beside(PrescriptionSheet sheet, @Nullable UUID prescription) {
        return book.takenBy(sheet.patientId(), clock.instant().minus(LONGEST)).stream()
                .filter(kept -> !kept.id().equals(prescription) && !kept.id().equals(sheet.replaces()))
                .flatMap(this::lines)
                .toList();
    }

    /** Delivered ones of which something is left. */
    List<KeptPrescription> atHome(UUID patient) {
        return book.takenBy(patient, clock.instant().minus(LONGEST)).stream()
                .filter(kept -> kept.state() == PrescriptionState.DISPENSED && isLeft(kept))
                .toList();
    }

    /** Whether it was delivered and the days of one of its medicines are not over. */
    boolean isLeft(KeptPrescription kept) {
        return delivered(kept)
                .filter(at -> IntStream.range(0, kept.sheet().lines().size()).anyMatch(line -> isLeft(kept, line, at)))
                .isPresent();
    }

    private Stream<Course.Elsewhere> lines(KeptPrescription kept) {
        var issue = Objects.requireNonNull(kept.issue(), "what is taken was signed");
        var delivered = delivered(kept);
        boolean mayCome = !kept.isExpired(clock.instant()) || orders.mayBeOnItsWay(kept.id());
        var day = LocalDate.ofInstant(issue.at(), ZoneId.of(consortium.zone(kept.institution())));
        return IntStream.range(0, issue.drugs().size())
                .filter(line -> delivered.map(at -> isLeft(kept, line, at)).orElse(mayCome))
                .boxed()
                .flatMap(line -> {
                    var drug = issue.drugs().get(line);
                    return DoseArithmetic.reckon(drug, kept.sheet().lines().get(line)) instanceof Counted counted
                            ? Stream.of(new Course.Elsewhere(kept.id(), day, drug, counted.milligramsADay()))
                            : Stream.empty();
                });
    }

    private Optional<Instant> delivered(KeptPrescription kept) {
        return orders.of(kept.id())
                .filter(order -> order.state() == PharmacyState.DELIVERED)
                .map(PharmacyOrders.Kept::changedAt);
    }

    private boolean isLeft(KeptPrescription kept, int line, Instant delivered) {
        var days = Duration.ofDays(kept.sheet().lines().get(line).days());
        return clock.instant().isBefore(delivered.plus(days));
    }
}
