package org.wuduan.hub.call;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;

/** Who is in each room, as its node last told. */
final class Attending {
    private final Map<RoomName, Set<Participant>> rooms = new ConcurrentHashMap<>();

    void told(RoomSnapshot snapshot) {
        rooms.put(
                snapshot.room(),
                snapshot.attendances().stream()
                        .map(RoomSnapshot.Attendance::participant)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    void closed(RoomName room) {
        rooms.remove(room);
    }

    void lost(Collection<RoomName> gone) {
        rooms.keySet().removeAll(gone);
    }

    Map<RoomName, Set<Participant>> now() {
        return Map.copyOf(rooms);
    }
}
