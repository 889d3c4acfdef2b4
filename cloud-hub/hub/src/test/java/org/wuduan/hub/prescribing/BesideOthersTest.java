package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.Prescribing.CheckPrescription;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.contract.SupplyKind;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.prescribing.Sheets.Written;

/** Prescriptions of one patient are checked against each other. */
class BesideOthersTest extends HubTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    @Autowired
    PharmacyOrders orders;

    @Test
    void a_signed_prescription_is_seen_by_the_next_one_and_named_with_its_day() {
        var dispensary = dispensary();
        var first = dispensary.issued(amlodipine(dispensary));

        var findings = said(dispensary.town.doctor, dispensary, amlodipine(dispensary));

        assertThat(findings)
                .filteredOn(finding -> finding.id().equals("duplicate:amlodipine:" + first))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.adviceZh()).contains("氨氯地平片", today(dispensary));
                    assertThat(finding.adviceEn()).contains("amlodipine tablets", today(dispensary));
                });
    }

    @Test
    void the_next_one_is_not_signed_before_the_doctor_gives_a_reason() {
        var dispensary = dispensary();
        var first = dispensary.issued(amlodipine(dispensary));
        var id = UUID.randomUUID();
        done(dispensary.save(id, 0, amlodipine(dispensary)));

        assertThat(dispensary.issue(id, 1).statusCode()).isEqualTo(422);

        var meant =
                new Written(dispensary.town.patient, SupplyKind.ORDINARY, List.of(line("amlodipine-5", "5", "mg", 7)));
        done(dispensary.save(
                id, 1, meant.overriding("duplicate:amlodipine:" + first, false).sheet()));
        done(dispensary.issue(id, 2));
    }

    @Test
    void a_prescription_is_not_its_own_other_and_what_was_cancelled_or_sent_back_is_none() {
        var dispensary = dispensary();
        var cancelled = dispensary.issued(amlodipine(dispensary));
        assertThat(waiting(dispensary, cancelled).report().findings()).noneMatch(BesideOthersTest::isDuplicate);

        done(dispensary.town.doctor.post(
                dispensary.path() + "/" + cancelled + "/cancel", new CancelPrescription(2, "病人已住院")));
        var rejected = dispensary.issued(amlodipine(dispensary));
        done(dispensary.review(rejected, 2, ReviewDecision.REJECTED, "请核对剂量"));

        assertThat(said(dispensary.town.doctor, dispensary, amlodipine(dispensary)))
                .noneMatch(BesideOthersTest::isDuplicate);
    }

    @Test
    void what_expired_and_was_never_ordered_is_no_longer_counted() {
        var dispensary = dispensary();
        dispensary.approved(amlodipine(dispensary));
        dispensary.town.conclude(dispensary.consultation);

        clock.pass(Duration.ofHours(25));

        assertThat(said(dispensary.doctorAgain(), dispensary, amlodipine(dispensary)))
                .noneMatch(BesideOthersTest::isDuplicate);
    }

    @Test
    void what_was_delivered_is_taken_until_its_days_are_over() {
        var dispensary = dispensary();
        var twoDays = sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 2));
        dispensary.delivered(twoDays, orders, clock);
        dispensary.town.conclude(dispensary.consultation);

        clock.pass(Duration.ofHours(47));
        assertThat(said(dispensary.doctorAgain(), dispensary, amlodipine(dispensary)))
                .anyMatch(BesideOthersTest::isDuplicate);

        clock.pass(Duration.ofHours(2));
        assertThat(said(dispensary.doctorAgain(), dispensary, amlodipine(dispensary)))
                .noneMatch(BesideOthersTest::isDuplicate);
    }

    @Test
    void a_pharmacist_approves_nothing_without_having_seen_what_was_signed_meanwhile() {
        var dispensary = dispensary();
        var simvastatin = dispensary.issued(sheet(dispensary.town.patient, line("simvastatin-20", "40", "mg", 7)));
        assertThat(waiting(dispensary, simvastatin).report().findings())
                .noneMatch(finding -> finding.id().startsWith("simvastatin-amlodipine"));
        var id = UUID.randomUUID();
        var meant =
                new Written(dispensary.town.patient, SupplyKind.ORDINARY, List.of(line("amlodipine-5", "5", "mg", 7)));
        done(dispensary.save(
                id,
                0,
                meant.overriding("simvastatin-amlodipine:amlodipine-5:" + simvastatin, false)
                        .sheet()));

        done(dispensary.issue(id, 1));

        assertThat(HubClient.problem(dispensary.review(simvastatin, 2, ReviewDecision.APPROVED, null)))
                .isEqualTo("edit-conflict");
        var shown = waiting(dispensary, simvastatin);
        assertThat(shown.version()).isEqualTo(3);
        assertThat(shown.report().findings())
                .anyMatch(finding -> finding.id().equals("simvastatin-amlodipine:simvastatin-20:" + id));
        done(dispensary.review(simvastatin, 3, ReviewDecision.APPROVED, null));
    }

    @Test
    void another_prescription_alone_sends_nothing_back_that_was_approved() {
        var dispensary = dispensary();
        var id = dispensary.approved(amlodipine(dispensary));
        var simvastatin = new Written(
                        dispensary.town.patient, SupplyKind.ORDINARY, List.of(line("simvastatin-20", "40", "mg", 7)))
                .overriding("simvastatin-amlodipine:simvastatin-20:" + id, false);
        dispensary.issued(simvastatin.sheet());

        done(dispensary.tells("青霉素"));

        assertThat(dispensary.order(dispensary.town.child, id).statusCode()).isEqualTo(201);
    }

    private Dispensary dispensary() {
        return new Dispensary(town(), accounts, consortium, clock, port);
    }

    private static PrescriptionSheet amlodipine(Dispensary dispensary) {
        return sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 7));
    }

    private static boolean isDuplicate(RationalUseFinding finding) {
        return finding.id().startsWith("duplicate:");
    }

    private static List<RationalUseFinding> said(HubClient doctor, Dispensary dispensary, PrescriptionSheet sheet) {
        var answer = doctor.post(dispensary.path() + "/check", new CheckPrescription(sheet));
        return HubClient.read(answer, PrescriptionReport.class).findings();
    }

    private String today(Dispensary dispensary) {
        var institution =
                consortium.post(dispensary.town.doctorId).orElseThrow().institution();
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(consortium.zone(institution)))
                .toString();
    }

    private static Prescription waiting(Dispensary dispensary, UUID id) {
        return dispensary.waiting().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
