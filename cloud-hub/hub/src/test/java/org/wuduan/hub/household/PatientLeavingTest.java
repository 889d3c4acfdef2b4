package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.DeactivationReason;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Registration;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;

/** A patient who is deactivated or moves is gone from the screens of the home at once; what was recorded stays. */
class PatientLeavingTest extends HubTest {
    @Autowired
    Accounts people;

    @Autowired
    Consortium institutions;

    @Autowired
    Households households;

    private Town town;
    private Clerk clerk;

    @BeforeEach
    void aClerkOfTheTown() {
        town = town();
        clerk = new Clerk(people, institutions, port, households.institutionOf(town.household));
    }

    @Test
    void a_deactivated_patient_is_gone_from_television_and_phone_at_once_and_comes_back() {
        var stream = "vitals/" + town.patient;
        try (var box = town.live(town.box);
                var child = town.live(town.child)) {
            box.watch("inbox");
            child.watch("inbox");
            child.watch(stream);
            child.awaitView(stream, View.VitalsView.class, _ -> true);

            Clerk.done(deactivate(1));

            box.awaitView("inbox", View.BoxInbox.class, view -> view.patients().isEmpty());
            child.awaitView(
                    "inbox", View.FamilyInbox.class, view -> view.patients().isEmpty());
            child.await(LiveToTerminal.Gone.class, gone -> gone.stream().equals(stream));
            assertThat(HubClient.problem(town.box.post(
                            "/api/consultations",
                            new org.wuduan.contract.Commands.RequestConsultation(
                                    UUID.randomUUID(), town.patient, null))))
                    .isEqualTo("not-found");

            Clerk.done(clerk.client.post(
                    "/api/patients/" + town.patient + "/reactivate", new Registration.SeenVersion(2)));
            box.awaitView("inbox", View.BoxInbox.class, view -> view.patients().size() == 1);
            child.awaitView(
                    "inbox", View.FamilyInbox.class, view -> view.patients().size() == 1);
        }
        town.request();
    }

    @Test
    void nobody_leaves_out_of_an_open_consultation() {
        var consultation = town.talk();
        var elsewhere = clerk.household("别家");

        assertThat(HubClient.problem(deactivate(1))).isEqualTo("patient-busy");
        assertThat(HubClient.problem(move(elsewhere, 1))).isEqualTo("patient-busy");

        town.conclude(consultation);
        Clerk.done(deactivate(1));
        assertThat(jdbc.sql("select state from consultation where id = ?")
                        .param(consultation)
                        .query(String.class)
                        .single())
                .isEqualTo("concluded");
        assertThat(HubClient.problem(move(elsewhere, 2))).isEqualTo("wrong-state");
    }

    @Test
    void what_a_deactivated_patients_cuff_measures_is_nobodys() {
        Clerk.done(deactivate(1));

        town.box.post("/api/readings", new ReadingBatch(List.of(Readings.bloodPressure(town.wearable(), 133))));

        assertThat(jdbc.sql("select count(*) from reading where household = ? and patient is null")
                        .param(town.household)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_moved_patient_takes_the_children_along_and_leaves_the_television_behind() {
        var elsewhere = clerk.household("新家");

        Clerk.done(move(elsewhere, 1));

        assertThat(clerk.open(town.household).patients()).isEmpty();
        assertThat(clerk.open(elsewhere).patients()).hasSize(1);
        try (var box = town.live(town.box);
                var child = town.live(town.child)) {
            box.watch("inbox");
            box.awaitView("inbox", View.BoxInbox.class, view -> view.patients().isEmpty());
            child.watch("inbox");
            child.awaitView(
                    "inbox", View.FamilyInbox.class, view -> view.patients().size() == 1);
            box.watch("vitals/" + town.patient);
            box.await(LiveToTerminal.Refused.class, _ -> true);
        }
        assertThat(HubClient.problem(move(elsewhere, 2))).isEqualTo("invalid-field");
    }

    private java.net.http.HttpResponse<String> deactivate(int version) {
        return clerk.client.post(
                "/api/patients/" + town.patient + "/deactivate",
                new Registration.DeactivatePatient(version, DeactivationReason.MOVED_AWAY));
    }

    private java.net.http.HttpResponse<String> move(UUID household, int version) {
        return clerk.client.post(
                "/api/patients/" + town.patient + "/move", new Registration.MovePatient(version, household));
    }
}
