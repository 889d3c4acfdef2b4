package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Invitation;
import org.wuduan.contract.Sex;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.household.Registry;

/** What the home sees of a consultation, and which one its television shows. */
class HomeViewsTest extends HubTest {
    @Autowired
    Registry registry;

    @Test
    void the_television_shows_the_ring_for_one_patient_before_the_other_patients_waiting_request() {
        var town = town();
        var husband = registry.addPatient(new Registry.NewPatient(town.household, "老伴", Sex.MALE, 1950));
        town.request();
        var his = UUID.randomUUID();
        Town.done(town.box, "/api/consultations", new Commands.RequestConsultation(his, husband, "咳嗽"));

        Town.done(town.doctor, Town.path(his) + "/accept", new Commands.Accept(Town.seenBefore()));

        try (var live = town.live(town.box)) {
            live.watch("inbox");
            var inbox = live.awaitView("inbox", View.BoxInbox.class, one -> one.consultation() != null);
            var shown = Objects.requireNonNull(inbox.consultation());
            assertThat(shown.consultationId()).isEqualTo(his);
            assertThat(shown.state()).isEqualTo(ConsultationState.RINGING);
        }
    }

    @Test
    void the_home_sees_that_a_doctor_declined_and_only_doctors_see_why() {
        var town = town();
        var id = town.talk();
        var invitation = town.invite(id);

        Town.done(
                town.county,
                Town.path(id) + "/invitations/" + invitation + "/decline",
                new Commands.DeclineInvitation("正在手术"));

        assertThat(declinedAsSeenBy(town, town.doctor, id).declineReason()).isEqualTo("正在手术");
        assertThat(declinedAsSeenBy(town, town.box, id).declineReason()).isNull();
        assertThat(declinedAsSeenBy(town, town.child, id).declineReason()).isNull();
    }

    private static Invitation declinedAsSeenBy(Town town, HubClient viewer, UUID id) {
        try (var live = town.live(viewer)) {
            live.watch("consultation/" + id);
            return live.awaitView("consultation/" + id, View.ConsultationView.class, _ -> true)
                    .invitations()
                    .getFirst();
        }
    }
}
