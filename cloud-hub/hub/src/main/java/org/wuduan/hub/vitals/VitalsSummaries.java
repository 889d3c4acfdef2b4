package org.wuduan.hub.vitals;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.wuduan.contract.CarePackage.Vital;
import org.wuduan.contract.LatestVitals;
import org.wuduan.contract.VitalSign;
import org.wuduan.contract.VitalsSummary;
import org.wuduan.contract.VitalsSummary.Counted;
import org.wuduan.contract.VitalsSummary.Kind;
import org.wuduan.contract.VitalsSummary.Summarised;
import org.wuduan.contract.VitalsSummary.Summed;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;

/** A patient's vital signs in short. The limits of the plan are for those who may see the plan. */
@Service
class VitalsSummaries {
    private final Vitals vitals;
    private final VitalSpans spans;
    private final PlannedLimits limits;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    VitalsSummaries(Vitals vitals, VitalSpans spans, PlannedLimits limits, Access access, Audit audit, Clock clock) {
        this.vitals = vitals;
        this.spans = spans;
        this.limits = limits;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<VitalsSummary> open(Actor actor, UUID patient) {
        return access.permitting(actor, Action.SEE_VITALS, new Subject.OfPatient(patient))
                .then(allowed -> {
                    audit.record(Audit.Kind.OPENING, actor.id(), "open-vitals", patient);
                    var planned =
                            allowed.contains(Action.SEE_PLAN) ? limits.of(patient) : List.<PlannedLimits.Limit>of();
                    return Outcome.of(summary(patient, planned));
                });
    }

    private VitalsSummary summary(UUID patient, List<PlannedLimits.Limit> planned) {
        var now = clock.instant();
        var latest = vitals.latest(patient);
        return new VitalsSummary(
                now,
                Stream.of(VitalKind.values())
                        .flatMap(kind -> newest(latest, kind).stream()
                                .map(sign -> new Summarised(
                                        word(kind),
                                        sign,
                                        vitals.device(sign.readingId()),
                                        kind.isStream() ? Counted.HOURS : Counted.READINGS,
                                        summed(new VitalSpans.Asked(patient, kind, now), planned))))
                        .toList());
    }

    private List<Summed> summed(VitalSpans.Asked asked, List<PlannedLimits.Limit> planned) {
        return vitalsOf(asked.kind()).stream()
                .map(vital -> {
                    var limit = planned.stream()
                            .filter(one -> one.vital() == vital)
                            .findFirst()
                            .orElseGet(() -> new PlannedLimits.Limit(vital, null, null));
                    return new Summed(vital, limit.low(), limit.high(), spans.of(asked, limit));
                })
                .filter(summed -> !isBeside(asked.kind(), summed.vital())
                        || summed.spans().getLast().readings() > 0)
                .toList();
    }

    /** The pulse that a cuff or an oximeter counts beside its own value; not every one does. */
    private static boolean isBeside(VitalKind kind, Vital vital) {
        return vital == Vital.HEART_RATE && kind != VitalKind.HEART_RATE;
    }

    /** A plan's heart rate is any device's, as for its alerts. */
    private static List<Vital> vitalsOf(VitalKind kind) {
        return switch (kind) {
            case BLOOD_PRESSURE -> List.of(Vital.SYSTOLIC, Vital.DIASTOLIC, Vital.HEART_RATE);
            case HEART_RATE -> List.of(Vital.HEART_RATE);
            case PULSE_OXIMETER -> List.of(Vital.OXYGEN, Vital.HEART_RATE);
            case GLUCOSE -> List.of(Vital.GLUCOSE);
            case TEMPERATURE -> List.of(Vital.TEMPERATURE);
            case WEIGHT -> List.of(Vital.WEIGHT);
        };
    }

    private static Kind word(VitalKind kind) {
        return switch (kind) {
            case BLOOD_PRESSURE -> Kind.BLOOD_PRESSURE;
            case HEART_RATE -> Kind.HEART_RATE;
            case PULSE_OXIMETER -> Kind.PULSE_OXIMETER;
            case GLUCOSE -> Kind.GLUCOSE;
            case TEMPERATURE -> Kind.TEMPERATURE;
            case WEIGHT -> Kind.WEIGHT;
        };
    }

    private static Optional<VitalSign> newest(LatestVitals latest, VitalKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case BLOOD_PRESSURE -> latest.bloodPressure();
                    case HEART_RATE -> latest.heartRate();
                    case PULSE_OXIMETER -> latest.pulseOximeter();
                    case GLUCOSE -> latest.glucose();
                    case TEMPERATURE -> latest.temperature();
                    case WEIGHT -> latest.weight();
                });
    }
}
