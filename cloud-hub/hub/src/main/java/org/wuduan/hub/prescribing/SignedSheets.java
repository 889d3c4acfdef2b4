package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.record.RecordDocuments;

/** Signed prescriptions as the record lists them; a draft is no document. */
@Component
class SignedSheets implements RecordDocuments {
    private final PrescriptionBook book;
    private final PrescriptionPages pages;
    private final CareCases cases;

    SignedSheets(PrescriptionBook book, PrescriptionPages pages, CareCases cases) {
        this.book = book;
        this.pages = pages;
        this.cases = cases;
    }

    @Override
    public List<Kept> of(UUID doctor, UUID patient, Place before, int limit) {
        return book.signedFor(patient, cases.partsOf(doctor, patient), before, limit).stream()
                .map(this::kept)
                .toList();
    }

    private Kept kept(KeptPrescription signed) {
        return new Kept(
                Document.Kind.PRESCRIPTION,
                signed.id(),
                signed.consultation(),
                Objects.requireNonNull(signed.issue()).at(),
                signed.institution(),
                signed.doctor(),
                state(signed),
                Action.SEE_PRESCRIPTIONS,
                new Subject.OfConsultation(signed.consultation()));
    }

    private Document.State state(KeptPrescription signed) {
        return switch (pages.state(signed)) {
            case DRAFT -> throw new IllegalStateException("a signed prescription is no draft: " + signed.id());
            case AWAITING_REVIEW -> Document.State.AWAITING_REVIEW;
            case APPROVED -> Document.State.APPROVED;
            case REJECTED -> Document.State.REJECTED;
            case CANCELLED -> Document.State.CANCELLED;
            case DISPENSED -> Document.State.DISPENSED;
            case EXPIRED -> Document.State.EXPIRED;
        };
    }
}
