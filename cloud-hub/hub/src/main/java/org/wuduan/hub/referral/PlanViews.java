package org.wuduan.hub.referral;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.View;
import org.wuduan.contract.View.PlanView;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.vitals.Vitals;

/** Shows the plan at home to the home, its children with the right, and its doctors. */
@Component
class PlanViews implements ViewSource {
    private final CarePlans plans;
    private final PlanAlerts alerts;
    private final ShownAlerts shown;
    private final People people;
    private final Vitals vitals;
    private final HomeOrders orders;
    private final Clock clock;

    /** Who is who. */
    @Component
    record People(Access access, Households households, Consortium consortium) {}

    PlanViews(
            CarePlans plans,
            PlanAlerts alerts,
            ShownAlerts shown,
            People people,
            Vitals vitals,
            HomeOrders orders,
            Clock clock) {
        this.plans = plans;
        this.alerts = alerts;
        this.shown = shown;
        this.people = people;
        this.vitals = vitals;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "plan";
    }

    @Override
    public Outcome<View> view(Actor actor, UUID patient) {
        return people.access()
                .permitting(actor, Action.SEE_PLAN, new Subject.OfPatient(patient))
                .then(allowed -> Outcome.of(view(allowed, patient)));
    }

    private View view(Set<Action> allowed, UUID patient) {
        var plan = plans.inForce(patient).map(this::plan);
        return new PlanView(
                people.households().resident(patient).orElseThrow().patient(),
                plan.orElse(null),
                plans.newestEnd(patient)
                        .map(end -> end.shown(people.consortium()))
                        .orElse(null),
                alerts.ofPatient(patient).stream().map(shown::shown).toList(),
                allowed.contains(Action.ACKNOWLEDGE_ALERT),
                plan.isPresent() && allowed.contains(Action.END_HOME_PLAN));
    }

    private PlanView.HomePlan plan(CarePlans.Plan plan) {
        var signs = vitals.since(plan.patient(), plan.acceptedAt());
        var now = clock.instant();
        var zone = ZoneId.of(people.consortium().zone(plan.institution()));
        var measures = plan.carePackage().measures().stream()
                .map(measure -> {
                    var newest = PlanRules.of(signs, measure.vital()).stream().findFirst();
                    return new CarePackage.Planned(
                            measure,
                            PlanRules.isOver(measure, now, zone)
                                    ? PlanRules.byValue(measure, newest)
                                    : PlanRules.standing(measure, newest, plan.acceptedAt(), now),
                            newest.map(PlanRules.Measured::value).orElse(null),
                            newest.map(PlanRules.Measured::at).orElse(null));
                })
                .toList();
        return new PlanView.HomePlan(
                plan.id(),
                plan.consultation(),
                people.consortium().of(plan.sender()).orElseThrow(),
                people.consortium().of(plan.owner()).orElseThrow(),
                plan.acceptedAt(),
                orders.signature(plan),
                plan.carePackage(),
                measures);
    }
}
