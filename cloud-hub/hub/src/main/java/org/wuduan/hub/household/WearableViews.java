package org.wuduan.hub.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.View;
import org.wuduan.contract.Wearables.Pairing;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;

/** Shows the wearables of a household to its boxes and to the children who look after them. */
@Component
class WearableViews implements ViewSource {
    private final Households households;
    private final HouseholdWearables wearables;
    private final WearablePairings pairings;
    private final Access access;

    WearableViews(Households households, HouseholdWearables wearables, WearablePairings pairings, Access access) {
        this.households = households;
        this.wearables = wearables;
        this.pairings = pairings;
        this.access = access;
    }

    @Override
    public String kind() {
        return HouseholdWearables.STREAM;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID household) {
        return access.check(actor, Action.MANAGE_WEARABLES, new Subject.OfHousehold(household))
                .then(_ -> Outcome.of(new View.WearablesView(
                        households.household(household).orElseThrow(),
                        households.patientsOf(household),
                        wearables.of(household),
                        pairings.of(household)
                                .map(pairing -> actor.kind() == ActorKind.BOX ? pairing : withoutAnswer(pairing))
                                .orElse(null))));
    }

    /** What was typed goes to the box and to no other screen. */
    private static @Nullable Pairing withoutAnswer(Pairing pairing) {
        return new Pairing(
                pairing.id(),
                pairing.state(),
                pairing.expiresAt(),
                pairing.attempt(),
                pairing.found(),
                pairing.chosen(),
                pairing.code(),
                null,
                pairing.failure());
    }
}
