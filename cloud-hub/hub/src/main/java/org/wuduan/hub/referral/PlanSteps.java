package org.wuduan.hub.referral;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Referrals;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** What is done with a plan at home, and who sees that it changed. */
@Service
class PlanSteps {
    private final CarePlans plans;
    private final HomeOrders orders;
    private final PlanAlerts alerts;
    private final PlanWatch watch;
    private final Access access;
    private final HomeOrders.Home home;
    private final PlanAudience audience;
    private final ReferralCommands.Traces traces;
    private final Clock clock;

    /** In the journal: nothing took the plan's place. */
    record PlanEnded(UUID plan, UUID patient, String reason) {
        @Override
        public String toString() {
            return "PlanEnded[" + plan + " ‹redacted›]";
        }
    }

    PlanSteps(
            CarePlans plans,
            HomeOrders orders,
            PlanAlerts alerts,
            PlanWatch watch,
            Access access,
            HomeOrders.Home home,
            PlanAudience audience,
            ReferralCommands.Traces traces,
            Clock clock) {
        this.plans = plans;
        this.orders = orders;
        this.alerts = alerts;
        this.watch = watch;
        this.access = access;
        this.home = home;
        this.audience = audience;
        this.traces = traces;
        this.clock = clock;
    }

    Outcome<Outcome.Nothing> order(Actor actor, UUID consultation, Referrals.OrderHomePlan wish) {
        return orders.order(actor, consultation, wish).then(plan -> written(actor, plan.patient(), plan));
    }

    /** First its alerts are acknowledged: without a plan nobody keeps them any more. */
    Outcome<Outcome.Nothing> end(Actor actor, UUID id, String reason) {
        var found = plans.find(id);
        if (found.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var patient = found.get().patient();
        return access.check(actor, Action.END_HOME_PLAN, new Subject.OfPatient(patient))
                .then(_ -> ended(patient, id, new CarePlans.End(actor.id(), clock.instant(), reason)))
                .then(_ -> {
                    traces.audit().record(Audit.Kind.WRITE, actor.id(), "end-home-plan", patient);
                    return written(actor, patient, new PlanEnded(id, patient, reason));
                });
    }

    /** What was measured until now is looked at first: of what is found after the end nobody is told. */
    private Outcome<Outcome.Nothing> ended(UUID patient, UUID id, CarePlans.End end) {
        var plan = plans.hold(patient).filter(held -> held.id().equals(id));
        if (plan.isEmpty()) {
            return Refused.state("replaced");
        }
        if (watch.look(plan.get())) {
            traces.journal().touch(shownTo(patient));
        }
        if (alerts.isOpen(patient)) {
            return Refused.state("alerts-open");
        }
        plans.end(id, end);
        return Outcome.done();
    }

    Outcome<Outcome.Nothing> acknowledge(Actor actor, UUID id) {
        var alert = alerts.find(id);
        if (alert.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var patient = alert.get().patient();
        return access.check(actor, Action.ACKNOWLEDGE_ALERT, new Subject.OfPatient(patient))
                .then(_ -> alerts.acknowledge(id, actor.id(), side(actor))
                        ? Outcome.done()
                        : Refused.state("acknowledged"))
                .then(_ -> {
                    traces.audit().record(Audit.Kind.WRITE, actor.id(), "acknowledge-alert", patient);
                    traces.journal().touch(shownTo(patient));
                    return Outcome.done();
                });
    }

    private Outcome<Outcome.Nothing> written(Actor actor, UUID patient, Object what) {
        traces.journal().append(new StreamName("plan", patient), actor.id(), what);
        traces.journal().touch(shownTo(patient));
        return Outcome.done();
    }

    private static PlanAlerts.Side side(Actor actor) {
        return actor.kind() == ActorKind.DOCTOR ? PlanAlerts.Side.DOCTORS : PlanAlerts.Side.FAMILY;
    }

    private Set<StreamName> shownTo(UUID patient) {
        return audience.of(patient, home.institution(patient));
    }
}
