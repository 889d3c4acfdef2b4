package org.wuduan.hub.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.CarePackage.Measure;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.vitals.Vitals;
import org.wuduan.hub.vitals.VitalsRecorded;

/**
 * Holds what was measured against the plans: when readings are committed, and by a round for what did not come.
 *
 * <p>What is told of a value beyond a limit, measured after the plan was accepted and not after the measure's last day,
 * for each limit apart:
 *
 * <ul>
 *   <li>The first raises an alert, which shows it and when it was measured, however late it came.
 *   <li>A later measured one that is worse (farther beyond the limit) takes its place in the alert, and opens it again
 *       where somebody had seen it. An equal or better one changes nothing.
 *   <li>What was acknowledged ends with the next value that is not beyond the limit, or when the next planned time is over;
 *       a value beyond it after that raises a new alert.
 *   <li>One that came late takes no newer value's place: it raises an alert of its own, unless an open alert shows a value
 *       that is as bad or worse, or what was told of that time was.
 *   <li>Of what a sensor sends every second, a value counts that was held: for {@link LimitRules#HELD} every one of its
 *       values was as far beyond the limit or farther.
 * </ul>
 */
@Component
class PlanWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PlanWatch.class);
    private static final long ROUND_MILLIS = 60_000;

    private final CarePlans plans;
    private final PlanAlerts alerts;
    private final Vitals vitals;
    private final Consortium consortium;
    private final PlanAudience audience;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlanWatch(
            CarePlans plans,
            PlanAlerts alerts,
            Vitals vitals,
            Consortium consortium,
            PlanAudience audience,
            Journal journal,
            TransactionTemplate transactions,
            Clock clock) {
        this.plans = plans;
        this.alerts = alerts;
        this.vitals = vitals;
        this.consortium = consortium;
        this.audience = audience;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Plans are held in the order of their patients, and streams last: two who look at once don't wait for each other. */
    @ApplicationModuleListener
    void on(VitalsRecorded recorded) {
        var changed = new HashSet<StreamName>();
        for (var patient : new TreeSet<>(recorded.patients())) {
            plans.hold(patient).ifPresent(plan -> {
                // also without an alert the plan shows another value now
                changed.add(new StreamName("plan", patient));
                if (look(plan)) {
                    changed.addAll(audience.of(plan.patient(), plan.institution()));
                }
            });
        }
        journal.touch(changed);
    }

    @Scheduled(fixedDelay = ROUND_MILLIS)
    void round() {
        plans.inForce().forEach(this::lookAgain);
    }

    /** One that can't be looked at just now is looked at in the next round, and is no other's trouble. */
    private void lookAgain(CarePlans.Plan plan) {
        try {
            transactions.executeWithoutResult(_ -> plans.hold(plan.patient())
                    .filter(this::look)
                    .ifPresent(told -> journal.touch(audience.of(told.patient(), told.institution()))));
        } catch (RuntimeException triedAgain) {
            LOG.warn(
                    "plan.look_failed plan={} fault={}",
                    plan.id(),
                    triedAgain.getClass().getSimpleName());
        }
    }

    /** Whether somebody is told of something new; the caller holds the plan. */
    boolean look(CarePlans.Plan plan) {
        var now = clock.instant();
        var zone = ZoneId.of(consortium.zone(plan.institution()));
        var signs = vitals.since(plan.patient(), plan.acceptedAt());
        boolean told = false;
        for (var measure : plan.carePackage().measures()) {
            told |= beyond(plan, measure, signs, zone);
            if (!PlanRules.isOver(measure, now, zone)) {
                told |= missing(plan, measure, signs, now);
            }
        }
        return told;
    }

    /** Also of a measure that is over: what was measured before may come later. */
    private boolean beyond(CarePlans.Plan plan, Measure measure, List<Vitals.Taken> signs, ZoneId zone) {
        var values = PlanRules.of(signs, measure.vital()).reversed().stream()
                .filter(one -> !PlanRules.isOver(measure, one.at(), zone))
                .toList();
        var known = alerts.known(plan.id(), measure.vital());
        var judged = LimitRules.judged(
                measure, values, known.stream().map(PlanAlerts.Known::told).toList());
        return alerts.keep(plan, measure, known, judged);
    }

    /** Who has seen that nothing came is told again when nothing comes for one interval more. */
    private boolean missing(CarePlans.Plan plan, Measure measure, List<Vitals.Taken> signs, Instant now) {
        var last = PlanRules.of(signs, measure.vital()).stream()
                .findFirst()
                .map(PlanRules.Measured::at)
                .orElse(plan.acceptedAt());
        var from = alerts.missedUntil(plan.id(), measure.vital())
                .filter(last::isBefore)
                .orElse(last);
        var due = PlanRules.dueAt(measure, from);
        return !due.isAfter(now) && alerts.miss(plan, measure, due);
    }
}
