package org.wuduan.hub.referral;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.vitals.PlannedLimits;

/** The limits of the plan at home that is in force. */
@Component
class HomeLimits implements PlannedLimits {
    private final CarePlans plans;
    private final Consortium consortium;
    private final Clock clock;

    HomeLimits(CarePlans plans, Consortium consortium, Clock clock) {
        this.plans = plans;
        this.consortium = consortium;
        this.clock = clock;
    }

    @Override
    public List<Limit> of(UUID patient) {
        return plans.inForce(patient).map(this::limits).orElse(List.of());
    }

    private List<Limit> limits(CarePlans.Plan plan) {
        var zone = ZoneId.of(consortium.zone(plan.institution()));
        return plan.carePackage().measures().stream()
                .filter(measure -> !PlanRules.isOver(measure, clock.instant(), zone))
                .map(measure -> new Limit(measure.vital(), measure.low(), measure.high()))
                .toList();
    }
}
