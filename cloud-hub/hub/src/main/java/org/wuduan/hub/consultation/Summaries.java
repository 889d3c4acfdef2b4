package org.wuduan.hub.consultation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Summary;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;

/** The plain summary of a concluded consultation. */
final class Summaries {
    private Summaries() {}

    static Optional<Summary> of(Consultation consultation, Households households, Consortium consortium) {
        var conclusion = consultation.conclusion();
        var doctor = consultation.doctor();
        return conclusion == null || doctor == null
                ? Optional.empty()
                : Optional.of(new Summary(
                        consultation.id(),
                        households
                                .resident(consultation.patient())
                                .orElseThrow()
                                .patient(),
                        consortium.of(doctor).orElseThrow(),
                        conclusion.outcome(),
                        conclusion.summary(),
                        conclusion.at(),
                        understanding(consultation)));
    }

    private static Summary.@Nullable Understanding understanding(Consultation consultation) {
        var how = consultation.understanding();
        return how == null ? null : new Summary.Understanding(how.by(), how.at());
    }
}
