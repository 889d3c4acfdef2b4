package org.wuduan.bridge.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomSnapshot.Publication;

/** Who sends in one room at this moment. Not safe for threads. */
public final class Publications {
    private final Map<Participant, Publication> current = new LinkedHashMap<>();
    private final Map<Participant, Integer> serials = new HashMap<>();

    /** Starts with what a snapshot remembers. */
    public static Publications of(Collection<Publication> remembered) {
        Publications publications = new Publications();
        remembered.forEach(each -> {
            publications.current.put(each.by(), each);
            publications.serials.put(each.by(), each.serial());
        });
        return publications;
    }

    /** Somebody sends; a repeat does nothing. */
    public void began(Participant participant) {
        if (!current.containsKey(participant)) {
            current.put(participant, new Publication(participant, serials.merge(participant, 1, Integer::sum)));
        }
    }

    /** Somebody sends no more; true if that is news. */
    public boolean ended(Participant participant) {
        return current.remove(participant) != null;
    }

    /** Makes this the whole truth, as when the node was asked who sends; returns those who send no more. */
    public List<Participant> replaceBy(Collection<Participant> senders) {
        List<Participant> ended = current.keySet().stream()
                .filter(each -> !senders.contains(each))
                .toList();
        ended.forEach(current::remove);
        senders.forEach(this::began);
        return ended;
    }

    /** What a participant should receive: every other seat, in its newest epoch. */
    public List<Publication> wantedBy(Participant receiver) {
        List<Publication> wanted = new ArrayList<>();
        for (Publication each : current.values()) {
            boolean own = each.by().seatId().equals(receiver.seatId());
            boolean old = current.keySet().stream().anyMatch(other -> other.supersedes(each.by()));
            if (!own && !old) {
                wanted.add(each);
            }
        }
        return List.copyOf(wanted);
    }

    /** Everybody who sends. */
    public List<Publication> all() {
        return List.copyOf(current.values());
    }
}
