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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.PharmacyRefusal;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.prescribing.SimulatedPharmacy.Trouble;

/** Orders at the simulated pharmacy, which speaks the real interface by HTTP. */
class PharmacyTest extends DispensaryTest {
    @Autowired
    SimulatedPharmacy simulator;

    @Autowired
    HttpPharmacy pharmacy;

    @Autowired
    PharmacyOrders orders;

    @Autowired
    PharmacyRounds rounds;

    @Autowired
    PrescriptionBook book;

    @Autowired
    PrescriptionPages pages;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void asAlways() {
        simulator.preparesFor(null);
        simulator.fails(Trouble.BROKEN, 0);
    }

    @Test
    void what_was_ordered_is_delivered_and_then_it_can_not_be_cancelled() {
        var id = dispensary.approved(usual());

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
    void an_allergy_told_while_the_pharmacy_has_it_puts_it_back_and_the_order_is_withdrawn() {
        var id = inHand();
        var first = orders.of(id).orElseThrow().id();
        int before = simulator.takenInAll();

        done(dispensary.tells("苯磺酸氨氯地平片"));

        var again = dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW);
        assertThat(again.againBecause()).isNotNull();
        awaited(id, PharmacyState.WITHDRAWN);
        assertThat(simulator.takenInAll()).isEqualTo(before - 1);
        assertThat(orders.of(id).orElseThrow().price()).isNull();

        done(dispensary.review(id, again.version(), ReviewDecision.APPROVED, null));
        done(dispensary.order(dispensary.town.child, id));
        awaited(id, PharmacyState.PREPARING);
        assertThat(orders.of(id).orElseThrow().id()).isNotEqualTo(first);
    }

    @Test
    void what_left_the_pharmacy_before_it_could_be_withdrawn_stays_in_sight_until_it_is_approved_again() {
        var id = inHand();
        simulator.fails(Trouble.REFUSES, 1);

        done(dispensary.tells("苯磺酸氨氯地平片"));

        awaited(id, PharmacyState.TOO_LATE);
        var again = dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW);
        assertThat(Objects.requireNonNull(again.order()).state()).isEqualTo(PharmacyState.TOO_LATE);
        assertThat(HubClient.problem(dispensary.order(dispensary.town.child, id)))
                .isEqualTo("wrong-state");

        simulator.preparesFor(Duration.ZERO);
        done(dispensary.review(id, again.version(), ReviewDecision.APPROVED, null));
        awaited(id, PharmacyState.DELIVERED);
        dispensary.awaited(id, PrescriptionState.DISPENSED);
    }

    @Test
    void a_withdrawal_is_asked_for_until_the_pharmacy_answers_and_nothing_is_claimed_before() {
        var id = inHand();
        simulator.fails(Trouble.BROKEN, Integer.MAX_VALUE);

        done(dispensary.tells("苯磺酸氨氯地平片"));

        Eventually.holds("it was asked for as often as an order is placed", () -> {
            clock.pass(Duration.ofSeconds(1));
            return orders.of(id).orElseThrow().attempts() == PharmacyOrders.ATTEMPTS_MAX;
        });
        var shown = dispensary.awaited(id, PrescriptionState.AWAITING_REVIEW).order();
        assertThat(Objects.requireNonNull(shown).state()).isEqualTo(PharmacyState.WITHDRAWING);
        simulator.fails(Trouble.ANSWER_LOST, 1);
        awaited(id, PharmacyState.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"ANSWER_LOST", "BROKEN"})
    void what_the_pharmacy_may_have_taken_without_saying_so_is_withdrawn_too(Trouble trouble) {
        var id = dispensary.approved(usual());
        int before = simulator.takenInAll();
        simulator.preparesFor(Duration.ofDays(1));
        simulator.fails(trouble, 1);
        done(dispensary.order(dispensary.town.child, id));
        Eventually.holds("it was asked once", () -> orders.of(id).orElseThrow().attempts() > 0);

        done(dispensary.tells("苯磺酸氨氯地平片"));

        awaited(id, PharmacyState.WITHDRAWN);
        assertThat(simulator.takenInAll()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"ANSWER_LOST", "BROKEN"})
    void what_expires_while_nobody_knows_whether_the_pharmacy_has_it_is_withdrawn(Trouble trouble) {
        int before = simulator.takenInAll();
        simulator.preparesFor(Duration.ofDays(30));
        var id = askedInVain(trouble);

        clock.pass(Duration.ofHours(25));
        simulator.fails(Trouble.BROKEN, 0);

        awaited(id, PharmacyState.WITHDRAWN);
        assertThat(simulator.takenInAll()).isEqualTo(before);
        assertThat(HubClient.problem(dispensary.order(dispensary.town.signIn("child"), id)))
                .isEqualTo("prescription-expired");
    }

    @Test
    void what_was_placed_in_vain_is_withdrawn_when_it_expires_and_not_before() {
        int before = simulator.takenInAll();
        simulator.preparesFor(Duration.ofDays(30));
        var id = askedInVain(Trouble.ANSWER_LOST);
        awaited(id, PharmacyState.UNREACHABLE);
        assertThat(simulator.takenInAll()).isEqualTo(before + 1);
        simulator.fails(Trouble.BROKEN, 0);

        var until = Objects.requireNonNull(book.find(id).orElseThrow().issue()).validUntil();
        clock.pass(Duration.between(clock.instant(), until).minusMinutes(1));
        rounds.goRound();
        assertThat(orders.of(id).orElseThrow().state()).isEqualTo(PharmacyState.UNREACHABLE);
        clock.pass(Duration.ofMinutes(1));

        awaited(id, PharmacyState.WITHDRAWN);
        assertThat(simulator.takenInAll()).isEqualTo(before);
    }

    @Test
    void what_ran_out_while_the_pharmacy_does_not_answer_is_shown_as_expired() {
        var id = askedInVain(Trouble.BROKEN);
        awaited(id, PharmacyState.UNREACHABLE);
        clock.pass(Duration.ofHours(25));

        awaited(id, PharmacyState.WITHDRAWING);

        assertThat(pages.state(book.find(id).orElseThrow())).isEqualTo(PrescriptionState.EXPIRED);
    }

    @Test
    void what_expires_after_a_lost_answer_and_has_left_the_pharmacy_is_known_to_be_delivered() {
        var id = askedInVain(Trouble.ANSWER_LOST);

        clock.pass(Duration.ofHours(25));
        simulator.fails(Trouble.BROKEN, 0);

        awaited(id, PharmacyState.DELIVERED);
        assertThat(jdbc.sql("select state from prescription where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("dispensed");
    }

    @Test
    void the_mark_alone_is_enough_for_the_next_round_to_ask() {
        var id = inHand();

        transactions.executeWithoutResult(_ -> {
            orders.withdraw(id);
            assertThat(orders.due(1)).singleElement().satisfies(first -> {
                assertThat(first.prescription()).isEqualTo(id);
                assertThat(first.state()).isEqualTo(PharmacyState.WITHDRAWING);
            });
        });

        awaited(id, PharmacyState.WITHDRAWN);
    }

    @Test
    void a_doctor_who_cancels_what_the_pharmacy_has_in_hand_withdraws_it_and_the_pharmacist_sees_it() {
        var id = inHand();

        done(dispensary.town.doctor.post(dispensary.path() + "/" + id + "/cancel", new CancelPrescription(3, "病人已住院")));

        awaited(id, PharmacyState.WITHDRAWN);
        try (var live = dispensary.town.live(dispensary.pharmacist)) {
            live.watch("inbox");
            live.awaitView(
                    "inbox",
                    View.PharmacistInbox.class,
                    inbox -> inbox.decided().stream()
                            .anyMatch(one -> one.id().equals(id)
                                    && one.state() == PrescriptionState.CANCELLED
                                    && Objects.requireNonNull(one.order()).state() == PharmacyState.WITHDRAWN));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"BROKEN", "REFUSES"})
    void what_the_pharmacy_has_not_given_up_waits_for_its_review_also_when_it_is_expired(Trouble trouble) {
        var id = inHand();
        simulator.fails(trouble, Integer.MAX_VALUE);
        done(dispensary.tells("苯磺酸氨氯地平片"));
        awaited(id, trouble == Trouble.REFUSES ? PharmacyState.TOO_LATE : PharmacyState.WITHDRAWING);

        clock.pass(Duration.ofHours(25));

        assertThat(dispensary.waiting()).extracting(Prescription::id).contains(id);
        // an order that is still asked back would meet the troubles of the next test
        simulator.fails(Trouble.BROKEN, 0);
        awaited(id, PharmacyState.TOO_LATE);
    }

    @Test
    void what_was_withdrawn_leaves_the_list_when_it_is_expired() {
        var id = inHand();
        done(dispensary.tells("苯磺酸氨氯地平片"));
        awaited(id, PharmacyState.WITHDRAWN);
        assertThat(dispensary.waiting()).extracting(Prescription::id).contains(id);

        clock.pass(Duration.ofHours(25));

        assertThat(dispensary.waiting()).extracting(Prescription::id).doesNotContain(id);
    }

    @Test
    void an_answer_that_gets_lost_leads_to_one_order_and_not_to_two() {
        var id = dispensary.approved(usual());
        int before = simulator.takenInAll();
        simulator.fails(Trouble.ANSWER_LOST, 1);

        done(dispensary.order(dispensary.town.child, id));

        awaited(id, PharmacyState.PREPARING);
        assertThat(simulator.takenInAll()).isEqualTo(before + 1);
        assertThat(orders.of(id).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void after_the_last_try_the_home_is_told_and_may_try_again_under_the_same_order() {
        var id = dispensary.approved(usual());
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

    /** Approved and ordered; of the first try nothing was heard, and nothing is heard until the trouble is over. */
    private UUID askedInVain(Trouble trouble) {
        var id = dispensary.approved(usual());
        simulator.fails(trouble, Integer.MAX_VALUE);
        done(dispensary.order(dispensary.town.child, id));
        Eventually.holds("it was asked once", () -> orders.of(id).orElseThrow().attempts() > 0);
        return id;
    }

    /** Approved and ordered; the pharmacy has it, and does not send it out. */
    private UUID inHand() {
        simulator.preparesFor(Duration.ofDays(1));
        var id = dispensary.approved(usual());
        done(dispensary.order(dispensary.town.child, id));
        awaited(id, PharmacyState.PREPARING);
        return id;
    }

    private org.wuduan.contract.Prescribing.PrescriptionSheet usual() {
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
