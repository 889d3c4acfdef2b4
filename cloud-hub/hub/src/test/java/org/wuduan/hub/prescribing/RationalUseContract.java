package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.DrugControl;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.RationalUseFinding;

/** What whoever checks rational use must keep to, so that a doctor's reason stays with its finding. */
interface RationalUseContract {
    UUID INSTITUTION = new UUID(3, 3);

    RationalUse checker();

    /** A taking about which the checker has something to say that is more than a caution. */
    Course wrong();

    @Test
    default void the_same_course_has_the_same_findings_under_the_same_ids() {
        assertThat(checker().check(INSTITUTION, wrong())).isEqualTo(checker().check(INSTITUTION, wrong()));
    }

    @Test
    default void every_finding_has_an_id_of_its_own_names_lines_of_the_course_and_speaks_both_languages() {
        var findings = checker().check(INSTITUTION, wrong());

        assertThat(findings).anyMatch(finding -> finding.severity() != FindingSeverity.CAUTION);
        assertThat(findings).extracting(RationalUseFinding::id).doesNotHaveDuplicates();
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.id()).matches("[a-z0-9][a-z0-9_.:|-]{0,199}");
            assertThat(finding.adviceZh()).isNotBlank();
            assertThat(finding.adviceEn()).isNotBlank();
            assertThat(finding.lines())
                    .isNotEmpty()
                    .allMatch(line -> wrong().takings().stream().anyMatch(taking -> taking.line() == line));
        });
    }

    @Test
    default void nothing_is_said_to_an_empty_course() {
        assertThat(checker().check(INSTITUTION, new Course(List.of(), wrong().person())))
                .isEmpty();
    }

    static Course.Taking taking(int line, String ingredient, String milligramsADay) {
        return new Course.Taking(
                line,
                Sheets.tablet(ingredient, "5", DrugControl.NONE),
                new BigDecimal(milligramsADay),
                new BigDecimal(milligramsADay));
    }

    static Course.Person old(Set<String> allergies) {
        return Sheets.person(79, allergies, Set.of(), null);
    }
}
