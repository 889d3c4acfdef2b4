package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.RationalUseContract.taking;
import static org.wuduan.hub.prescribing.Sheets.elsewhere;
import static org.wuduan.hub.prescribing.Sheets.whoGets;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.record.PatientRecords;
import org.wuduan.hub.tables.TableForm;

/** The checks against the table that comes with the product. */
class TableRationalUseTest extends HubTest implements RationalUseContract {
    @Autowired
    TableRationalUse table;

    @Autowired
    DrugTables tables;

    @Override
    public RationalUse checker() {
        return table;
    }

    @Override
    public Course wrong() {
        return new Course(
                List.of(taking(0, "simvastatin", "40"), taking(1, "amlodipine", "15"), taking(2, "metformin", "3000")),
                Sheets.person(79, Set.of("amlodipine"), Set.of(), null));
    }

    @Test
    void the_shipped_tables_have_no_fault_and_every_row_names_its_source() {
        var rules = UseRuleFile.read(
                ((TableForm.Table<UseRuleColumn>) UseRuleFile.FORM.read(DrugTables.shipped("rational-use.csv")))
                        .lines());
        var drugs = FormularyFile.read(
                ((TableForm.Table<FormularyColumn>) FormularyFile.FORM.read(DrugTables.shipped("formulary.csv")))
                        .lines());

        assertThat(rules.faults()).isEmpty();
        assertThat(drugs.faults()).isEmpty();
        assertThat(rules.rows()).hasSizeGreaterThanOrEqualTo(30).allSatisfy(rule -> {
            assertThat(rule.source().title()).isNotBlank();
            assertThat(rule.source().section()).isNotBlank();
            assertThat(rule.source().address()).startsWith("http");
        });
        assertThat(drugs.rows()).extracting(Drug::code).hasSizeBetween(25, 40);
        assertThat(table.reviewed(INSTITUTION)).isFalse();
    }

    @Test
    void an_allergy_on_record_is_a_contraindication() {
        var found = said(
                new Course(List.of(taking(0, "amoxicillin", "1000")), RationalUseContract.old(Set.of("penicillin"))));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(RationalUseKind.ALLERGY);
            assertThat(finding.severity()).isEqualTo(FindingSeverity.CONTRAINDICATED);
        });
        assertThat(said(new Course(
                        List.of(taking(0, "amoxicillin", "1000")), RationalUseContract.old(Set.of("nsaid")))))
                .isEmpty();
    }

    @Test
    void an_allergy_to_the_very_ingredient_needs_no_row() {
        var found = said(new Course(
                List.of(taking(0, "clarithromycin", "500")), RationalUseContract.old(Set.of("clarithromycin"))));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(RationalUseKind.ALLERGY);
            assertThat(finding.severity()).isEqualTo(FindingSeverity.CONTRAINDICATED);
        });
    }

    @Test
    void who_turns_sixteen_this_year_may_still_be_fifteen() {
        assertThat(said(aspirinAt(16))).extracting(RationalUseFinding::id).containsExactly("aspirin-age:aspirin-tab");
        assertThat(said(aspirinAt(17))).isEmpty();
    }

    @Test
    void a_daily_dose_is_warned_of_above_its_maximum_and_not_at_it() {
        assertThat(said(one("amlodipine", "10"))).isEmpty();
        assertThat(said(one("amlodipine", "10.5")))
                .extracting(RationalUseFinding::id)
                .containsExactly("amlodipine-max:amlodipine-tab");
    }

    @Test
    void two_medicines_that_must_not_meet_are_found_in_either_order_and_with_what_is_taken_already() {
        var forward = new Course(
                List.of(taking(0, "clopidogrel", "75"), taking(1, "omeprazole", "20")),
                RationalUseContract.old(Set.of()));
        var backward = new Course(
                List.of(taking(0, "omeprazole", "20"), taking(1, "clopidogrel", "75")),
                RationalUseContract.old(Set.of()));
        var taken = new Course(
                List.of(taking(0, "clopidogrel", "75")),
                new Course.Person(79, Set.of(), Set.of(), Set.of("omeprazole"), List.of(), BigDecimal.TEN));

        assertThat(said(forward))
                .singleElement()
                .extracting(RationalUseFinding::lines)
                .isEqualTo(List.of(0, 1));
        assertThat(said(backward))
                .singleElement()
                .extracting(RationalUseFinding::lines)
                .isEqualTo(List.of(1, 0));
        assertThat(said(taken))
                .extracting(RationalUseFinding::id)
                .containsExactly("clopidogrel-omeprazole:clopidogrel-tab:taken");
    }

    @Test
    void what_is_taken_already_is_met_from_either_side_and_by_its_class() {
        var ibuprofenOnWarfarin = new Course(List.of(taking(0, "ibuprofen", "600")), whoTakes("warfarin"));
        var spironolactoneOnLosartan = new Course(List.of(taking(0, "spironolactone", "20")), whoTakes("losartan"));

        assertThat(said(ibuprofenOnWarfarin))
                .extracting(RationalUseFinding::id)
                .containsExactly("warfarin-ibuprofen:ibuprofen-tab:taken");
        assertThat(said(spironolactoneOnLosartan))
                .extracting(RationalUseFinding::id)
                .containsExactly("spironolactone-arb:spironolactone-tab:taken");
    }

    @Test
    void an_interaction_with_a_limit_holds_above_it() {
        assertThat(said(with("simvastatin", "20", "amlodipine"))).isEmpty();
        assertThat(said(with("simvastatin", "40", "amlodipine")))
                .extracting(RationalUseFinding::id)
                .containsExactly("simvastatin-amlodipine:simvastatin-tab_amlodipine-tab");
    }

    @Test
    void an_unknown_renal_function_is_told_once_and_a_known_one_is_judged() {
        assertThat(said(renal(null))).singleElement().satisfies(finding -> {
            assertThat(finding.unknown()).isTrue();
            assertThat(finding.severity()).isEqualTo(FindingSeverity.CAUTION);
        });
        assertThat(said(renal("62"))).isEmpty();
        assertThat(said(renal("44"))).extracting(RationalUseFinding::severity).containsExactly(FindingSeverity.WARNING);
        assertThat(said(renal("29")))
                .extracting(RationalUseFinding::severity)
                .containsExactlyInAnyOrder(FindingSeverity.WARNING, FindingSeverity.CONTRAINDICATED);
    }

    @Test
    void a_diagnosis_is_known_by_the_beginning_of_its_code() {
        var ulcer =
                new Course(List.of(taking(0, "aspirin", "100")), Sheets.person(50, Set.of(), Set.of("K26.300"), "90"));

        assertThat(said(ulcer)).extracting(RationalUseFinding::id).containsExactly("aspirin-ulcer:aspirin-tab");
    }

    @Test
    void a_diagnosis_that_is_coarser_than_a_rule_is_told_with_the_rule_and_its_source() {
        assertThat(said(diagnosed("metoprolol", "I44"))).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("too-coarse:metoprolol-block:metoprolol-tab");
            assertThat(finding.kind()).isEqualTo(RationalUseKind.DIAGNOSIS);
            assertThat(finding.severity()).isEqualTo(FindingSeverity.CAUTION);
            assertThat(finding.unknown()).isTrue();
            assertThat(finding.adviceZh()).contains("诊断 I44 太粗", "I44.1、I44.2", "房室传导阻滞");
            assertThat(finding.adviceEn()).contains("I44 is too coarse", "I44.1 or I44.2", "heart block");
            assertThat(finding.source()).isNotNull();
        });
        assertThat(said(diagnosed("aspirin", "K92")))
                .extracting(RationalUseFinding::id)
                .containsExactly("too-coarse:aspirin-ulcer:aspirin-tab");
    }

    @Test
    void what_is_finer_is_judged_and_what_meets_a_rule_is_not_called_too_coarse() {
        assertThat(said(diagnosed("metoprolol", "I44.0"))).isEmpty();
        assertThat(said(diagnosed("metoprolol", "I44.1", "I49")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("metoprolol-block:metoprolol-tab");
                    assertThat(finding.severity()).isEqualTo(FindingSeverity.CONTRAINDICATED);
                });
    }

    @Test
    void with_the_starter_list_of_diagnoses_every_rule_about_one_of_them_can_speak() throws IOException {
        var looked = new ArrayList<String>();
        for (var rule : tables.rules(INSTITUTION)) {
            if (rule.kind() != RationalUseKind.DIAGNOSIS) {
                continue;
            }
            var drug = tables.drugs(INSTITUTION).stream()
                    .filter(rule::isAbout)
                    .findFirst()
                    .orElseThrow();
            var taking = new Course.Taking(0, drug, BigDecimal.ONE, BigDecimal.ONE);
            for (var object : rule.objects()) {
                var code = starterList().stream()
                        .filter(one -> one.startsWith(object))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no code of the list is " + object));
                assertThat(said(new Course(List.of(taking), Sheets.person(50, Set.of(), Set.of(code), "90"))))
                        .as(rule.id() + " with " + code)
                        .anySatisfy(finding -> {
                            assertThat(finding.id()).startsWith(rule.id());
                            assertThat(finding.severity()).isEqualTo(rule.severity());
                        });
                looked.add(drug.ingredients().getFirst() + " " + object);
            }
        }

        assertThat(looked)
                .contains("metoprolol I44.1", "metoprolol I49.5", "metoprolol R00.1", "aspirin K92.2", "warfarin K92.2")
                .contains("atorvastatin K72.0", "metformin E11.1", "gliclazide E11.0");
    }

    @Test
    void the_same_ingredient_twice_is_seen_without_a_table() {
        var twice = new Course(
                List.of(taking(0, "furosemide", "20"), taking(1, "furosemide", "20")),
                RationalUseContract.old(Set.of()));

        assertThat(said(twice)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(RationalUseKind.DUPLICATE);
            assertThat(finding.lines()).containsExactly(0, 1);
        });
    }

    @Test
    void the_same_ingredient_by_another_prescription_is_named_with_its_medicine_and_day() {
        var found = said(new Course(List.of(taking(0, "furosemide", "20")), whoGets(elsewhere("furosemide", "20"))));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("duplicate:furosemide:" + Sheets.OTHER);
            assertThat(finding.severity()).isEqualTo(FindingSeverity.WARNING);
            assertThat(finding.adviceZh()).contains("furosemide", "2026-11-02");
            assertThat(finding.adviceEn()).contains("furosemide", "2026-11-02");
        });
    }

    @Test
    void what_must_not_meet_is_found_with_another_prescription_from_either_side() {
        var clopidogrelHere =
                new Course(List.of(taking(0, "clopidogrel", "75")), whoGets(elsewhere("omeprazole", "20")));
        var omeprazoleHere =
                new Course(List.of(taking(0, "omeprazole", "20")), whoGets(elsewhere("clopidogrel", "75")));

        assertThat(said(clopidogrelHere)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("clopidogrel-omeprazole:clopidogrel-tab:" + Sheets.OTHER);
            assertThat(finding.adviceZh()).contains("omeprazole", "2026-11-02");
            assertThat(finding.source()).isNotNull();
        });
        assertThat(said(omeprazoleHere))
                .extracting(RationalUseFinding::id)
                .containsExactly("clopidogrel-omeprazole:omeprazole-tab:" + Sheets.OTHER);
    }

    @Test
    void an_interaction_with_a_limit_counts_what_both_prescriptions_bring() {
        var twenty = whoGets(elsewhere("simvastatin", "20"));
        var both = new Course(List.of(taking(0, "amlodipine", "5"), taking(1, "simvastatin", "20")), twenty);

        assertThat(said(new Course(List.of(taking(0, "amlodipine", "5")), twenty)))
                .isEmpty();
        assertThat(said(both))
                .extracting(RationalUseFinding::id)
                .contains("simvastatin-amlodipine:amlodipine-tab:" + Sheets.OTHER);
    }

    @Test
    void the_daily_doses_of_two_prescriptions_are_added_up() {
        var five = whoGets(elsewhere("amlodipine", "5"));

        assertThat(said(new Course(List.of(taking(0, "amlodipine", "5")), five)))
                .extracting(RationalUseFinding::kind)
                .containsExactly(RationalUseKind.DUPLICATE);
        assertThat(said(new Course(List.of(taking(0, "amlodipine", "7.5")), five)))
                .filteredOn(finding -> finding.kind() == RationalUseKind.MAX_DAILY)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("amlodipine-max:amlodipine-tab:" + Sheets.OTHER);
                    assertThat(finding.adviceZh()).contains("2026-11-02", "12.5 mg");
                });
    }

    private List<RationalUseFinding> said(Course course) {
        return table.check(INSTITUTION, course);
    }

    private static Course.Person whoTakes(String already) {
        return new Course.Person(50, Set.of(), Set.of(), Set.of(already), List.of(), BigDecimal.TEN);
    }

    private static Course aspirinAt(int age) {
        return new Course(List.of(taking(0, "aspirin", "100")), Sheets.person(age, Set.of(), Set.of(), null));
    }

    private static Course one(String ingredient, String milligramsADay) {
        return new Course(List.of(taking(0, ingredient, milligramsADay)), RationalUseContract.old(Set.of()));
    }

    private static Course with(String ingredient, String milligramsADay, String other) {
        return new Course(
                List.of(taking(0, ingredient, milligramsADay), taking(1, other, "5")),
                RationalUseContract.old(Set.of()));
    }

    private static Course diagnosed(String ingredient, String... codes) {
        return new Course(List.of(taking(0, ingredient, "50")), Sheets.person(50, Set.of(), Set.of(codes), "90"));
    }

    /** The codes that a hub offers until an institution brings its own list. */
    private static List<String> starterList() throws IOException {
        try (var file = Objects.requireNonNull(PatientRecords.class.getResourceAsStream("diagnoses.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", 2)[0])
                    .toList();
        }
    }

    private static Course renal(@org.jspecify.annotations.Nullable String egfr) {
        return new Course(List.of(taking(0, "metformin", "1000")), Sheets.person(50, Set.of(), Set.of(), egfr));
    }
}
