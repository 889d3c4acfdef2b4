package org.wuduan.hub.vitals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.hub.household.HouseholdBoxes;

/**
 * Which household a reading belongs to: the one in which its box stood when it received it, also when it is sent after a
 * move. Judged by the believed time of receipt; what was received before the first enrolment belongs to the first household.
 */
@Component
class WhereReceived {
    private final HouseholdBoxes boxes;

    WhereReceived(HouseholdBoxes boxes) {
        this.boxes = boxes;
    }

    /** The batch as one delivery for each household; one alone unless the box was moved meanwhile. */
    List<Delivery> deliveries(UUID box, ReadingBatch batch, Instant now) {
        var stays = boxes.staysOf(box);
        if (stays.size() == 1) {
            return List.of(new Delivery(box, stays.getFirst().household(), batch, now));
        }
        Map<UUID, List<Reading>> byHousehold = new LinkedHashMap<>();
        for (var reading : batch.readings()) {
            var receivedAt = BelievedTimes.of(reading, batch.sentAt(), now).receivedAt();
            byHousehold
                    .computeIfAbsent(householdAt(receivedAt, stays), _ -> new ArrayList<>())
                    .add(reading);
        }
        return byHousehold.entrySet().stream()
                .map(one -> new Delivery(box, one.getKey(), new ReadingBatch(one.getValue(), batch.sentAt()), now))
                .toList();
    }

    private static UUID householdAt(Instant receivedAt, List<HouseholdBoxes.Stay> stays) {
        return stays.stream()
                .filter(stay -> stay.until() == null || receivedAt.isBefore(stay.until()))
                .findFirst()
                .orElseGet(stays::getLast)
                .household();
    }
}
