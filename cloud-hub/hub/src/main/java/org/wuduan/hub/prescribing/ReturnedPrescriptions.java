package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Prescribed.ReturnedPrescription;
import org.wuduan.hub.consultation.ReturnedWork;
import org.wuduan.hub.household.Households;

/** Prescriptions that a pharmacist sent back, for the inbox of their doctor. */
@Component
class ReturnedPrescriptions implements ReturnedWork {
    private static final int SHOWN_MAX = 20;

    private final PrescriptionBook book;
    private final Households households;

    ReturnedPrescriptions(PrescriptionBook book, Households households) {
        this.book = book;
        this.households = households;
    }

    @Override
    public List<ReturnedPrescription> of(UUID doctor) {
        return book.returnedTo(doctor, SHOWN_MAX).stream().map(this::shown).toList();
    }

    private ReturnedPrescription shown(KeptPrescription kept) {
        var review = Objects.requireNonNull(kept.review(), "who is rejected was reviewed");
        return new ReturnedPrescription(
                kept.id(),
                kept.consultation(),
                households.resident(kept.patient()).orElseThrow().patient(),
                Objects.requireNonNull(review.reason(), "a rejection has its reason"),
                review.at());
    }
}
