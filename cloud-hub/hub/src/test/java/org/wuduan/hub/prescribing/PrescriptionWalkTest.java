package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.HomePrescriptionState;
import org.wuduan.contract.Prescribed.HomePrescription;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.Prescribed.ReturnedPrescription;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.Prescribing.CheckPrescription;
import org.wuduan.contract.Prescribing.ExtendPrescription;
import org.wuduan.contract.Prescribing.PrescriptionRefusal;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.SeenPrescription;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.contract.SupplyKind;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.prescribing.Sheets.Written;

/** A prescription from the doctor by the pharmacist to the home, by HTTP and views. */
class PrescriptionWalkTest extends HubTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    @Test
    void while_it_is_written_the_hub_counts_and_warns_and_keeps_nothing() {
        var dispensary = dispensary();
        var wrong = sheet(dispensary.town.patient, line("amlodipine-5", "15", "mg", 8));

        var answer = dispensary.town.doctor.post(dispensary.path() + "/check", new CheckPrescription(wrong));

        var report = HubClient.read(answer, PrescriptionReport.class);
        assertThat(report.amounts().getFirst().pieces().value()).isEqualByComparingTo("3");
        assertThat(report.amounts().getFirst().total().value()).isEqualByComparingTo("24");
        assertThat(report.findings()).anyMatch(finding -> finding.id().equals("amlodipine-max:amlodipine-5"));
        assertThat(report.refusals())
                .extracting(PrescriptionRefusal::rule)
                .contains(PrescriptionRule.SUPPLY_DAYS, PrescriptionRule.OVERRIDE_MISSING);
        assertThat(report.tableReviewed()).isFalse();
        assertThat(kept(dispensary.consultation)).isZero();
    }

    @Test
    void a_prescription_typed_beside_another_patients_case_goes_nowhere() {
        var dispensary = dispensary();
        var other = town();

        var answer = dispensary.save(UUID.randomUUID(), 0, usual(other.patient));

        assertThat(HubClient.problem(answer)).isEqualTo("patient-mismatch");
        assertThat(kept(dispensary.consultation)).isZero();
    }

    @Test
    void it_is_valid_only_after_the_pharmacist() {
        var dispensary = dispensary();
        var id = dispensary.issued(usual(dispensary.town.patient));

        assertThat(home(dispensary, id).state()).isEqualTo(HomePrescriptionState.AWAITING_REVIEW);
        assertThat(HubClient.problem(dispensary.order(dispensary.town.child, id)))
                .isEqualTo("wrong-state");
        assertThat(waiting(dispensary)).contains(id);

        done(dispensary.review(id, 2, ReviewDecision.APPROVED, null));

        var shown = home(dispensary, id);
        assertThat(shown.state()).isEqualTo(HomePrescriptionState.APPROVED);
        assertThat(shown.medicines().getFirst().times()).containsExactly("08:00");
        assertThat(waiting(dispensary)).doesNotContain(id);
        assertThat(dispensary.awaited(id, PrescriptionState.APPROVED).review()).isNotNull();
    }

    @Test
    void a_warning_is_answered_with_a_reason_that_the_pharmacist_sees() {
        var dispensary = dispensary();
        var strong =
                new Written(dispensary.town.patient, SupplyKind.ORDINARY, List.of(line("amlodipine-5", "15", "mg", 7)));
        var id = UUID.randomUUID();
        done(dispensary.save(id, 0, strong.sheet()));

        assertThat(dispensary.issue(id, 1).statusCode()).isEqualTo(422);

        done(dispensary.save(
                id, 1, strong.overriding("amlodipine-max:amlodipine-5", false).sheet()));
        done(dispensary.issue(id, 2));
        assertThat(dispensary.waiting())
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.sheet().overrides().getFirst().reason()).isEqualTo("上级医院要求"));
    }

    @Test
    void a_signed_one_is_never_changed_or_signed_again() {
        var dispensary = dispensary();
        var id = UUID.randomUUID();
        done(dispensary.save(id, 0, usual(dispensary.town.patient)));
        var key = UUID.randomUUID();
        var path = dispensary.path() + "/" + id + "/issue";
        done(dispensary.town.doctor.post(path, new SeenPrescription(1), key));

        assertThat(dispensary
                        .town
                        .doctor
                        .post(path, new SeenPrescription(1), key)
                        .statusCode())
                .as("the same command again is the same answer")
                .isEqualTo(204);
        assertThat(HubClient.problem(dispensary.issue(id, 1))).isEqualTo("edit-conflict");
        assertThat(HubClient.problem(dispensary.issue(id, 2))).isEqualTo("wrong-state");
        assertThat(HubClient.problem(dispensary.save(id, 2, usual(dispensary.town.patient))))
                .isEqualTo("wrong-state");
        assertThat(dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW).version())
                .isEqualTo(2);
    }

    @Test
    void a_review_counts_once_and_needs_a_reason_to_reject() {
        var dispensary = dispensary();
        var id = dispensary.issued(usual(dispensary.town.patient));

        assertThat(HubClient.problem(dispensary.review(id, 2, ReviewDecision.REJECTED, null)))
                .isEqualTo("invalid-field");
        assertThat(HubClient.problem(dispensary.review(id, 1, ReviewDecision.APPROVED, null)))
                .isEqualTo("edit-conflict");
        done(dispensary.review(id, 2, ReviewDecision.APPROVED, null));
        assertThat(HubClient.problem(dispensary.review(id, 3, ReviewDecision.REJECTED, "太迟了")))
                .isEqualTo("wrong-state");
    }

    @Test
    void a_pharmacist_of_another_institution_does_not_review_where_there_is_one() {
        var dispensary = dispensary();
        var elsewhere = dispensary();
        var id = dispensary.issued(usual(dispensary.town.patient));

        var answer = elsewhere.review(id, 2, ReviewDecision.APPROVED, null);

        assertThat(HubClient.problem(answer)).isEqualTo("not-found");
        assertThat(waiting(elsewhere)).doesNotContain(id);
    }

    @Test
    void a_rejection_after_the_call_reaches_the_doctors_inbox_until_another_replaces_it() {
        var dispensary = dispensary();
        var id = dispensary.issued(usual(dispensary.town.patient));
        dispensary.town.conclude(dispensary.consultation);

        done(dispensary.review(id, 2, ReviewDecision.REJECTED, "请核对剂量"));

        assertThat(returned(dispensary)).singleElement().satisfies(one -> {
            assertThat(one.prescriptionId()).isEqualTo(id);
            assertThat(one.reason()).isEqualTo("请核对剂量");
        });
        var anew = new Written(
                        dispensary.town.patient, SupplyKind.ORDINARY, List.of(line("amlodipine-5", "5", "mg", 7)))
                .replacing(id);
        dispensary.issued(anew.sheet());
        assertThat(returned(dispensary)).isEmpty();
    }

    @Test
    void it_is_cancelled_with_a_reason_and_the_home_sees_it() {
        var dispensary = dispensary();
        var id = dispensary.approved(usual(dispensary.town.patient));

        done(dispensary.town.doctor.post(dispensary.path() + "/" + id + "/cancel", new CancelPrescription(3, "病人已住院")));

        assertThat(home(dispensary, id).state()).isEqualTo(HomePrescriptionState.CANCELLED);
        assertThat(HubClient.problem(dispensary.order(dispensary.town.child, id)))
                .isEqualTo("wrong-state");
    }

    @Test
    void more_than_four_weeks_wait_for_the_patients_key_on_the_television() {
        var dispensary = dispensary();
        var patient = dispensary.town.patient;
        var id = UUID.randomUUID();
        var longTerm = new Written(patient, SupplyKind.LONG_TERM, List.of(line("amlodipine-5", "5", "mg", 56)))
                .because("血压平稳")
                .assessed("三个月来家庭血压达标");
        done(dispensary.save(id, 0, longTerm.sheet()));
        assertThat(dispensary.issue(id, 1).statusCode()).isEqualTo(422);
        assertThat(home(dispensary, id).state()).isEqualTo(HomePrescriptionState.TO_CONFIRM);
        var path = "/api/patients/" + patient + "/prescriptions/" + id + "/confirm";

        assertThat(HubClient.problem(dispensary.town.child.post(path, new SeenPrescription(1))))
                .isEqualTo("action-not-allowed");
        done(dispensary.town.box.post(path, new SeenPrescription(1)));

        done(dispensary.issue(id, 2));
        assertThat(dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW).confirmedAt())
                .isNotNull();
    }

    @Test
    void what_the_patient_agreed_to_is_not_changed_afterwards() {
        var dispensary = dispensary();
        var patient = dispensary.town.patient;
        var id = UUID.randomUUID();
        var longTerm = new Written(patient, SupplyKind.LONG_TERM, List.of(line("amlodipine-5", "5", "mg", 56)))
                .because("血压平稳")
                .assessed("达标");
        done(dispensary.save(id, 0, longTerm.sheet()));
        done(dispensary.town.box.post(
                "/api/patients/" + patient + "/prescriptions/" + id + "/confirm", new SeenPrescription(1)));

        var more = new Written(patient, SupplyKind.LONG_TERM, List.of(line("amlodipine-5", "10", "mg", 84)))
                .because("血压平稳")
                .assessed("达标");
        done(dispensary.save(id, 2, more.sheet()));

        assertThat(dispensary.issue(id, 3).statusCode()).isEqualTo(422);
    }

    @Test
    void after_its_day_nobody_gets_it_unless_it_was_extended() {
        var dispensary = dispensary();
        var expires = dispensary.approved(usual(dispensary.town.patient));
        var extended = dispensary.approved(sheet(dispensary.town.patient, line("acarbose-50", "50", "mg", 7)));
        done(dispensary.town.doctor.post(
                dispensary.path() + "/" + extended + "/extend", new ExtendPrescription(3, 3, "送药需要时间")));

        clock.pass(Duration.ofHours(25));

        var child = dispensary.town.signIn("child");
        assertThat(HubClient.problem(dispensary.order(child, expires))).isEqualTo("prescription-expired");
        assertThat(dispensary.order(child, extended).statusCode()).isEqualTo(201);
    }

    @Test
    void what_expired_before_the_pharmacist_looked_leaves_the_list() {
        var dispensary = dispensary();
        var id = dispensary.issued(usual(dispensary.town.patient));
        assertThat(waiting(dispensary)).contains(id);

        clock.pass(Duration.ofHours(25));

        assertThat(waiting(dispensary)).doesNotContain(id);
    }

    @Test
    void an_allergy_that_is_told_afterwards_puts_it_back_before_the_pharmacist() {
        var dispensary = dispensary();
        var id = dispensary.approved(usual(dispensary.town.patient));

        done(dispensary.tells("苯磺酸氨氯地平片"));

        var again = dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW);
        assertThat(again.againBecause()).isEqualTo(ReviewAgain.ALLERGY_ADDED);
        assertThat(waiting(dispensary)).contains(id);
        assertThat(HubClient.problem(dispensary.order(dispensary.town.child, id)))
                .isEqualTo("wrong-state");
        var answer = dispensary.town.doctor.post(
                dispensary.path() + "/check", new CheckPrescription(usual(dispensary.town.patient)));
        assertThat(HubClient.read(answer, PrescriptionReport.class).findings())
                .anyMatch(finding -> finding.kind() == RationalUseKind.ALLERGY
                        && !finding.id().startsWith("un"));
    }

    @Test
    void a_draft_is_not_signed_when_it_may_no_longer_be_written() {
        var dispensary = dispensary();
        var id = UUID.randomUUID();
        done(dispensary.save(id, 0, usual(dispensary.town.patient)));
        dispensary.town.conclude(dispensary.consultation);

        clock.pass(CareCases.ORDERED_AFTER_MAX);

        var path = dispensary.path() + "/" + id + "/issue";
        var answer = dispensary.doctorAgain().post(path, new SeenPrescription(1));
        assertThat(HubClient.problem(answer)).isEqualTo("wrong-state");
    }

    @Test
    void an_allergy_that_has_nothing_to_do_with_it_leaves_it_approved() {
        var dispensary = dispensary();
        var id = dispensary.approved(usual(dispensary.town.patient));

        done(dispensary.tells("青霉素"));

        assertThat(dispensary.order(dispensary.town.child, id).statusCode()).isEqualTo(201);
    }

    @Test
    void an_allergy_that_no_table_knows_is_not_signed_over_without_a_reason() {
        var dispensary = dispensary();
        done(dispensary.tells("芒果"));
        var id = UUID.randomUUID();
        done(dispensary.save(id, 0, usual(dispensary.town.patient)));
        var answer = dispensary.town.doctor.post(
                dispensary.path() + "/check", new CheckPrescription(usual(dispensary.town.patient)));
        var warning = HubClient.read(answer, PrescriptionReport.class).findings().stream()
                .filter(finding -> finding.adviceZh().contains("芒果"))
                .findFirst()
                .orElseThrow();
        assertThat(warning.severity()).isEqualTo(FindingSeverity.WARNING);
        assertThat(warning.adviceEn()).contains("could not be compared");

        assertThat(dispensary.issue(id, 1).statusCode()).isEqualTo(422);

        var answered = new Written(
                        dispensary.town.patient, SupplyKind.ORDINARY, List.of(line("amlodipine-5", "5", "mg", 7)))
                .overriding(warning.id(), false);
        done(dispensary.save(id, 1, answered.sheet()));
        done(dispensary.issue(id, 2));
    }

    @Test
    void an_allergy_that_no_table_knows_puts_it_back_before_the_pharmacist_once() {
        var dispensary = dispensary();
        var id = dispensary.approved(usual(dispensary.town.patient));

        done(dispensary.tells("芒果"));

        assertThat(dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW).againBecause())
                .isEqualTo(ReviewAgain.ALLERGY_ADDED);
        done(dispensary.review(id, 4, ReviewDecision.APPROVED, null));
        done(dispensary.tells("青霉素"));
        assertThat(dispensary.order(dispensary.town.child, id).statusCode()).isEqualTo(201);
    }

    private static PrescriptionSheet usual(UUID patient) {
        return sheet(patient, line("amlodipine-5", "5", "mg", 7));
    }

    private Dispensary dispensary() {
        return new Dispensary(town(), accounts, consortium, clock, port);
    }

    private int kept(UUID consultation) {
        return jdbc.sql("select count(*) from prescription where consultation = ?")
                .param(consultation)
                .query(Integer.class)
                .single();
    }

    private static HomePrescription home(Dispensary dispensary, UUID id) {
        var stream = "medicines/" + dispensary.town.patient;
        try (var live = dispensary.town.live(dispensary.town.child)) {
            live.watch(stream);
            return live.awaitView(stream, View.MedicinesView.class, _ -> true).prescriptions().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<UUID> waiting(Dispensary dispensary) {
        return dispensary.waiting().stream().map(Prescription::id).toList();
    }

    private static List<ReturnedPrescription> returned(Dispensary dispensary) {
        try (var live = dispensary.town.live(dispensary.town.doctor)) {
            live.watch("inbox");
            return live.awaitView("inbox", View.DoctorInbox.class, _ -> true).returned();
        }
    }
}
