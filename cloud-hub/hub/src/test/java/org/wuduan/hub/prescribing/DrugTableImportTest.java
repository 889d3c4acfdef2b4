package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.DrugTableFault;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribed.DrugTableReport;
import org.wuduan.contract.Prescribed.DrugTableReport.RowFault;
import org.wuduan.contract.Prescribing.CheckPrescription;
import org.wuduan.contract.Prescribing.PrescriptionRefusal;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.hub.fixtures.HubClient;

/** A pharmacist brings the tables of an institution, and its doctors are checked against them. */
class DrugTableImportTest extends DispensaryTest {
    private static final String RULES = "rational_use";
    private static final String OWN_RULE = "own-max,max_daily,amlodipine,,2.5 mg,warning,本院每日最大 2.5 mg。,"
            + "At most 2.5 mg a day here.,本院处方集,3.1,2026-05-01,https://hospital.example/formulary\r\n";
    private static final String OWN_RULES = "行号,检查种类,药品成分,对象,限值,程度,提示,英文提示,来源,章节,日期,来源地址\r\n" + OWN_RULE;

    private static final String FORMULARY = "formulary";
    private static final String OWN_FORMULARY = "药品编码,通用名,英文名,拼音首字母,成分,类别,剂型,规格,最小可分,管理类别,给药途径\r\n"
            + "own-amlodipine-10,氨氯地平片,amlodipine tablets,aldpp,amlodipine,,tablet,10 mg,0.5,none,oral\r\n";

    @Test
    void a_rule_of_the_institution_fires_once_its_table_was_checked_and_brought_in() {
        var checked = check(RULES, OWN_RULES);
        assertThat(checked.rows()).isEqualTo(1);
        assertThat(checked.faultsInAll()).isZero();
        assertThat(said(dispensary, amlodipine(dispensary)).findings())
                .noneMatch(finding -> finding.id().startsWith("own-max"));

        done(run(RULES, OWN_RULES, checked.sha256()));

        var report = said(dispensary, amlodipine(dispensary));
        assertThat(report.tableReviewed()).isTrue();
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("own-max:amlodipine-5"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(FindingSeverity.WARNING);
                    assertThat(finding.adviceZh()).isEqualTo("本院每日最大 2.5 mg。");
                    assertThat(Objects.requireNonNull(finding.source()).title()).isEqualTo("本院处方集");
                });
        assertThat(audited(dispensary.pharmacistId, "write", "import-rational-use"))
                .isEqualTo(1);
    }

    @Test
    void nothing_is_signed_over_a_rule_of_the_institution_without_a_reason() {
        done(run(RULES, OWN_RULES, check(RULES, OWN_RULES).sha256()));
        var id = UUID.randomUUID();
        done(dispensary.save(id, 0, amlodipine(dispensary)));

        assertThat(HubClient.problem(dispensary.issue(id, 1))).isEqualTo("prescription-not-ready");
    }

    @Test
    void another_institution_keeps_the_table_of_the_product() {
        done(run(RULES, OWN_RULES, check(RULES, OWN_RULES).sha256()));
        var elsewhere = new Dispensary(town(), accounts, consortium, clock, port);

        var report = said(elsewhere, amlodipine(elsewhere));

        assertThat(report.tableReviewed()).isFalse();
        assertThat(report.findings()).noneMatch(finding -> finding.id().startsWith("own-max"));
    }

    @Test
    void a_row_without_its_source_is_named_and_nothing_is_brought_in() {
        var faulty = OWN_RULES + OWN_RULE.replace("own-max", "own-two").replace("本院处方集", "");

        var checked = check(RULES, faulty);

        assertThat(checked.faults()).containsExactly(new RowFault(3, "source_title", DrugTableFault.MISSING));
        assertThat(HubClient.problem(run(RULES, faulty, checked.sha256()))).isEqualTo("import-faulty");
        assertThat(said(dispensary, amlodipine(dispensary)).tableReviewed()).isFalse();
    }

    @Test
    void another_file_than_the_checked_one_is_refused() {
        var checked = check(RULES, OWN_RULES).sha256();

        var answer = run(RULES, OWN_RULES.replace("2.5 mg", "25 mg"), checked);

        assertThat(HubClient.problem(answer)).isEqualTo("import-changed");
        assertThat(said(dispensary, amlodipine(dispensary)).tableReviewed()).isFalse();
    }

    @Test
    void the_medicines_of_the_institution_take_the_place_of_the_example() {
        done(run(FORMULARY, OWN_FORMULARY, check(FORMULARY, OWN_FORMULARY).sha256()));

        var own = said(dispensary, sheet(dispensary.town.patient, line("own-amlodipine-10", "10", "mg", 7)));
        assertThat(own.amounts().getFirst().pieces().value()).isEqualByComparingTo("1");
        assertThat(said(dispensary, amlodipine(dispensary)).refusals())
                .extracting(PrescriptionRefusal::rule)
                .contains(PrescriptionRule.DRUG_UNKNOWN);
    }

    private DrugTableReport check(String kind, String file) {
        return HubClient.read(send(kind + "/check", file), DrugTableReport.class);
    }

    private HttpResponse<String> run(String kind, String file, String checked) {
        return send(kind + "?checked=" + checked, file);
    }

    private HttpResponse<String> send(String path, String file) {
        return dispensary
                .pharmacist
                .with("Content-Type", "text/csv")
                .send("POST", "/api/drug-tables/" + path, file, UUID.randomUUID());
    }

    private static PrescriptionSheet amlodipine(Dispensary dispensary) {
        return sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 7));
    }

    private static PrescriptionReport said(Dispensary dispensary, PrescriptionSheet sheet) {
        var answer = dispensary.town.doctor.post(dispensary.path() + "/check", new CheckPrescription(sheet));
        return HubClient.read(answer, PrescriptionReport.class);
    }
}
