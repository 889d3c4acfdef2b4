package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.Summary;
import org.wuduan.contract.View;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** That the home has understood the summary, as the hub has it and shows it. */
class UnderstandingTest extends HubTest {
    private Town town;
    private UUID consultation;

    @BeforeEach
    void aTalk() {
        town = town();
        consultation = town.talk();
    }

    private String path() {
        return Town.path(consultation) + "/confirm-understanding";
    }

    private ConsultationView seenBy(HubClient viewer) {
        try (var live = town.live(viewer)) {
            live.watch("consultation/" + consultation);
            return live.awaitView("consultation/" + consultation, ConsultationView.class, _ -> true);
        }
    }

    private Summary.@Nullable Understanding understoodFor(HubClient viewer) {
        return Objects.requireNonNull(seenBy(viewer).summary()).understood();
    }

    private List<Summary> recent() {
        try (var live = town.live(town.doctor)) {
            live.watch("inbox");
            return live.awaitView("inbox", View.DoctorInbox.class, _ -> true).recent();
        }
    }

    @Test
    void the_patients_word_reaches_doctor_and_family_with_its_time() {
        town.conclude(consultation);
        assertThat(understoodFor(town.doctor)).isNull();

        try (var phone = town.live(town.child)) {
            phone.watch("inbox");
            Town.done(town.box, path(), null);

            phone.awaitNewest(
                    "inbox",
                    View.FamilyInbox.class,
                    inbox -> inbox.summaries().getFirst().understood() != null);
        }
        for (var viewer : List.of(town.doctor, town.child, town.box)) {
            var how = Objects.requireNonNull(understoodFor(viewer));
            assertThat(how.by()).isEqualTo(ConsentGiver.PATIENT);
            assertThat(how.at()).isBeforeOrEqualTo(clock.instant());
        }
        assertThat(recent()).singleElement().extracting(Summary::understood).isNotNull();
    }

    @Test
    void said_again_it_stays_what_it_was_and_leaves_no_second_trace() {
        town.conclude(consultation);
        Town.done(town.box, path(), null);
        var first = understoodFor(town.doctor);

        Town.done(town.box, path(), null);
        Town.done(town.child, path(), null);

        assertThat(understoodFor(town.doctor)).isEqualTo(first);
        assertThat(audited(town.childId, "write", "confirmunderstanding")).isZero();
    }

    @Test
    void who_may_sign_for_the_patient_may_say_it_and_it_is_in_the_trail() {
        town.conclude(consultation);

        Town.done(town.child, path(), null);

        assertThat(Objects.requireNonNull(understoodFor(town.doctor)).by()).isEqualTo(ConsentGiver.PROXY);
        assertThat(audited(town.childId, "write", "confirmunderstanding")).isEqualTo(1);
    }

    @Test
    void it_is_asked_for_only_until_it_was_said() {
        assertThat(HubClient.problem(town.box.post(path(), null))).isEqualTo("wrong-state");
        town.conclude(consultation);
        assertThat(seenBy(town.box).actions()).containsExactly(ConsultationView.Action.CONFIRM_UNDERSTANDING);
        assertThat(seenBy(town.doctor).actions()).isEmpty();

        Town.done(town.box, path(), null);

        assertThat(seenBy(town.box).actions()).isEmpty();
    }

    @Test
    void an_earlier_summary_that_is_understood_now_stays_the_earlier_one() {
        town.conclude(consultation);
        var earlier = consultation;
        var later = town.talk();
        town.conclude(later);

        Town.done(town.box, path(), null);

        assertThat(recent()).extracting(Summary::consultationId).containsExactly(later, earlier);
    }
}
