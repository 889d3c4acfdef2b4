package org.wuduan.hub.consultation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActiveConsultation;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Summary;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.ChildLists;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.vitals.Unclaimed;
import org.wuduan.hub.vitals.Vitals;

/** What the television of a household shows. */
@Component
class BoxInboxViews implements ViewSource {
    private static final int SUMMARIES_MAX = 20;

    private final Consultations consultations;
    private final Households households;
    private final Consortium consortium;
    private final Vitals vitals;
    private final DutyForHomes duty;
    private final Unclaimed unclaimed;
    private final ChildLists children;

    BoxInboxViews(
            Consultations consultations,
            Households households,
            Consortium consortium,
            Vitals vitals,
            Unclaimed unclaimed,
            ChildLists children,
            DutyForHomes duty) {
        this.unclaimed = unclaimed;
        this.children = children;
        this.consultations = consultations;
        this.households = households;
        this.consortium = consortium;
        this.vitals = vitals;
        this.duty = duty;
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public boolean serves(Actor actor) {
        return actor.kind() == ActorKind.BOX;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID id) {
        return households
                .householdOfBox(id)
                .map(household -> Outcome.of(view(household)))
                .orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
    }

    private View view(UUID household) {
        var patients = households.patientsOf(household);
        var open = patients.stream()
                .flatMap(patient -> consultations.openOf(patient.id()).stream())
                .min(Comparator.comparingInt(BoxInboxViews::urgency))
                .map(one -> new ActiveConsultation(
                        one.id(),
                        one.state(),
                        households.resident(one.patient()).orElseThrow().patient()));
        return new View.BoxInbox(
                households.household(household).orElseThrow(),
                patients.stream()
                        .map(patient -> new View.BoxInbox.Resident(
                                patient, vitals.latest(patient.id()), children.familyOf(patient.id())))
                        .toList(),
                patients.stream()
                        .flatMap(patient -> consultations.concludedOf(patient.id(), SUMMARIES_MAX).stream())
                        .flatMap(one -> Summaries.of(one, households, consortium).stream())
                        .sorted(Comparator.comparing(Summary::at).reversed())
                        .limit(SUMMARIES_MAX)
                        .toList(),
                patients.size() > 1 ? unclaimed.of(household) : List.of(),
                open.orElse(null),
                duty.nobody(household));
    }

    /** One television for two patients: a talk before a ring, a ring before a talk that was left or a mere request. */
    private static int urgency(Consultation consultation) {
        return switch (consultation.state()) {
            case LIVE -> consultation.boxSeated() ? 0 : 3;
            case CONSENTING -> 1;
            case RINGING -> 2;
            case UNANSWERED -> 4;
            case WAITING -> 5;
            case CONCLUDED, CANCELLED -> 6;
        };
    }
}
