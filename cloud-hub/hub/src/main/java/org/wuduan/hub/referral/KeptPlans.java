package org.wuduan.hub.referral;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Referrals.KeptHomePlan;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Plans at home to be read again, also those that were replaced or ended. */
@Service
class KeptPlans {
    private final CarePlans plans;
    private final HomeOrders orders;
    private final Consortium consortium;
    private final Access access;
    private final Audit audit;

    KeptPlans(CarePlans plans, HomeOrders orders, Consortium consortium, Access access, Audit audit) {
        this.plans = plans;
        this.orders = orders;
        this.consortium = consortium;
        this.access = access;
        this.audit = audit;
    }

    /** For who may see the patient's plan of today. */
    Outcome<KeptHomePlan> open(Actor actor, UUID id) {
        var found = plans.kept(id);
        if (found.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var kept = found.get();
        var patient = kept.plan().patient();
        return access.check(actor, Action.SEE_PLAN, new Subject.OfPatient(patient))
                .then(_ -> {
                    audit.record(Audit.Kind.OPENING, actor.id(), "open-plan", patient);
                    return Outcome.of(shown(kept));
                });
    }

    private KeptHomePlan shown(CarePlans.Kept kept) {
        var plan = kept.plan();
        var end = kept.end();
        return new KeptHomePlan(
                plan.id(),
                plan.consultation(),
                consortium.of(plan.sender()).orElseThrow(),
                consortium.of(plan.owner()).orElseThrow(),
                plan.acceptedAt(),
                orders.signature(plan),
                plan.carePackage(),
                end == null ? kept.overAt() : null,
                end == null ? null : end.shown(consortium));
    }
}
