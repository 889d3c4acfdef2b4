package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wuduan.contract.DrugControl;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescriptionLine;
import org.wuduan.contract.Prescribing.PrescriptionRefusal;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.SupplyKind;
import org.wuduan.hub.prescribing.Sheets.Written;

/** Each rule at its limit and one past it, and the source that it names. */
class SupplyRulesTest {
    private static final UUID PATIENT = new UUID(1, 1);
    private static final int OLD = 79;

    @Test
    void five_medicines_are_the_most() {
        assertThat(broken(Sheets.sheet(PATIENT, lines(5, 7)))).isEmpty();
        assertThat(broken(Sheets.sheet(PATIENT, lines(6, 7)))).containsExactly(PrescriptionRule.DRUGS_MAX);
        assertThat(source(Sheets.sheet(PATIENT, lines(6, 7)))).isEqualTo("处方管理办法（卫生部令第53号）2007 第六条");
    }

    @Test
    void each_medicine_has_its_own_line() {
        var twice = Sheets.sheet(PATIENT, Sheets.line("a", "5", "mg", 7), Sheets.line("a", "5", "mg", 7));

        assertThat(broken(twice)).containsExactly(PrescriptionRule.LINE_TWICE);
    }

    @Test
    void nothing_is_prescribed_without_a_diagnosis_or_a_medicine() {
        assertThat(broken(written(SupplyKind.ORDINARY, 7).without().sheet()))
                .containsExactly(PrescriptionRule.DIAGNOSIS);
        assertThat(broken(Sheets.sheet(PATIENT))).containsExactly(PrescriptionRule.NO_LINES);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, 7, 8, SUPPLY_DAYS, 处方管理办法（卫生部令第53号）2007 第十九条（条号待核）",
        "EMERGENCY, 3, 4, EMERGENCY_DAYS, 处方管理办法（卫生部令第53号）2007 第十九条（条号待核）",
        "CHRONIC, 28, 29, LONG_TERM_WEEKS, 长期处方管理规范(试行) 2021（条款依据待核）"
    })
    void a_supply_ends_where_its_kind_says(
            SupplyKind kind, int most, int oneMore, PrescriptionRule rule, String source) {
        assertThat(broken(written(kind, most).because("血压平稳").sheet())).isEmpty();

        var longer = written(kind, oneMore).because("血压平稳").sheet();
        assertThat(broken(longer)).containsExactly(rule);
        assertThat(source(longer)).isEqualTo(source);
    }

    @Test
    void a_longer_supply_has_a_reason() {
        assertThat(broken(written(SupplyKind.CHRONIC, 14).sheet())).containsExactly(PrescriptionRule.SUPPLY_REASON);
        assertThat(broken(written(SupplyKind.CHRONIC, 14).because("  ").sheet()))
                .containsExactly(PrescriptionRule.SUPPLY_REASON);
    }

    @Test
    void up_to_four_weeks_a_long_term_prescription_needs_no_assessment() {
        assertThat(broken(written(SupplyKind.LONG_TERM, 28).because("平稳").sheet()))
                .isEmpty();
        assertThat(broken(written(SupplyKind.LONG_TERM, 29).because("平稳").sheet()))
                .containsExactly(PrescriptionRule.LONG_TERM_ASSESSMENT, PrescriptionRule.LONG_TERM_CONFIRMATION);
    }

    @Test
    void twelve_weeks_with_assessment_and_key_are_the_most() {
        var most =
                written(SupplyKind.LONG_TERM, 84).because("平稳").assessed("病情稳定").sheet();

        assertThat(SupplyRules.check(most, drugs(most, DrugControl.NONE), OLD, true))
                .isEmpty();
        assertThat(broken(most)).containsExactly(PrescriptionRule.LONG_TERM_CONFIRMATION);
    }

    @ParameterizedTest
    @EnumSource(names = {"NARCOTIC", "PSYCHOTROPIC", "TOXIC", "RADIOACTIVE", "PRECURSOR"})
    void nothing_under_special_control_is_prescribed_online(DrugControl control) {
        var sheet = written(SupplyKind.ORDINARY, 3).sheet();

        var refusals = SupplyRules.check(sheet, drugs(sheet, control), OLD, false);

        assertThat(refusals)
                .containsExactly(
                        new PrescriptionRefusal(PrescriptionRule.CONTROLLED_DRUG, "互联网诊疗管理办法(试行) 2018 第十九条", 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTIMICROBIAL", "TOXIC", "RADIOACTIVE", "PRECURSOR"})
    void some_classes_are_never_prescribed_long_term(DrugControl control) {
        var sheet = written(SupplyKind.LONG_TERM, 14).because("平稳").sheet();

        assertThat(rules(SupplyRules.check(sheet, drugs(sheet, control), OLD, false)))
                .contains(PrescriptionRule.LONG_TERM_CLASS);
    }

    @Test
    void a_child_who_may_still_be_five_has_a_guardian() {
        var sheet = written(SupplyKind.ORDINARY, 3);

        assertThat(rules(SupplyRules.check(sheet.sheet(), drugs(sheet.sheet(), DrugControl.NONE), 6, false)))
                .containsExactly(PrescriptionRule.UNDER_SIX);
        assertThat(SupplyRules.check(sheet.sheet(), drugs(sheet.sheet(), DrugControl.NONE), 7, false))
                .isEmpty();
        var guarded = sheet.withGuardian().sheet();
        assertThat(SupplyRules.check(guarded, drugs(guarded, DrugControl.NONE), 6, false))
                .isEmpty();
    }

    @Test
    void a_medicine_of_no_formulary_is_told_with_its_line() {
        var sheet = written(SupplyKind.ORDINARY, 7).sheet();

        assertThat(SupplyRules.check(sheet, List.of(Optional.empty()), OLD, false))
                .containsExactly(new PrescriptionRefusal(PrescriptionRule.DRUG_UNKNOWN, "本机构的药品目录", 0));
    }

    @ParameterizedTest
    @EnumSource(PrescriptionRule.class)
    void every_rule_names_a_source(PrescriptionRule rule) {
        assertThat(RuleSources.of(rule)).isNotBlank();
    }

    private static Written written(SupplyKind kind, int days) {
        return new Written(PATIENT, kind, List.of(Sheets.line("a", "5", "mg", days)));
    }

    private static PrescriptionLine[] lines(int count, int days) {
        return IntStream.range(0, count)
                .mapToObj(number -> Sheets.line("drug-" + number, "5", "mg", days))
                .toArray(PrescriptionLine[]::new);
    }

    private static List<Optional<Drug>> drugs(PrescriptionSheet sheet, DrugControl control) {
        return sheet.lines().stream()
                .map(_ -> Optional.of(Sheets.tablet("x", "5", control)))
                .toList();
    }

    private static List<PrescriptionRule> broken(PrescriptionSheet sheet) {
        return rules(SupplyRules.check(sheet, drugs(sheet, DrugControl.NONE), OLD, false));
    }

    private static String source(PrescriptionSheet sheet) {
        return SupplyRules.check(sheet, drugs(sheet, DrugControl.NONE), OLD, false)
                .getFirst()
                .source();
    }

    private static List<PrescriptionRule> rules(List<PrescriptionRefusal> refusals) {
        return Arrays.asList(refusals.stream().map(PrescriptionRefusal::rule).toArray(PrescriptionRule[]::new));
    }
}
