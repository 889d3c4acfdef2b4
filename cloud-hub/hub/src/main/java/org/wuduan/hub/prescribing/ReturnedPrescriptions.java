package org.wuduan.hub.prescribing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Prescribed.ReturnedPrescription;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.hub.consultation.ReturnedWork;
import org.wuduan.hub.household.Households;

/**
 * Prescriptions that need their doctor once more, for the inbox: an allergy became known after the delivery and something
 * of it is left, or a pharmacist sent it back.
 */
@Component
class ReturnedPrescriptions implements ReturnedWork {
    private static final int SHOWN_MAX = 20;

    private final PrescriptionBook book;
    private final Supplies supplies;
    private final Households households;

    ReturnedPrescriptions(PrescriptionBook book, Supplies supplies, Households households) {
        this.book = book;
        this.supplies = supplies;
        this.households = households;
    }

    @Override
    public List<ReturnedPrescription> of(UUID doctor) {
        return Stream.concat(
                        book.toldTo(doctor, SHOWN_MAX).stream()
                                .filter(supplies::isLeft)
                                .map(this::told),
                        book.returnedTo(doctor, SHOWN_MAX).stream().map(this::rejected))
                .toList();
    }

    private ReturnedPrescription told(KeptPrescription kept) {
        return shown(
                kept, null, Objects.requireNonNull(kept.told(), "it was told").at());
    }

    private ReturnedPrescription rejected(KeptPrescription kept) {
        var review = Objects.requireNonNull(kept.review(), "who is rejected was reviewed");
        return shown(kept, Objects.requireNonNull(review.reason(), "a rejection has its reason"), review.at());
    }

    private ReturnedPrescription shown(KeptPrescription kept, @Nullable String reason, Instant at) {
        return new ReturnedPrescription(
                kept.id(),
                kept.consultation(),
                households.resident(kept.patient()).orElseThrow().patient(),
                reason,
                reason == null ? ReviewAgain.ALLERGY_ADDED : null,
                at);
    }
}
