package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.PrescriptionRule;

/** What each rule quotes, and what of it nobody has seen in a copy. */
class RuleSourcesTest {
    private static final String PRESCRIPTIONS = "处方管理办法（卫生部令第53号）2007 ";
    private static final String ONLINE = "互联网诊疗管理办法(试行) 2018 ";

    @Test
    void an_article_whose_number_was_not_seen_is_said_to_be_open() {
        assertThat(of(PrescriptionRule.SUPPLY_DAYS, PrescriptionRule.EMERGENCY_DAYS, PrescriptionRule.SUPPLY_REASON))
                .containsOnly(PRESCRIPTIONS + "第十九条（条号待核）");
        assertThat(RuleSources.VALIDITY).isEqualTo(PRESCRIPTIONS + "第十八条（条号待核）");
    }

    @Test
    void a_regulation_of_which_no_article_is_known_is_said_to_have_none() {
        assertThat(of(
                        PrescriptionRule.LONG_TERM_WEEKS,
                        PrescriptionRule.LONG_TERM_CLASS,
                        PrescriptionRule.LONG_TERM_ASSESSMENT,
                        PrescriptionRule.LONG_TERM_CONFIRMATION))
                .containsOnly("长期处方管理规范(试行) 2021（条款依据待核）");
    }

    @Test
    void an_article_that_was_seen_stands_alone_and_a_reading_of_it_is_named_as_ours() {
        assertThat(of(PrescriptionRule.DRUGS_MAX)).containsOnly(PRESCRIPTIONS + "第六条");
        assertThat(of(PrescriptionRule.DIAGNOSIS)).containsOnly(PRESCRIPTIONS + "第六条第十项");
        assertThat(of(PrescriptionRule.CONTROLLED_DRUG, PrescriptionRule.UNDER_SIX))
                .containsOnly(ONLINE + "第十九条");
        assertThat(RuleSources.SIGNATURE).isEqualTo("互联网诊疗监管细则(试行) 2022 第二十一条");
        assertThat(of(PrescriptionRule.LINE_TWICE)).containsOnly(PRESCRIPTIONS + "第六条（同一种药只写一行，是本系统的读法）");
    }

    @Test
    void whatever_cites_none_of_them_names_no_article() {
        var cited = List.of("处方管理办法", "互联网诊疗", "长期处方管理规范");

        assertThat(Arrays.stream(PrescriptionRule.values()).map(RuleSources::of))
                .filteredOn(source -> cited.stream().noneMatch(source::startsWith))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source).doesNotContainPattern("第.+条"));
    }

    private static List<String> of(PrescriptionRule... rules) {
        return Arrays.stream(rules).map(RuleSources::of).toList();
    }
}
