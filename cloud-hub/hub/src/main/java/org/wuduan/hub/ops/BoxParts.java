package org.wuduan.hub.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.HouseholdBoxes;
import org.wuduan.hub.identity.BoxesSeen;
import org.wuduan.hub.live.OpenConnections;

/** Looks for the boxes: which are connected, and which went away and when. Names no household and nobody in it. */
@Component
class BoxParts {
    /** Boxes that went away last and are shown. */
    static final int AWAY_SHOWN_MAX = 60;

    /** Connected boxes that are shown. */
    static final int CONNECTED_SHOWN_MAX = 60;

    /** A box that connects anew is not away: longer than its longest pause, and than what is written down late. */
    static final Duration AWAY_AFTER = Duration.ofMinutes(1);

    private final BoxesSeen seen;
    private final OpenConnections connections;
    private final HouseholdBoxes boxes;
    private final Consortium consortium;
    private final Clock clock;

    BoxParts(BoxesSeen seen, OpenConnections connections, HouseholdBoxes boxes, Consortium consortium, Clock clock) {
        this.seen = seen;
        this.connections = connections;
        this.boxes = boxes;
        this.consortium = consortium;
        this.clock = clock;
    }

    /**
     * All boxes.
     *
     * @param known boxes that belong to a household
     */
    record Looked(List<Finding> findings, int known, int connected) {}

    Looked look() {
        var connected = connected();
        var away = seen.silentSince(clock.instant().minus(AWAY_AFTER), connected.keySet(), AWAY_SHOWN_MAX);
        var shown = connected.entrySet().stream()
                .sorted(Map.Entry.<UUID, Instant>comparingByValue().reversed())
                .limit(CONNECTED_SHOWN_MAX)
                .toList();
        var ids = new HashSet<UUID>();
        away.forEach(box -> ids.add(box.box()));
        shown.forEach(box -> ids.add(box.getKey()));
        var institutions = institutions(ids);
        var findings = new ArrayList<Finding>();
        away.forEach(box -> findings.add(away(box, institutions.get(box.box()))));
        shown.forEach(
                box -> findings.add(Finding.well(PartKind.BOX, box.getKey().toString())
                        .since(box.getValue())
                        .with(Finding.Detail.ofInstitution(institutions.get(box.getKey())))));
        return new Looked(findings, seen.known(), connected.size());
    }

    /** Each connected box with the time since when it is. */
    private Map<UUID, Instant> connected() {
        Map<UUID, Instant> since = new HashMap<>();
        connections.now().stream()
                .filter(open -> open.kind() == ActorKind.BOX)
                .forEach(open -> since.merge(open.actor(), open.since(), (a, b) -> a.isBefore(b) ? a : b));
        return since;
    }

    private Map<UUID, String> institutions(HashSet<UUID> ids) {
        var of = boxes.institutionsOf(ids);
        var names = consortium.namesOf(new HashSet<>(of.values()));
        Map<UUID, String> result = new HashMap<>();
        of.forEach((box, institution) -> {
            var name = names.get(institution);
            if (name != null) {
                result.put(box, name);
            }
        });
        return result;
    }

    private static Finding away(BoxesSeen.Silent box, @Nullable String institution) {
        var why = box.seenAt() == null ? PartTrouble.NEVER_HEARD : PartTrouble.NOT_HEARD;
        return Finding.of(PartKind.BOX, box.box().toString(), PartState.AWAY, why)
                .since(box.seenAt())
                .with(Finding.Detail.ofInstitution(institution));
    }
}
