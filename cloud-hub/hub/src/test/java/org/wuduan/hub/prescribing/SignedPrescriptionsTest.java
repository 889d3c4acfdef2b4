package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.Signing.Verdict;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.signed.Ed25519Check;
import org.wuduan.signed.SignedChain;

/** Prescriptions and their reviews, and what can be verified of both. */
class SignedPrescriptionsTest extends DispensaryTest {
    private static final List<String> BOTH = List.of("/api/prescriptions/", "/api/prescription-reviews/");

    @Test
    void doctor_and_pharmacist_see_both_signatures_and_verify_them_and_each_opening_is_audited() {
        var id = approved();

        var shown = dispensary.awaited(id, PrescriptionState.APPROVED);
        var signed =
                Objects.requireNonNull(Objects.requireNonNull(shown.signed()).signature());
        var reviewed =
                Objects.requireNonNull(Objects.requireNonNull(shown.review()).signature());
        assertThat(signed.name()).startsWith("医生");
        assertThat(reviewed.name()).startsWith("药师");
        assertThat(reviewed.fingerprint()).isNotEqualTo(signed.fingerprint());
        for (var who : List.of(dispensary.town.doctor, dispensary.pharmacist)) {
            assertThat(holds(who, BOTH.getFirst() + id)).isTrue();
            assertThat(holds(who, BOTH.getLast() + id)).isTrue();
        }
        assertThat(audited(dispensary.town.doctorId, "opening", "open-signed")).isEqualTo(2);
        assertThat(audited(dispensary.pharmacistId, "opening", "open-signed")).isEqualTo(2);
    }

    @Test
    void a_prescription_stays_of_the_institution_that_issued_it_when_its_doctor_works_elsewhere() {
        var id = approved();
        var before = dispensary.awaited(id, PrescriptionState.APPROVED).doctor().institution();

        jdbc.sql("update doctor set institution = (select institution from doctor where account = ?) where account = ?")
                .params(dispensary.town.countyId, dispensary.town.doctorId)
                .update();

        assertThat(dispensary.awaited(id, PrescriptionState.APPROVED).doctor().institution())
                .isEqualTo(before)
                .startsWith("卫生院");
    }

    @Test
    void what_was_exported_is_verified_without_the_hub() {
        var id = approved();

        for (var of : BOTH) {
            var file = HubClient.read(dispensary.pharmacist.get(of + id + "/signed/file"), SignedFile.class);
            assertThat(new SignedChain(List.of(new Ed25519Check())).judge(file))
                    .extracting(SignedChain.Judged::verdict)
                    .containsExactly(new Verdict(true, true, true, true));
            assertThat(file.versions().getFirst().payload()).contains(id.toString());
        }
        assertThat(audited(dispensary.pharmacistId, "opening", "export-signed")).isEqualTo(2);
    }

    @Test
    void what_becomes_of_a_prescription_changes_nothing_that_was_signed() {
        var approved = approved();
        var rejected = dispensary.issued(sheet(dispensary.town.patient, line("acarbose-50", "50", "mg", 7)));
        done(dispensary.review(rejected, 2, ReviewDecision.REJECTED, "请核对剂量"));
        assertThat(holds(dispensary.town.doctor, BOTH.getLast() + rejected)).isTrue();

        for (var id : List.of(approved, rejected)) {
            done(dispensary.town.doctor.post(
                    dispensary.path() + "/" + id + "/cancel", new CancelPrescription(3, "病人已住院")));
        }

        for (var of : BOTH) {
            assertThat(holds(dispensary.town.doctor, of + approved)).isTrue();
            assertThat(holds(dispensary.town.doctor, of + rejected)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sheet,lines,0,dose,value}|10",
                "{sheet,lines,0,note}|每小时一次",
                "{sheet,diagnoses,0,code}|I15",
                "{issue,drugs,0,strength,value}|50"
            })
    void a_later_change_of_the_prescription_shows(String where, String text) {
        var id = approved();

        change(id, where, text);

        var verdict = verdict(dispensary.pharmacist, BOTH.getFirst() + id);
        assertThat(verdict.content()).isFalse();
        assertThat(verdict.signature()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{state}|approved", "{review,reason}|没有问题", "{issue,hash}|00", "{state}|dispensed"})
    void a_later_change_of_what_the_pharmacist_decided_shows(String where, String text) {
        var id = dispensary.issued(usual());
        done(dispensary.review(id, 2, ReviewDecision.REJECTED, "请核对剂量"));

        change(id, where, text);

        assertThat(verdict(dispensary.town.doctor, BOTH.getLast() + id).content())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signed", "/signed/file"})
    void nobody_without_a_part_in_it_reads_what_was_signed(String what) {
        var id = approved();
        var elsewhere = new Dispensary(town(), accounts, consortium, clock, port);

        for (var of : BOTH) {
            for (var stranger : List.of(elsewhere.town.doctor, elsewhere.pharmacist, dispensary.town.county)) {
                assertThat(HubClient.problem(stranger.get(of + id + what))).isEqualTo("not-found");
            }
            for (var home : List.of(dispensary.town.box, dispensary.town.child)) {
                assertThat(HubClient.problem(home.get(of + id + what))).isEqualTo("action-not-allowed");
            }
        }
        assertThat(audited(elsewhere.town.doctorId, "denial", "see_prescriptions"))
                .isEqualTo(2);
        assertThat(audited(elsewhere.pharmacistId, "denial", "review_prescriptions"))
                .isEqualTo(2);
    }

    @Test
    void a_doctor_who_is_only_rung_reads_nothing_of_it_and_one_who_came_does() {
        var id = approved();
        var invitation = dispensary.town.invite(dispensary.consultation);
        var county = dispensary.town.county;
        assertThat(HubClient.problem(county.get(BOTH.getFirst() + id + "/signed")))
                .isEqualTo("action-not-allowed");

        Town.done(county, Town.path(dispensary.consultation) + "/invitations/" + invitation + "/accept", null);

        assertThat(holds(county, BOTH.getFirst() + id)).isTrue();
    }

    @Test
    void a_draft_and_what_nobody_reviewed_have_nothing_to_show() {
        var draft = UUID.randomUUID();
        done(dispensary.save(draft, 0, usual()));
        var waiting = dispensary.issued(usual());

        for (var who : List.of(dispensary.town.doctor, dispensary.pharmacist)) {
            assertThat(HubClient.problem(who.get(BOTH.getFirst() + draft + "/signed")))
                    .isEqualTo("not-found");
            assertThat(HubClient.problem(who.get(BOTH.getLast() + waiting + "/signed")))
                    .isEqualTo("not-found");
        }
        assertThat(dispensary.awaited(draft, PrescriptionState.DRAFT).signed()).isNull();
    }

    @Test
    void a_review_that_was_made_before_its_document_was_kept_is_shown_without_a_signature() {
        var id = approved();
        jdbc.sql("update prescription set body = body #- '{review,document}' #- '{review,decision}' where id = ?")
                .param(id)
                .update();

        var review = Objects.requireNonNull(
                dispensary.awaited(id, PrescriptionState.APPROVED).review());

        assertThat(review.name()).startsWith("药师");
        assertThat(review.signature()).isNull();
        assertThat(HubClient.problem(dispensary.pharmacist.get(BOTH.getLast() + id + "/signed")))
                .isEqualTo("not-found");
    }

    private UUID approved() {
        return dispensary.approved(usual());
    }

    private PrescriptionSheet usual() {
        return sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 7));
    }

    private static boolean holds(HubClient who, String of) {
        return verdict(who, of).holds();
    }

    /** Of the only version. */
    private static Verdict verdict(HubClient who, String of) {
        var signed = HubClient.read(who.get(of + "/signed"), SignedDocument.class);
        assertThat(signed.complete()).isTrue();
        return signed.versions().getFirst().verdict();
    }
}
