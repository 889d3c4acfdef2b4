package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.consultation.Consultation.Decided;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** What the case doctor may decide about whose opinion, and when. */
class OpinionRulesTest {
    private static final UUID OPINION = new UUID(4, 1);
    private static final UUID DECISION = new UUID(5, 1);

    /** The county doctor sits in and has given an opinion. */
    private final Consultation advised = Cases.done(
            Cases.done(Cases.in(ConsultationState.LIVE), new Step.AcceptInvitation(Cases.INVITATION, Cases.HOSPITAL)),
            new Step.SubmitOpinion(OPINION, Cases.COUNTY, "建议住院"));

    private static Step.Decide decide(Adoption adoption, @Nullable String reason, @Nullable Integer corrects) {
        return new Step.Decide(OPINION, DECISION, adoption, reason, corrects);
    }

    private static String said(Consultation now, Step step) {
        return switch (ConsultationRules.after(now, step, Cases.NOW)) {
            case Outcome.Done<Consultation> _ -> "done";
            case Refused<Consultation>(var problem) ->
                problem.type().replace("urn:wuduan:problem:", "")
                        + (problem.field() == null ? "" : " " + problem.field());
        };
    }

    private static List<Decided> decisions(Consultation now) {
        return now.opinion(OPINION).orElseThrow().decisions();
    }

    @Test
    void an_opinion_is_adopted_without_a_reason_and_otherwise_with_one() {
        assertThat(said(advised, decide(Adoption.ADOPTED, null, null))).isEqualTo("done");
        assertThat(said(advised, decide(Adoption.PARTLY, null, null))).isEqualTo("invalid-field reason");
        assertThat(said(advised, decide(Adoption.REJECTED, null, null))).isEqualTo("invalid-field reason");
        assertThat(said(advised, decide(Adoption.REJECTED, "家属不同意住院", null))).isEqualTo("done");
    }

    @Test
    void what_was_not_adopted_stays_as_it_was_given() {
        var decided = Cases.done(advised, decide(Adoption.REJECTED, "家属不同意住院", null));

        assertThat(decided.opinions()).hasSize(1);
        assertThat(decided.opinions().getFirst().text()).isEqualTo("建议住院");
    }

    @Test
    void a_decision_can_follow_the_conclusion() {
        var concluded = Cases.done(advised, new Step.Conclude(ConsultationOutcome.NORMAL, "多喝水"));

        assertThat(said(concluded, decide(Adoption.ADOPTED, null, null))).isEqualTo("done");
    }

    @Test
    void a_correction_names_the_version_it_puts_right_and_has_a_reason() {
        var decided = Cases.done(advised, decide(Adoption.ADOPTED, null, null));

        assertThat(said(decided, decide(Adoption.PARTLY, "药量减半", null))).isEqualTo("edit-conflict");
        assertThat(said(decided, decide(Adoption.ADOPTED, null, 1))).isEqualTo("invalid-field reason");
        var corrected = Cases.done(decided, decide(Adoption.PARTLY, "药量减半", 1));
        assertThat(said(corrected, decide(Adoption.ADOPTED, "再改", 1))).isEqualTo("edit-conflict");
        assertThat(decisions(corrected)).extracting(Decided::version).containsExactly(1, 2);
        assertThat(decisions(corrected))
                .extracting(Decided::adoption)
                .containsExactly(Adoption.ADOPTED, Adoption.PARTLY);
    }

    @Test
    void nobody_decides_about_the_own_opinion_or_one_that_does_not_exist() {
        var own = new UUID(4, 2);
        var both = Cases.done(advised, new Step.SubmitOpinion(own, Cases.DOCTOR, "观察"));

        assertThat(said(both, new Step.Decide(own, DECISION, Adoption.ADOPTED, null, null)))
                .isEqualTo("wrong-state");
        assertThat(said(both, new Step.Decide(new UUID(4, 9), DECISION, Adoption.ADOPTED, null, null)))
                .isEqualTo("not-found");
    }

    @Test
    void the_id_of_a_decision_is_its_own() {
        var decided = Cases.done(advised, decide(Adoption.ADOPTED, null, null));

        assertThat(said(advised, new Step.Decide(OPINION, OPINION, Adoption.ADOPTED, null, null)))
                .isEqualTo("invalid-field id");
        assertThat(said(decided, new Step.Decide(OPINION, new UUID(5, 2), Adoption.PARTLY, "改", 1)))
                .isEqualTo("invalid-field id");
    }

    @Test
    void an_opinion_of_before_there_were_decisions_has_none() {
        var old = WireJson.mapper()
                .readValue(
                        "{\"id\":\"%s\",\"doctor\":\"%s\",\"text\":\"观察\",\"at\":\"2026-11-22T08:00:00Z\"}"
                                .formatted(OPINION, Cases.COUNTY),
                        Consultation.SubmittedOpinion.class);

        assertThat(old.decision()).isEmpty();
    }
}
