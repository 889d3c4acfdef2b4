package org.wuduan.hub.referral;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.record.RecordDocuments;

/** Plans at home as the record lists them: who accepted or ordered them, and where they are kept. */
@Component
class PlanDocuments implements RecordDocuments {
    private final CarePlans plans;

    PlanDocuments(CarePlans plans) {
        this.plans = plans;
    }

    @Override
    public List<Kept> of(UUID doctor, UUID patient, Place before, int limit) {
        return plans.ofPatient(patient, before, limit).stream()
                .map(PlanDocuments::kept)
                .toList();
    }

    private static Kept kept(CarePlans.Listed listed) {
        var plan = listed.plan();
        return new Kept(
                Document.Kind.HOME_PLAN,
                plan.id(),
                plan.consultation(),
                plan.acceptedAt(),
                plan.institution(),
                plan.owner(),
                listed.state(),
                Action.SEE_PLAN,
                new Subject.OfPatient(plan.patient()));
    }
}
