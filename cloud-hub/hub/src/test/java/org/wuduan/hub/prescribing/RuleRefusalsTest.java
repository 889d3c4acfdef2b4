package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wuduan.contract.Prescribing.PrescriptionLine;
import org.wuduan.contract.Prescribing.PrescriptionRefusal;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.Problem;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.shared.WireSchemas;

/** A refusal by a rule says which rule, where it stands, and what is missing. */
class RuleRefusalsTest extends DispensaryTest {
    @ParameterizedTest
    @EnumSource(PrescriptionRule.class)
    void each_rule_is_named_with_its_source_in_the_form_of_the_contract(PrescriptionRule rule) {
        var problem = RuleRefusals.notReady(new PrescriptionRefusal(rule, RuleSources.of(rule), null))
                .problem();

        assertThat(problem.detail()).isEqualTo(rule.name().toLowerCase(Locale.ROOT));
        assertThat(problem.rule())
                .isEqualTo(rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.source()).isEqualTo(RuleSources.of(rule));
        assertThat(WireSchemas.fault("common", "Problem", WireJson.mapper().writeValueAsString(problem)))
                .isNull();
    }

    @Test
    void what_is_signed_against_a_rule_is_refused_with_the_rule_and_its_article() {
        var problem = refused(line("amlodipine-5", "5", "mg", 8));

        assertThat(problem.rule()).isEqualTo("supply-days");
        assertThat(problem.source()).isEqualTo("处方管理办法（卫生部令第53号）2007 第十九条（条号待核）");
        assertThat(problem.missing()).isNull();
    }

    @Test
    void what_is_signed_over_a_warning_is_refused_and_the_reason_is_named_as_missing() {
        var problem = refused(line("amlodipine-5", "15", "mg", 7));

        assertThat(problem.detail()).isEqualTo("override_missing");
        assertThat(problem.rule()).isEqualTo("override-missing");
        assertThat(problem.missing()).containsExactly("override-reason");
    }

    @Test
    void what_is_ordered_after_its_day_is_refused_with_the_article() {
        var id = dispensary.approved(sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 7)));

        clock.pass(Duration.ofHours(25));

        var answer = dispensary.order(dispensary.town.signIn("child"), id);
        assertThat(HubClient.problem(answer)).isEqualTo("prescription-expired");
        var problem = HubClient.read(answer, Problem.class);
        assertThat(problem.rule()).isEqualTo("prescription-validity");
        assertThat(problem.source()).isEqualTo("处方管理办法（卫生部令第53号）2007 第十八条（条号待核）");
        assertThat(problem.missing()).containsExactly("valid-prescription");
    }

    /** Why the doctor can't sign a prescription with this line. */
    private Problem refused(PrescriptionLine line) {
        var id = UUID.randomUUID();
        done(dispensary.save(id, 0, sheet(dispensary.town.patient, line)));
        var answer = dispensary.issue(id, 1);
        assertThat(HubClient.problem(answer)).isEqualTo("prescription-not-ready");
        return HubClient.read(answer, Problem.class);
    }
}
