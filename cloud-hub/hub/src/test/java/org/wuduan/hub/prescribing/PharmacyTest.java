package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.PharmacyRefusal;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.prescribing.SimulatedPharmacy.Trouble;

/** Orders at the simulated pharmacy, which speaks the real interface by HTTP. */
class PharmacyTest extends HubTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    @Autowired
    SimulatedPharmacy simulator;

    @Autowired
    HttpPharmacy pharmacy;

    @Autowired
    PharmacyOrders orders;

    @Test
    void what_was_ordered_is_delivered_and_then_it_can_not_be_cancelled() {
        var dispensary = new Dispensary(town(), accounts, consortium, clock, port);
        var id = dispensary.approved(usual(dispensary));

        done(dispensary.order(dispensary.town.child, id));

        awaited(id, PharmacyState.DELIVERED);
        var shown = dispensary.awaited(id, PrescriptionState.DISPENSED);
        var price = Objects.requireNonNull(Objects.requireNonNull(shown.order()).price());
        assertThat(price.currency()).isEqualTo("CNY");
        assertThat(price.minor()).isEqualTo(7 * 50);
        assertThat(HubClient.problem(dispensary.order(dispensary.town.child, id)))
                .isEqualTo("wrong-state");
    }

    @Test
    void an_allergy_told_while_the_pharmacy_has_it_still_puts_it_back_before_the_pharmacist() {
        var dispensary = new Dispensary(town(), accounts, consortium, clock, port);
        var id = dispensary.approved(usual(dispensary));
        done(dispensary.order(dispensary.town.child, id));
        awaited(id, PharmacyState.PREPARING);

        done(dispensary.tells("苯磺酸氨氯地平片"));

        var again = dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW);
        assertThat(again.againBecause()).isNotNull();
        assertThat(again.order()).isNotNull();
    }

    @Test
    void what_the_pharmacy_has_waits_for_its_review_also_when_it_is_expired() {
        var dispensary = new Dispensary(town(), accounts, consortium, clock, port);
        var id = dispensary.approved(usual(dispensary));
        done(dispensary.order(dispensary.town.child, id));
        awaited(id, PharmacyState.PREPARING);
        done(dispensary.tells("苯磺酸氨氯地平片"));
        dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW);

        clock.pass(Duration.ofHours(25));

        assertThat(dispensary.waiting()).extracting(Prescription::id).contains(id);
    }

    @Test
    void an_answer_that_gets_lost_leads_to_one_order_and_not_to_two() {
        var dispensary = new Dispensary(town(), accounts, consortium, clock, port);
        var id = dispensary.approved(usual(dispensary));
        int before = simulator.takenInAll();
        simulator.fails(Trouble.ANSWER_LOST, 1);

        done(dispensary.order(dispensary.town.child, id));

        awaited(id, PharmacyState.PREPARING);
        assertThat(simulator.takenInAll()).isEqualTo(before + 1);
        assertThat(orders.of(id).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void after_the_last_try_the_home_is_told_and_may_try_again_under_the_same_order() {
        var dispensary = new Dispensary(town(), accounts, consortium, clock, port);
        var id = dispensary.approved(usual(dispensary));
        simulator.fails(Trouble.BROKEN, PharmacyOrders.ATTEMPTS_MAX);
        done(dispensary.order(dispensary.town.child, id));
        awaited(id, PharmacyState.UNREACHABLE);
        var first = orders.of(id).orElseThrow();
        assertThat(first.attempts()).isEqualTo(PharmacyOrders.ATTEMPTS_MAX);

        done(dispensary.order(dispensary.town.child, id));

        awaited(id, PharmacyState.PREPARING);
        assertThat(orders.of(id).orElseThrow().id()).isEqualTo(first.id());
    }

    @Test
    void what_is_not_in_stock_can_be_asked_for_again() {
        var dispensary = new Dispensary(town(), accounts, consortium, clock, port);
        var id = dispensary.approved(sheet(dispensary.town.patient, line("acarbose-50", "50", "mg", 7)));
        simulator.stockOf("acarbose-50", BigDecimal.ONE);
        done(dispensary.order(dispensary.town.child, id));
        awaited(id, PharmacyState.OUT_OF_STOCK);

        simulator.stockOf("acarbose-50", BigDecimal.TEN);
        done(dispensary.order(dispensary.town.child, id));

        awaited(id, PharmacyState.PREPARING);
    }

    @Test
    void the_pharmacy_itself_refuses_an_expired_prescription_and_the_same_one_twice() throws Exception {
        var prescription = UUID.randomUUID();
        var yesterday = clock.instant().minus(Duration.ofDays(1));
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        var items = List.of(new Pharmacy.Item("amlodipine-5", BigDecimal.ONE));

        var expired = pharmacy.place(new Pharmacy.Wish(UUID.randomUUID(), prescription, "00", yesterday, items));
        var first = new Pharmacy.Wish(UUID.randomUUID(), prescription, "00", tomorrow, items);
        var taken = pharmacy.place(first);
        var again = pharmacy.place(new Pharmacy.Wish(UUID.randomUUID(), prescription, "00", tomorrow, items));

        assertThat(expired).isEqualTo(new Pharmacy.Declined(PharmacyRefusal.EXPIRED));
        assertThat(taken).isInstanceOf(Pharmacy.Taken.class);
        assertThat(pharmacy.place(first)).isEqualTo(taken);
        assertThat(again).isEqualTo(new Pharmacy.Declined(PharmacyRefusal.DUPLICATE));
    }

    @Test
    void a_pharmacy_that_is_not_set_up_or_says_nonsense_is_away() {
        var nowhere = new HttpPharmacy(new HttpPharmacy.PharmacyAddress(""));
        var closed = new HttpPharmacy(new HttpPharmacy.PharmacyAddress("http://127.0.0.1:1"));

        assertThatThrownBy(() -> nowhere.stateOf(UUID.randomUUID())).isInstanceOf(Pharmacy.Away.class);
        assertThatThrownBy(() -> closed.stateOf(UUID.randomUUID())).isInstanceOf(Pharmacy.Away.class);
        assertThatThrownBy(() -> pharmacy.stateOf(UUID.randomUUID()))
                .as("an order that it never took")
                .isInstanceOf(Pharmacy.Away.class);
    }

    private static org.wuduan.contract.Prescribing.PrescriptionSheet usual(Dispensary dispensary) {
        return sheet(dispensary.town.patient, line("amlodipine-5", "5", "mg", 7));
    }

    /** The clock goes on with the waiting, so that retries and deliveries come at once. */
    private void awaited(UUID prescription, PharmacyState state) {
        Eventually.holds("the order is " + state, () -> {
            clock.pass(Duration.ofSeconds(1));
            var now = orders.of(prescription).orElseThrow().state();
            return now == state || (state == PharmacyState.PREPARING && now != PharmacyState.PLACING);
        });
    }
}
