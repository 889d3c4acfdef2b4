package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.EntryKind;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.CheckPrescription;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.Town;

/** What stands in the record and no check can look at is named. */
class UncheckedRecordTest extends DispensaryTest {
    @Test
    void of_an_allergy_with_a_known_and_an_unknown_word_the_unknown_one_is_warned_of() {
        done(dispensary.tells("青霉素、芒果"));

        assertThat(said("unmatched-allergy:")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(FindingSeverity.WARNING);
            assertThat(finding.adviceZh()).contains("“芒果”").doesNotContain("青霉素");
        });
    }

    @Test
    void who_was_never_asked_of_allergies_is_prescribed_nothing_without_a_reason() {
        assertThat(said("allergies-never-asked")).isEmpty();
        var never = town();

        assertThat(said(never, Town.path(never.talk()) + "/prescriptions", "allergies-never-asked"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(FindingSeverity.WARNING);
                    assertThat(finding.unknown()).isTrue();
                });
    }

    @Test
    void of_what_is_taken_the_known_word_is_checked_and_the_unknown_one_is_named() {
        done(dispensary.notes(EntryKind.MEDICATION, "氨氯地平片和安宫牛黄丸"));

        assertThat(said("duplicate:amlodipine:taken")).hasSize(1);
        assertThat(said("unmatched:")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(FindingSeverity.CAUTION);
            assertThat(finding.adviceZh()).contains("“安宫牛黄丸”").doesNotContain("氨氯地平");
        });
    }

    @Test
    void a_problem_without_a_code_is_named_as_one_that_was_not_checked() {
        assertThat(said("uncoded:")).isEmpty();

        done(dispensary.notes(EntryKind.PROBLEM, "多年的胃病"));

        assertThat(said("uncoded:")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(RationalUseKind.DIAGNOSIS);
            assertThat(finding.severity()).isEqualTo(FindingSeverity.CAUTION);
            assertThat(finding.unknown()).isTrue();
            assertThat(finding.adviceZh()).contains("多年的胃病", "没有诊断编码");
            assertThat(finding.adviceEn()).contains("多年的胃病", "was not checked");
        });
    }

    /** Findings whose id begins like this, of a week of amlodipine. */
    private List<RationalUseFinding> said(String id) {
        return said(dispensary.town, dispensary.path(), id);
    }

    private static List<RationalUseFinding> said(Town town, String path, String id) {
        var usual = sheet(town.patient, line("amlodipine-5", "5", "mg", 7));
        var answer = town.doctor.post(path + "/check", new CheckPrescription(usual));
        return HubClient.read(answer, PrescriptionReport.class).findings().stream()
                .filter(finding -> finding.id().startsWith(id))
                .toList();
    }
}
