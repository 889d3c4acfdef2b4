package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Problem;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.prescribing.SimulatedPharmacy.Trouble;

/** A prescription that somebody changes in the database after its signature. */
class ChangedPrescriptionTest extends DispensaryTest {
    @Autowired
    SimulatedPharmacy simulator;

    @Autowired
    PharmacyOrders orders;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void noTrouble() {
        simulator.preparesFor(null);
        simulator.fails(Trouble.BROKEN, 0);
    }

    @ParameterizedTest
    @EnumSource(ReviewDecision.class)
    void a_pharmacist_decides_nothing_about_what_the_doctor_did_not_sign(ReviewDecision decision) {
        var id = dispensary.issued(usual());
        change(id, "{sheet,lines,0,dose,value}", "10");

        assertRefused(dispensary.review(id, 2, decision, "请核对"));

        change(id, "{sheet,lines,0,dose,value}", "5");
        done(dispensary.review(id, 2, decision, "请核对"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sheet,lines,0,dose,value}|10",
                "{sheet,lines,0,note}|每小时一次",
                "{sheet,diagnoses,0,code}|I15",
                "{issue,drugs,0,strength,value}|50",
                "{issue,report,amounts,0,total,value}|70",
                "{issue,hash}|00",
                "{sheet,supplyReason}|长期服用"
            })
    void whatever_of_it_was_changed_nobody_approves_it(String where, String text) {
        var id = dispensary.issued(usual());

        change(id, where, text);

        assertRefused(dispensary.review(id, 2, ReviewDecision.APPROVED, null));
    }

    @Test
    void the_home_can_not_order_what_was_changed_after_its_approval() {
        var id = dispensary.approved(usual());

        change(id, "{sheet,lines,0,dose,value}", "10");

        assertRefused(dispensary.order(dispensary.town.child, id));
        assertThat(orders.of(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{state}|approved", "{review,decision}|approved"})
    void what_a_pharmacist_sent_back_is_not_ordered_whatever_the_row_says(String where, String text) {
        var id = dispensary.issued(usual());
        done(dispensary.review(id, 2, ReviewDecision.REJECTED, "请核对剂量"));
        change(id, "{state}", "approved");

        change(id, where, text);

        assertRefused(dispensary.order(dispensary.town.child, id), "signed-review");
        assertThat(orders.of(id)).isEmpty();
    }

    @Test
    void what_has_no_true_signature_any_more_is_not_ordered() {
        var id = dispensary.approved(usual());

        jdbc.sql("alter table signed_version disable trigger user").update();
        try {
            jdbc.sql("update signed_version set signature = set_byte(signature, 5, 255 - get_byte(signature, 5))"
                            + " where document = ?")
                    .param(id)
                    .update();
        } finally {
            jdbc.sql("alter table signed_version enable trigger user").update();
        }

        assertRefused(dispensary.order(dispensary.town.child, id));
    }

    @Test
    void the_pharmacy_is_not_asked_again_for_what_was_changed_and_gives_up_what_it_may_have() {
        var id = dispensary.approved(usual());
        int before = simulator.takenInAll();
        simulator.fails(Trouble.BROKEN, Integer.MAX_VALUE);
        done(dispensary.order(dispensary.town.child, id));
        Eventually.holds("it was asked once", () -> orders.of(id).orElseThrow().attempts() > 0);

        change(id, "{sheet,lines,0,dose,value}", "10");
        simulator.fails(Trouble.BROKEN, 0);

        Eventually.holds("it is withdrawn", () -> {
            clock.pass(Duration.ofSeconds(1));
            return orders.of(id).orElseThrow().state() == PharmacyState.WITHDRAWN;
        });
        assertThat(simulator.takenInAll()).isEqualTo(before);
        assertRefused(dispensary.order(dispensary.town.child, id));
    }

    @Test
    void what_was_changed_and_can_not_be_withdrawn_any_more_is_not_taken_for_wished() {
        var id = dispensary.approved(usual());
        simulator.preparesFor(Duration.ofDays(1));
        done(dispensary.order(dispensary.town.child, id));
        Eventually.holds("the pharmacy has it", () -> {
            clock.pass(Duration.ofSeconds(1));
            return orders.of(id).orElseThrow().state() == PharmacyState.PREPARING;
        });

        change(id, "{sheet,lines,0,dose,value}", "10");
        simulator.fails(Trouble.REFUSES, Integer.MAX_VALUE);
        transactions.executeWithoutResult(_ -> orders.withdraw(id));

        Eventually.holds("the home is told to call", () -> {
            clock.pass(Duration.ofSeconds(1));
            return orders.of(id).orElseThrow().state() == PharmacyState.TOO_LATE;
        });
    }

    private PrescriptionSheet usual() {
        return sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 7));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertRefused(answer, "signed-text");
    }

    private static void assertRefused(HttpResponse<String> answer, String missing) {
        assertThat(HubClient.problem(answer)).isEqualTo("rule-not-met");
        var problem = HubClient.read(answer, Problem.class);
        assertThat(problem.rule()).isEqualTo(SignedPrescriptions.RULE);
        assertThat(problem.source()).isEqualTo(RuleSources.SIGNATURE);
        assertThat(problem.missing()).containsExactly(missing);
    }
}
