package org.wuduan.bridge.janus;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaEvent.SnapshotChanged;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;

/**
 * Tells events in order. Of a room's snapshots that wait only the newest is told, in the place of the oldest: what depends
 * on a snapshot still comes after one that is at least as new.
 */
final class Telling {
    private final Executor oneAfterTheOther;
    private final Map<RoomName, RoomSnapshot> waiting = new ConcurrentHashMap<>();

    /** @param oneAfterTheOther runs what it is given one at a time and in order */
    Telling(Executor oneAfterTheOther) {
        this.oneAfterTheOther = oneAfterTheOther;
    }

    void tell(List<MediaEvent> events, Consumer<MediaEvent> to) {
        for (var event : events) {
            if (event instanceof SnapshotChanged(var snapshot)) {
                waiting.put(snapshot.room(), snapshot);
                oneAfterTheOther.execute(() -> tellNewest(snapshot.room(), to));
            } else {
                oneAfterTheOther.execute(() -> to.accept(event));
            }
        }
    }

    private void tellNewest(RoomName room, Consumer<MediaEvent> to) {
        var newest = waiting.remove(room);
        if (newest != null) {
            to.accept(new SnapshotChanged(newest));
        }
    }
}
