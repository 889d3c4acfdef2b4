package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.PharmacyState;

/** What every pharmacy must keep to, so that nothing is delivered twice and nothing comes that was withdrawn. */
interface PharmacyContract {
    Pharmacy pharmacy();

    /** What the pharmacy has in hand leaves it. */
    void sendsOut();

    /** What has left it arrives. */
    void delivers();

    /** It does what it is asked for next, and the answer gets lost. */
    void losesAnAnswer();

    @Test
    default void an_order_that_is_repeated_is_answered_like_the_first() throws Exception {
        var wish = wish(UUID.randomUUID());
        losesAnAnswer();
        assertThatThrownBy(() -> pharmacy().place(wish)).isInstanceOf(Pharmacy.Away.class);

        var answer = pharmacy().place(wish);

        assertThat(answer).isInstanceOf(Pharmacy.Taken.class);
        assertThat(pharmacy().place(wish)).isEqualTo(answer);
        assertThat(pharmacy().stateOf(wish.order())).isEqualTo(PharmacyState.PREPARING);
    }

    @Test
    default void what_is_still_there_is_withdrawn_and_gone() throws Exception {
        var wish = wish(UUID.randomUUID());
        pharmacy().place(wish);

        assertThat(pharmacy().withdraw(wish.order())).isEqualTo(new Pharmacy.Withdrawn());

        sendsOut();
        assertThatThrownBy(() -> pharmacy().stateOf(wish.order())).isInstanceOf(Pharmacy.Away.class);
    }

    @Test
    default void a_withdrawal_that_is_repeated_is_answered_like_the_first() throws Exception {
        var wish = wish(UUID.randomUUID());
        pharmacy().place(wish);
        losesAnAnswer();
        assertThatThrownBy(() -> pharmacy().withdraw(wish.order())).isInstanceOf(Pharmacy.Away.class);

        assertThat(pharmacy().withdraw(wish.order())).isEqualTo(new Pharmacy.Withdrawn());
    }

    @Test
    default void a_wish_that_arrives_after_its_withdrawal_is_not_taken() throws Exception {
        var late = wish(UUID.randomUUID());

        assertThat(pharmacy().withdraw(late.order())).isEqualTo(new Pharmacy.Withdrawn());

        assertThat(pharmacy().place(late)).isInstanceOf(Pharmacy.Declined.class);
        assertThat(pharmacy().withdraw(late.order())).isEqualTo(new Pharmacy.Withdrawn());
    }

    @Test
    default void after_a_withdrawal_the_prescription_is_taken_under_another_order() throws Exception {
        var first = wish(UUID.randomUUID());
        pharmacy().place(first);
        pharmacy().withdraw(first.order());

        assertThat(pharmacy().place(wish(first.prescription()))).isInstanceOf(Pharmacy.Taken.class);
        assertThat(pharmacy().place(first)).isInstanceOf(Pharmacy.Declined.class);
    }

    @Test
    default void what_has_left_goes_on_and_the_pharmacy_says_so() throws Exception {
        var wish = wish(UUID.randomUUID());
        pharmacy().place(wish);
        sendsOut();

        assertThat(pharmacy().withdraw(wish.order())).isEqualTo(new Pharmacy.TooLate(false));
        assertThat(pharmacy().stateOf(wish.order())).isEqualTo(PharmacyState.SHIPPED);

        delivers();
        assertThat(pharmacy().withdraw(wish.order())).isEqualTo(new Pharmacy.TooLate(true));
    }

    private static Pharmacy.Wish wish(UUID prescription) {
        return new Pharmacy.Wish(
                UUID.randomUUID(),
                prescription,
                "00",
                Instant.parse("2100-01-01T00:00:00Z"),
                List.of(new Pharmacy.Item("amlodipine-5", BigDecimal.ONE)));
    }
}
