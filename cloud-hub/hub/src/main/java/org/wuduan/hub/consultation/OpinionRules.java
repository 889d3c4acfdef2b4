package org.wuduan.hub.consultation;

import static org.wuduan.contract.ConsultationState.CONCLUDED;
import static org.wuduan.contract.ConsultationState.LIVE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.wuduan.contract.Adoption;
import org.wuduan.hub.consultation.Consultation.Decided;
import org.wuduan.hub.consultation.Consultation.SubmittedOpinion;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * What is possible with opinions and the decisions about them (远程医疗服务管理规范(试行) 2018: each invited doctor gives an
 * opinion, the inviting side decides). An opinion that is not adopted stays as it was given.
 */
final class OpinionRules {
    private OpinionRules() {}

    /** Only who sits in the talk gives an opinion on it. */
    static Outcome<Consultation> submit(Consultation now, Step.SubmitOpinion opinion, Instant at) {
        if (!ConsultationRules.seatedDoctor(now, opinion.doctor())) {
            return ConsultationRules.impossible(now);
        }
        return now.opinion(opinion.id()).isPresent()
                ? Refused.field("id")
                : Outcome.of(now.change()
                        .opinion(new SubmittedOpinion(opinion.id(), opinion.doctor(), opinion.text(), at, List.of()))
                        .build());
    }

    /** During the talk or after its conclusion; a second time only as a correction of the version that was seen. */
    static Outcome<Consultation> decide(Consultation now, Step.Decide step, Instant at) {
        var found = now.opinion(step.opinion());
        if (found.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var opinion = found.get();
        if ((now.state() != LIVE && now.state() != CONCLUDED)
                || opinion.doctor().equals(now.doctor())) {
            return ConsultationRules.impossible(now);
        }
        var earlier = opinion.decision();
        if (!Objects.equals(earlier.map(Decided::version).orElse(null), step.corrects())) {
            return Refused.of(ProblemType.EDIT_CONFLICT);
        }
        boolean itsOwnId = earlier.isPresent() ? earlier.get().id().equals(step.id()) : !used(now, step.id());
        if (!itsOwnId) {
            return Refused.field("id");
        }
        if (step.reason() == null && (earlier.isPresent() || step.adoption() != Adoption.ADOPTED)) {
            return Refused.field("reason");
        }
        var next = new Decided(step.id(), opinion.decisions().size() + 1, step.adoption(), step.reason(), at);
        return Outcome.of(
                now.change().opinion(opinion.id(), one -> one.decided(next)).build());
    }

    private static boolean used(Consultation now, UUID id) {
        return now.opinions().stream()
                .anyMatch(one -> one.id().equals(id)
                        || one.decision()
                                .filter(decided -> decided.id().equals(id))
                                .isPresent());
    }
}
