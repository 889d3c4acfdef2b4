package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.HomePrescriptionState;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.Prescribed.ReturnedPrescription;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.Prescribing.ContinuePrescription;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.identity.Accounts;

/** An allergy that becomes known when the medicine is at home already. */
class ToldAfterDeliveryTest extends HubTest {
    /** Delivered, and told of once. */
    private static final int TOLD_VERSION = 5;

    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    @Autowired
    PharmacyOrders orders;

    @Test
    void it_reaches_its_doctor_and_the_home_and_no_pharmacist() {
        var dispensary = dispensary();
        var id = delivered(dispensary);

        done(dispensary.tells("苯磺酸氨氯地平片"));

        assertHomeReads(dispensary, id, HomePrescriptionState.STOP);
        assertThat(returned(dispensary, list -> !list.isEmpty()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.prescriptionId()).isEqualTo(id);
                    assertThat(one.reason()).isNull();
                    assertThat(one.againBecause()).isEqualTo(ReviewAgain.ALLERGY_ADDED);
                });
        assertThat(dispensary.waiting()).extracting(Prescription::id).doesNotContain(id);
    }

    @Test
    void its_doctor_lets_it_go_on_with_a_reason_and_is_asked_again_only_by_another_allergy() {
        var dispensary = dispensary();
        var id = delivered(dispensary);
        assertThat(HubClient.problem(goOn(dispensary, id, TOLD_VERSION - 1))).isEqualTo("wrong-state");
        done(dispensary.tells("苯磺酸氨氯地平片"));
        assertHomeReads(dispensary, id, HomePrescriptionState.STOP);

        done(goOn(dispensary, id, TOLD_VERSION));

        assertHomeReads(dispensary, id, HomePrescriptionState.DISPENSED);
        assertThat(returned(dispensary, List::isEmpty)).isEmpty();
        assertThat(HubClient.problem(goOn(dispensary, id, TOLD_VERSION + 1))).isEqualTo("wrong-state");
        done(dispensary.tells("青霉素"));
        done(dispensary.tells("芒果"));
        assertHomeReads(dispensary, id, HomePrescriptionState.STOP);
        assertThat(dispensary.awaited(id, PrescriptionState.DISPENSED).version())
                .as("told once more")
                .isEqualTo(TOLD_VERSION + 2);
    }

    @Test
    void its_doctor_cancels_it_and_the_home_is_told() {
        var dispensary = dispensary();
        var id = delivered(dispensary);
        done(dispensary.tells("苯磺酸氨氯地平片"));
        assertHomeReads(dispensary, id, HomePrescriptionState.STOP);

        done(dispensary.town.doctor.post(
                dispensary.path() + "/" + id + "/cancel", new CancelPrescription(TOLD_VERSION, "已电话告知停药")));

        assertHomeReads(dispensary, id, HomePrescriptionState.CANCELLED);
        assertThat(returned(dispensary, List::isEmpty)).isEmpty();
    }

    @Test
    void an_allergy_to_something_else_tells_nobody() {
        var dispensary = dispensary();
        var id = delivered(dispensary);

        done(dispensary.tells("青霉素"));
        done(dispensary.tells("苯磺酸氨氯地平片"));

        assertHomeReads(dispensary, id, HomePrescriptionState.STOP);
        assertThat(dispensary.awaited(id, PrescriptionState.DISPENSED).version())
                .as("told once")
                .isEqualTo(TOLD_VERSION);
    }

    @Test
    void when_its_days_are_over_nobody_needs_it_any_more() {
        var dispensary = dispensary();
        var id = delivered(dispensary);
        done(dispensary.tells("苯磺酸氨氯地平片"));
        assertHomeReads(dispensary, id, HomePrescriptionState.STOP);

        clock.pass(Duration.ofDays(7));

        try (var live = dispensary.town.live(dispensary.doctorAgain())) {
            live.watch("inbox");
            assertThat(live.awaitView("inbox", View.DoctorInbox.class, _ -> true)
                            .returned())
                    .isEmpty();
        }
    }

    private Dispensary dispensary() {
        return new Dispensary(town(), accounts, consortium, clock, port);
    }

    private UUID delivered(Dispensary dispensary) {
        return dispensary.delivered(sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 7)), orders, clock);
    }

    private static HttpResponse<String> goOn(Dispensary dispensary, UUID id, int version) {
        return dispensary.town.doctor.post(
                dispensary.path() + "/" + id + "/continue", new ContinuePrescription(version, "与这种药无关"));
    }

    private static void assertHomeReads(Dispensary dispensary, UUID id, HomePrescriptionState state) {
        var stream = "medicines/" + dispensary.town.patient;
        try (var live = dispensary.town.live(dispensary.town.child)) {
            live.watch(stream);
            live.awaitView(
                    stream,
                    View.MedicinesView.class,
                    view -> view.prescriptions().stream()
                            .anyMatch(one -> one.id().equals(id) && one.state() == state));
        }
    }

    private static List<ReturnedPrescription> returned(
            Dispensary dispensary, Predicate<List<ReturnedPrescription>> awaited) {
        try (var live = dispensary.town.live(dispensary.town.doctor)) {
            live.watch("inbox");
            return live.awaitView("inbox", View.DoctorInbox.class, view -> awaited.test(view.returned()))
                    .returned();
        }
    }
}
