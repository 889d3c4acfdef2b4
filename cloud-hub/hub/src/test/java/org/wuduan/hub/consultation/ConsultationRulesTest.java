package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.RingOutcome;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.consultation.Consultation.Cancellation;
import org.wuduan.hub.consultation.Consultation.Cancellation.By;
import org.wuduan.hub.consultation.Consultation.Cancellation.Why;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** Every state × every step. */
class ConsultationRulesTest {
    /** What each step leads to: the next state, or ! and the refusal; columns in the order of the states. */
    private static final String TABLE = """
            step              waiting      ringing       unanswered    consenting    live          concluded     cancelled
            accept            ringing      !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state
            ring-again        !wrong-state !wrong-state  ringing       !wrong-state  !wrong-state  !wrong-state  !wrong-state
            end-ring          !wrong-state unanswered    !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state
            answer            !wrong-state consenting    !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state
            agree             !wrong-state !wrong-state  !wrong-state  live          !wrong-state  !wrong-state  !wrong-state
            refuse            !wrong-state !wrong-state  !wrong-state  cancelled     !wrong-state  !wrong-state  !wrong-state
            withdraw-patient  !wrong-state !wrong-state  !wrong-state  !wrong-state  cancelled     !wrong-state  !wrong-state
            withdraw-proxy    !wrong-state !wrong-state  !wrong-state  !wrong-state  cancelled     !wrong-state  !wrong-state
            cancel-by-patient cancelled    cancelled     cancelled     cancelled     !wrong-state  !wrong-state  !wrong-state
            cancel-by-family  cancelled    cancelled     cancelled     cancelled     !wrong-state  !wrong-state  !wrong-state
            cancel-by-doctor  !wrong-state !wrong-state  cancelled     !wrong-state  !wrong-state  !wrong-state  !wrong-state
            join-box          !wrong-state !wrong-state  !wrong-state  !wrong-state  live          !wrong-state  !wrong-state
            join-child        !wrong-state !wrong-state  !wrong-state  !wrong-state  live          !wrong-state  !wrong-state
            join-rung         !wrong-state !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state
            leave-box         !wrong-state !wrong-state  !wrong-state  !wrong-state  live          !wrong-state  !wrong-state
            leave-stranger    !wrong-state !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state
            invite            !wrong-state !wrong-state  !wrong-state  !wrong-state  live          !wrong-state  !wrong-state
            invite-again      !wrong-state !wrong-state  !wrong-state  !wrong-state  !already-invited !wrong-state !wrong-state
            invite-self       !wrong-state !wrong-state  !wrong-state  !wrong-state  !already-invited !wrong-state !wrong-state
            invite-same-id    !wrong-state !wrong-state  !wrong-state  !wrong-state  !invalid-field !wrong-state  !wrong-state
            follow            !wrong-state !wrong-state  !wrong-state  !wrong-state  live          !wrong-state  !wrong-state
            follow-rung       !wrong-state !wrong-state  !wrong-state  !wrong-state  !already-invited !wrong-state !wrong-state
            follow-self       !wrong-state !wrong-state  !wrong-state  !wrong-state  !already-invited !wrong-state !wrong-state
            follow-same-id    !wrong-state !wrong-state  !wrong-state  !wrong-state  !invalid-field !wrong-state  !wrong-state
            accept-invited    !not-found   !not-found    !not-found    !not-found    live          !wrong-state  !not-found
            decline-invited   !not-found   !not-found    !not-found    !not-found    live          !wrong-state  !not-found
            withdraw-invited  !not-found   !not-found    !not-found    !not-found    live          !wrong-state  !not-found
            opinion           !wrong-state !wrong-state  !wrong-state  !wrong-state  live          !wrong-state  !wrong-state
            opinion-unseated  !wrong-state !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state  !wrong-state
            decide            !not-found   !not-found    !not-found    !not-found    !not-found    !not-found    !not-found
            conclude          !wrong-state !wrong-state  !wrong-state  !wrong-state  concluded     !wrong-state  !wrong-state
            understood        !wrong-state !wrong-state  !wrong-state  !wrong-state  !wrong-state  concluded     !wrong-state
            """;

    private static final Map<String, Step> STEPS = Map.ofEntries(
            Map.entry("accept", new Step.Accept(Cases.DOCTOR, Cases.BASIS)),
            Map.entry("ring-again", new Step.RingAgain()),
            Map.entry("end-ring", new Step.EndRing(RingOutcome.INCONVENIENT)),
            Map.entry("answer", new Step.Answer()),
            Map.entry("agree", Cases.consent(ConsentDecision.AGREED)),
            Map.entry("refuse", Cases.consent(ConsentDecision.REFUSED)),
            Map.entry("withdraw-patient", new Step.WithdrawConsent(ConsentGiver.PATIENT)),
            Map.entry("withdraw-proxy", new Step.WithdrawConsent(ConsentGiver.PROXY)),
            Map.entry("cancel-by-patient", new Step.Cancel(By.PATIENT, Why.CHANGED_MIND)),
            Map.entry("cancel-by-family", new Step.Cancel(By.FAMILY, Why.OTHER)),
            Map.entry("cancel-by-doctor", new Step.Cancel(By.DOCTOR, Why.UNREACHABLE)),
            Map.entry("join-box", new Step.Join(null)),
            Map.entry("join-child", new Step.Join(Cases.CHILD)),
            Map.entry("join-rung", new Step.Join(Cases.COUNTY)),
            Map.entry("leave-box", new Step.Leave(null)),
            Map.entry("leave-stranger", new Step.Leave(Cases.CHILD)),
            Map.entry("invite", Cases.invite(new UUID(3, 2), Cases.TERTIARY)),
            Map.entry("invite-again", Cases.invite(new UUID(3, 2), Cases.COUNTY)),
            Map.entry("invite-self", Cases.invite(new UUID(3, 2), Cases.DOCTOR)),
            Map.entry("invite-same-id", Cases.invite(Cases.INVITATION, Cases.TERTIARY)),
            Map.entry("follow", Cases.follow(new UUID(3, 2), Cases.TERTIARY)),
            Map.entry("follow-rung", Cases.follow(new UUID(3, 2), Cases.COUNTY)),
            Map.entry("follow-self", Cases.follow(new UUID(3, 2), Cases.DOCTOR)),
            Map.entry("follow-same-id", Cases.follow(Cases.INVITATION, Cases.TERTIARY)),
            Map.entry("accept-invited", new Step.AcceptInvitation(Cases.INVITATION, Cases.HOSPITAL)),
            Map.entry("decline-invited", new Step.DeclineInvitation(Cases.INVITATION, "手术")),
            Map.entry("withdraw-invited", new Step.WithdrawInvitation(Cases.INVITATION)),
            Map.entry("opinion", new Step.SubmitOpinion(new UUID(4, 1), Cases.DOCTOR, "复查")),
            Map.entry("opinion-unseated", new Step.SubmitOpinion(new UUID(4, 1), Cases.COUNTY, "复查")),
            Map.entry("decide", new Step.Decide(new UUID(4, 1), new UUID(5, 1), Adoption.ADOPTED, null, null)),
            Map.entry("conclude", new Step.Conclude(ConsultationOutcome.NORMAL, "请复查")),
            Map.entry("understood", new Step.ConfirmUnderstanding(ConsentGiver.PATIENT)));

    static Stream<Arguments> cells() {
        var lines = TABLE.lines().map(line -> line.strip().split(" +")).toList();
        var states = lines.getFirst();
        List<Arguments> cells = new ArrayList<>();
        for (var line : lines.subList(1, lines.size())) {
            for (int column = 1; column < states.length; column++) {
                cells.add(Arguments.of(line[0], states[column], line[column]));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} while {1} leads to {2}")
    @MethodSource("cells")
    void each_step_leads_where_the_table_says(String step, String state, String expected) {
        var now = Cases.in(ConsultationState.valueOf(state.toUpperCase(Locale.ROOT)));

        var outcome = ConsultationRules.after(now, Objects.requireNonNull(STEPS.get(step)), Cases.NOW);

        assertThat(said(outcome)).isEqualTo(expected);
    }

    @Test
    void the_table_has_every_step_and_every_state() {
        assertThat(cells().map(cell -> cell.get()[0]).distinct()).containsExactlyInAnyOrderElementsOf(STEPS.keySet());
        assertThat(STEPS.values().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Step.class.getPermittedSubclasses());
        assertThat(cells()).hasSize(STEPS.size() * ConsultationState.values().length);
    }

    @Test
    void a_refused_step_names_the_present_state() {
        var outcome = ConsultationRules.after(Cases.in(ConsultationState.LIVE), new Step.Answer(), Cases.NOW);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().state()).isEqualTo("live"));
    }

    @Test
    void a_doctor_who_left_can_give_no_opinion_until_back() {
        var seated = Cases.done(
                Cases.in(ConsultationState.LIVE), new Step.AcceptInvitation(Cases.INVITATION, Cases.HOSPITAL));
        var opinion = new Step.SubmitOpinion(new UUID(4, 1), Cases.COUNTY, "复查");
        var left = Cases.done(seated, new Step.Leave(Cases.COUNTY));

        assertThat(said(ConsultationRules.after(left, opinion, Cases.NOW))).isEqualTo("!wrong-state");
        var back = Cases.done(left, new Step.Join(Cases.COUNTY));
        var given = Cases.done(back, opinion);
        assertThat(given.opinions()).hasSize(1);
        assertThat(said(ConsultationRules.after(given, opinion, Cases.NOW))).isEqualTo("!invalid-field");
    }

    @Test
    void a_doctor_who_follows_sits_at_once_and_comes_once() {
        var follow = Cases.follow(new UUID(3, 2), Cases.TERTIARY);
        var seated = Cases.done(Cases.in(ConsultationState.LIVE), follow);

        assertThat(seated.invitationOf(Cases.TERTIARY)).hasValueSatisfying(came -> {
            assertThat(came.state()).isEqualTo(InvitationState.ACCEPTED);
            assertThat(came.seated()).isTrue();
            assertThat(came.following()).isTrue();
        });
        assertThat(Cases.done(seated, new Step.SubmitOpinion(new UUID(4, 1), Cases.TERTIARY, "复查"))
                        .opinions())
                .hasSize(1);
        var left = Cases.done(seated, new Step.Leave(Cases.TERTIARY));
        var again = Cases.follow(new UUID(3, 3), Cases.TERTIARY);
        assertThat(said(ConsultationRules.after(left, again, Cases.NOW))).isEqualTo("!already-invited");
        assertThat(Cases.done(left, new Step.Join(Cases.TERTIARY))).isEqualTo(seated);
    }

    @Test
    void where_a_doctor_works_is_kept_at_the_acceptance_and_by_who_follows_for_good() {
        var accepted = Cases.done(
                Cases.in(ConsultationState.LIVE), new Step.AcceptInvitation(Cases.INVITATION, Cases.HOSPITAL));
        var both = Cases.done(accepted, Cases.follow(new UUID(3, 2), Cases.TERTIARY));
        var back = Cases.done(Cases.done(both, new Step.Leave(Cases.COUNTY)), new Step.Join(Cases.COUNTY));

        assertThat(Cases.done(back, new Step.Conclude(ConsultationOutcome.NORMAL, "请复查"))
                        .invitations())
                .extracting(Consultation.Invited::institution)
                .containsExactly(Cases.HOSPITAL, Cases.HOSPITAL);
        assertThat(Cases.in(ConsultationState.CONCLUDED).invitations())
                .extracting(Consultation.Invited::institution)
                .containsOnlyNulls();
    }

    @Test
    void an_acceptance_of_before_the_institution_was_kept_is_read_without_one() {
        var old = WireJson.mapper()
                .readValue("{\"id\": \"%s\"}".formatted(Cases.INVITATION), Step.AcceptInvitation.class);

        assertThat(Cases.done(Cases.in(ConsultationState.LIVE), old).invitationOf(Cases.COUNTY))
                .hasValueSatisfying(invited -> {
                    assertThat(invited.seated()).isTrue();
                    assertThat(invited.institution()).isNull();
                });
    }

    @Test
    void a_doctor_who_declined_may_come_in_as_one_who_follows() {
        var declined = Cases.done(Cases.in(ConsultationState.LIVE), new Step.DeclineInvitation(Cases.INVITATION, "手术"));

        var came = Cases.done(declined, Cases.follow(new UUID(3, 2), Cases.COUNTY));

        assertThat(ConsultationRules.seatedDoctor(came, Cases.COUNTY)).isTrue();
    }

    @Test
    void concluding_withdraws_the_rings_that_still_go_on() {
        var concluded = Cases.in(ConsultationState.CONCLUDED);

        assertThat(concluded.invitations())
                .extracting(Consultation.Invited::state)
                .containsExactly(InvitationState.WITHDRAWN);
    }

    @Test
    void consent_taken_back_ends_the_talk_with_its_reason_and_keeps_what_was_given_and_said() {
        var opinion = new Step.SubmitOpinion(new UUID(4, 1), Cases.DOCTOR, "复查");
        var talk = Cases.done(Cases.in(ConsultationState.LIVE), opinion);

        var ended = Cases.done(talk, new Step.WithdrawConsent(ConsentGiver.PROXY));

        assertThat(ended.cancellation()).isEqualTo(new Cancellation(By.FAMILY, Why.CONSENT_WITHDRAWN, Cases.NOW));
        assertThat(ended.invitations())
                .extracting(Consultation.Invited::state)
                .containsExactly(InvitationState.WITHDRAWN);
        assertThat(ended.consent()).isEqualTo(talk.consent());
        assertThat(ended.opinions()).isEqualTo(talk.opinions());
    }

    @Test
    void after_consent_was_taken_back_nobody_decides_about_an_opinion() {
        var seated = Cases.done(
                Cases.in(ConsultationState.LIVE), new Step.AcceptInvitation(Cases.INVITATION, Cases.HOSPITAL));
        var advised = Cases.done(seated, new Step.SubmitOpinion(new UUID(4, 1), Cases.COUNTY, "复查"));
        var ended = Cases.done(advised, new Step.WithdrawConsent(ConsentGiver.PATIENT));

        assertThat(said(ConsultationRules.after(ended, Objects.requireNonNull(STEPS.get("decide")), Cases.NOW)))
                .isEqualTo("!wrong-state");
    }

    @Test
    void of_who_understood_the_summary_the_first_counts() {
        var concluded = Cases.in(ConsultationState.CONCLUDED);

        var understood = Cases.done(concluded, new Step.ConfirmUnderstanding(ConsentGiver.PATIENT));
        var again = Cases.done(understood, new Step.ConfirmUnderstanding(ConsentGiver.PROXY));

        assertThat(understood.understanding())
                .isEqualTo(new Consultation.Understanding(ConsentGiver.PATIENT, Cases.NOW));
        assertThat(again).isEqualTo(understood);
        assertThat(understood.asConcluded()).isEqualTo(concluded);
    }

    private static String said(Outcome<Consultation> outcome) {
        return switch (outcome) {
            case Outcome.Done<Consultation>(var next) -> next.state().name().toLowerCase(Locale.ROOT);
            case Refused<Consultation>(var problem) -> "!" + problem.type().replace("urn:wuduan:problem:", "");
        };
    }
}
