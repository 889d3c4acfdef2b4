package org.wuduan.hub.prescribing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wuduan.contract.PharmacyRefusal;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribed.Money;

/** A pharmacy in memory that has everything and sends nothing out by itself. */
final class FakePharmacy implements Pharmacy {
    private final Map<UUID, PharmacyState> taken = new HashMap<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private boolean losesAnAnswer;

    void losesAnAnswer() {
        losesAnAnswer = true;
    }

    void moves(PharmacyState from, PharmacyState to) {
        taken.replaceAll((_, state) -> state == from ? to : state);
    }

    @Override
    public Answer place(Wish wish) throws Away {
        if (withdrawn.contains(wish.order())) {
            return heard(new Declined(PharmacyRefusal.OTHER));
        }
        taken.putIfAbsent(wish.order(), PharmacyState.PREPARING);
        return heard(new Taken(new Money(50, "CNY")));
    }

    @Override
    public Withdrawal withdraw(UUID order) throws Away {
        var state = taken.getOrDefault(order, PharmacyState.PREPARING);
        if (state != PharmacyState.PREPARING) {
            return heard(new TooLate(state == PharmacyState.DELIVERED));
        }
        taken.remove(order);
        withdrawn.add(order);
        return heard(new Withdrawn());
    }

    @Override
    public PharmacyState stateOf(UUID order) throws Away {
        var state = taken.get(order);
        if (state == null) {
            throw new Away("unknown");
        }
        return heard(state);
    }

    private <T> T heard(T answer) throws Away {
        if (losesAnAnswer) {
            losesAnAnswer = false;
            throw new Away("the answer got lost");
        }
        return answer;
    }
}
