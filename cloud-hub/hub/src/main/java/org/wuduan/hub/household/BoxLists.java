package org.wuduan.hub.household;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Boxes;
import org.wuduan.hub.identity.BoxesSeen;

/** The boxes of a household, as phone and clinic show them. */
@Service
class BoxLists {
    /** A box whose television is on is heard of each half minute; twice that, and a little, is still on. */
    private static final Duration ONLINE_WITHIN = Duration.ofSeconds(75);

    private final HouseholdBoxes boxes;
    private final Households households;
    private final BoxesSeen seen;
    private final Clock clock;

    BoxLists(HouseholdBoxes boxes, Households households, BoxesSeen seen, Clock clock) {
        this.boxes = boxes;
        this.households = households;
        this.seen = seen;
        this.clock = clock;
    }

    Boxes.BoxList of(UUID household) {
        var all = boxes.of(household);
        var seenAt = seen.of(all.stream().map(HouseholdBoxes.Placed::id).toList());
        return new Boxes.BoxList(
                households.household(household).orElseThrow(),
                all.stream()
                        .map(box -> new Boxes.BoxList.KnownBox(
                                box.id(),
                                box.name(),
                                box.enrolledAt(),
                                isOnline(seenAt.get(box.id())),
                                seenAt.get(box.id())))
                        .toList());
    }

    private boolean isOnline(@Nullable Instant at) {
        return at != null && at.isAfter(clock.instant().minus(ONLINE_WITHIN));
    }
}
