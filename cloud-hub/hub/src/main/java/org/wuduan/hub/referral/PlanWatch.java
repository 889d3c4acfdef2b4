package org.wuduan.hub.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.CarePackage.Alert;
import org.wuduan.contract.CarePackage.Measure;
import org.wuduan.contract.VitalSign;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.vitals.Vitals;
import org.wuduan.hub.vitals.VitalsRecorded;

/** Holds what was measured against the plans: when readings are committed, and by a round for what did not come. */
@Component
class PlanWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PlanWatch.class);
    private static final long ROUND_MILLIS = 60_000;

    private final CarePlans plans;
    private final PlanAlerts alerts;
    private final Vitals vitals;
    private final Consortium consortium;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlanWatch(
            CarePlans plans,
            PlanAlerts alerts,
            Vitals vitals,
            Consortium consortium,
            Journal journal,
            TransactionTemplate transactions,
            Clock clock) {
        this.plans = plans;
        this.alerts = alerts;
        this.vitals = vitals;
        this.consortium = consortium;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(VitalsRecorded recorded) {
        recorded.patients()
                .forEach(patient -> plans.inForce(patient).ifPresent(plan -> {
                    var told = look(plan);
                    // also without an alert the plan shows another value now
                    journal.touch(told ? concernedBy(plan) : List.of(new StreamName("plan", patient)));
                }));
    }

    @Scheduled(fixedDelay = ROUND_MILLIS)
    void round() {
        plans.inForce().forEach(this::lookAgain);
    }

    /** One that can't be looked at just now is looked at in the next round, and is no other's trouble. */
    private void lookAgain(CarePlans.Plan plan) {
        try {
            transactions.executeWithoutResult(_ -> {
                if (look(plan)) {
                    journal.touch(concernedBy(plan));
                }
            });
        } catch (RuntimeException triedAgain) {
            LOG.warn(
                    "plan.look_failed referral={} fault={}",
                    plan.referral(),
                    triedAgain.getClass().getSimpleName());
        }
    }

    /** Whether somebody is told of something new. */
    private boolean look(CarePlans.Plan plan) {
        var now = clock.instant();
        var zone = ZoneId.of(consortium.zone(plan.institution()));
        var signs = vitals.since(plan.patient(), plan.acceptedAt());
        boolean told = false;
        for (var measure : plan.carePackage().measures()) {
            if (!PlanRules.isOver(measure, now, zone)) {
                told |= beyond(plan, measure, signs);
                told |= missing(plan, measure, signs, now);
            }
        }
        return told;
    }

    private boolean beyond(CarePlans.Plan plan, Measure measure, List<VitalSign> signs) {
        var told = alerts.toldUntil(plan.referral(), measure.vital(), Alert.Kind.BEYOND)
                .orElse(Instant.EPOCH);
        return PlanRules.of(signs, measure.vital()).stream()
                .filter(one -> one.at().isAfter(told) && PlanRules.isBeyond(measure, one.value()))
                .findFirst()
                .filter(one -> alerts.raise(plan, measure, one.value(), one.at()))
                .isPresent();
    }

    /** Who has seen that nothing came is told again when nothing comes for one interval more. */
    private boolean missing(CarePlans.Plan plan, Measure measure, List<VitalSign> signs, Instant now) {
        var last = PlanRules.of(signs, measure.vital()).stream()
                .findFirst()
                .map(PlanRules.Measured::at)
                .orElse(plan.acceptedAt());
        var from = alerts.missedUntil(plan.referral(), measure.vital())
                .filter(last::isBefore)
                .orElse(last);
        var due = PlanRules.dueAt(measure, from);
        return !due.isAfter(now) && alerts.raise(plan, measure, null, due);
    }

    private HashSet<StreamName> concernedBy(CarePlans.Plan plan) {
        var streams = new HashSet<StreamName>();
        streams.add(new StreamName("plan", plan.patient()));
        consortium
                .firstContactDoctors(plan.institution())
                .forEach(doctor -> streams.add(new StreamName("referrals", doctor)));
        return streams;
    }
}
