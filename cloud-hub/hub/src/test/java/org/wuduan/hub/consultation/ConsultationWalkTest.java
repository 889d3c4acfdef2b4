package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.RingOutcome;
import org.wuduan.hub.consultation.Consultation.Cancellation.By;
import org.wuduan.hub.consultation.Consultation.Cancellation.Why;
import org.wuduan.hub.shared.Outcome;

/** Random walks: whatever is commanded in whatever order, some things are never true. */
class ConsultationWalkTest {
    private static final int WALKS = 2_000;
    private static final int STEPS = 60;

    @Test
    void no_order_of_steps_breaks_what_must_always_be_true() {
        long first = Long.getLong("wuduan.seed", System.nanoTime());
        for (long seed = first; seed < first + WALKS; seed++) {
            var random = new SplittableRandom(seed);
            var now = Cases.waiting();
            for (int taken = 0; taken < STEPS; taken++) {
                var step = step(random);
                var before = now;
                if (ConsultationRules.after(before, step, Cases.NOW) instanceof Outcome.Done<Consultation>(var next)) {
                    now = next;
                }
                check("seed " + seed + ": " + step, before, now);
            }
        }
    }

    private static void check(String story, Consultation before, Consultation now) {
        assertThat(before.ended() && !now.equals(before))
                .as("%s: ended, yet changed", story)
                .isFalse();
        assertThat(now.id()).as(story).isEqualTo(before.id());
        assertThat(now.call()).as(story).isEqualTo(before.call());
        if (!ConsultationRules.consentGiven(now)) {
            assertThat(seated(now)).as("%s: seated before consent", story).isZero();
            assertThat(now.state()).as(story).isNotIn(ConsultationState.LIVE, ConsultationState.CONCLUDED);
        }
        assertThat(open(now).map(Consultation.Invited::doctor))
                .as("%s: two open invitations of one doctor, or of the case doctor", story)
                .doesNotHaveDuplicates()
                .doesNotContain(Cases.DOCTOR);
        assertThat(now.invitations().stream().map(Consultation.Invited::id))
                .as(story)
                .doesNotHaveDuplicates();
        assertThat(now.opinions().stream().map(Consultation.SubmittedOpinion::id))
                .as(story)
                .doesNotHaveDuplicates();
        assertThat(now.conclusion() != null).as(story).isEqualTo(now.state() == ConsultationState.CONCLUDED);
        assertThat(now.cancellation() != null).as(story).isEqualTo(now.state() == ConsultationState.CANCELLED);
        assertThat(now.state() == ConsultationState.WAITING || now.doctor() != null || now.ended())
                .as(story)
                .isTrue();
        assertThat(now.invitations())
                .as("%s: an institution where nobody accepted, or none", story)
                .allMatch(one -> (one.state() == InvitationState.ACCEPTED) == (one.institution() != null));
        if (now.ended()) {
            assertThat(now.invitations()).as(story).noneMatch(one -> one.state() == InvitationState.RINGING);
        }
    }

    private static long seated(Consultation now) {
        return (now.boxSeated() ? 1 : 0)
                + now.guests().stream().filter(Consultation.Guest::seated).count()
                + now.invitations().stream()
                        .filter(Consultation.Invited::seated)
                        .count();
    }

    private static Stream<Consultation.Invited> open(Consultation now) {
        return now.invitations().stream()
                .filter(one -> one.state() == InvitationState.RINGING || one.state() == InvitationState.ACCEPTED);
    }

    private static Step step(SplittableRandom random) {
        var doctor = pick(random, List.of(Cases.DOCTOR, Cases.COUNTY, Cases.TERTIARY));
        var person = pick(random, List.of(Cases.CHILD, Cases.COUNTY, Cases.TERTIARY, Cases.DOCTOR));
        var id = new UUID(3, random.nextInt(6));
        // endings are rarer than other steps, or no walk would get far
        return switch (random.nextInt(43)) {
            case 0, 1, 2, 3 -> new Step.Accept(Cases.DOCTOR, Cases.BASIS);
            case 4, 5, 6 -> new Step.RingAgain();
            case 7, 8 -> new Step.EndRing(pick(random, List.of(RingOutcome.values())));
            case 9, 10, 11, 12 -> new Step.Answer();
            case 13, 14, 15, 16 -> Cases.consent(ConsentDecision.AGREED);
            case 17 -> Cases.consent(ConsentDecision.REFUSED);
            case 18 -> new Step.Cancel(pick(random, List.of(By.values())), Why.OTHER);
            case 19, 20 -> new Step.Join(random.nextBoolean() ? person : null);
            case 21, 22 -> new Step.Leave(random.nextBoolean() ? person : null);
            case 23, 24, 25, 26 -> Cases.invite(id, doctor);
            case 27, 28, 29, 30 -> new Step.AcceptInvitation(id, Cases.HOSPITAL);
            case 31, 32 -> new Step.DeclineInvitation(id, "手术");
            case 33, 34 -> new Step.WithdrawInvitation(id);
            case 35, 36, 37, 38 -> new Step.SubmitOpinion(id, doctor, "复查");
            case 39, 40 -> Cases.follow(id, doctor);
            case 41 -> new Step.WithdrawConsent(pick(random, List.of(ConsentGiver.values())));
            default -> new Step.Conclude(ConsultationOutcome.NORMAL, "多喝水");
        };
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return Objects.requireNonNull(from.get(random.nextInt(from.size())));
    }
}
