package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wuduan.contract.PharmacyRefusal;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribed.Money;

/** The port to a pharmacy that delivers (网上药店). Every call may fail by {@link Away}; whoever calls tries again within bounds. */
public interface Pharmacy {
    /**
     * What is asked for. The id makes a repeat harmless: the pharmacy answers it like the first.
     *
     * @param signed hash of the doctor's signed prescription
     */
    record Wish(UUID order, UUID prescription, String signed, Instant validUntil, List<Item> items) {
        public Wish {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "Wish[" + order + " ‹redacted›]";
        }
    }

    /** @param pieces in all */
    record Item(String drug, BigDecimal pieces) {
        @Override
        public String toString() {
            return "Item[‹redacted›]";
        }
    }

    /** What the pharmacy said. */
    sealed interface Answer {}

    record Taken(Money price) implements Answer {}

    /** Not all of it is there; nothing was taken. */
    record OutOfStock() implements Answer {}

    record Declined(PharmacyRefusal why) implements Answer {}

    /** What the pharmacy said to the wish to have an order back. */
    sealed interface Withdrawal {}

    /** Nothing of it leaves the pharmacy, and nothing is taken any more under its id, also not from a wish still under way. */
    record Withdrawn() implements Withdrawal {}

    /** It has left the pharmacy and goes on. */
    record TooLate(boolean delivered) implements Withdrawal {
        /** shipped or delivered. */
        PharmacyState state() {
            return delivered ? PharmacyState.DELIVERED : PharmacyState.SHIPPED;
        }
    }

    /** It was not reached, or said nothing that can be understood; whether it did what was asked is unknown. */
    final class Away extends Exception {
        private static final long serialVersionUID = 1L;

        public Away(String what) {
            super(what);
        }

        public Away(Throwable cause) {
            super(cause);
        }
    }

    Answer place(Wish wish) throws Away;

    /** Whether it was ever placed does not matter, and a repeat is answered like the first. */
    Withdrawal withdraw(UUID order) throws Away;

    /** How far an order that was taken has come: preparing, shipped or delivered. */
    PharmacyState stateOf(UUID order) throws Away;
}
