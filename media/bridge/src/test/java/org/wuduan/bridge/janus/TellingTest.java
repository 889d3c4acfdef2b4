package org.wuduan.bridge.janus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaEvent.NodeUp;
import org.wuduan.bridge.MediaEvent.SnapshotChanged;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;

class TellingTest {
    private static final NodeId NODE = new NodeId("janus-a");
    private static final RoomName ONE = new RoomName(new UUID(0, 1), 1);
    private static final RoomName OTHER = new RoomName(new UUID(0, 2), 1);

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Telling telling = new Telling(queue::add);
    private final List<MediaEvent> told = new ArrayList<>();

    @Test
    void of_the_snapshots_that_wait_the_newest_is_told_before_what_followed_the_oldest() {
        telling.tell(List.of(snapshot(ONE, 1), new NodeUp(NODE)), told::add);
        telling.tell(List.of(snapshot(ONE, 2)), told::add);

        queue.forEach(Runnable::run);

        assertThat(told).containsExactly(snapshot(ONE, 2), new NodeUp(NODE));
    }

    @Test
    void a_snapshot_after_the_last_was_told_is_told_too() {
        telling.tell(List.of(snapshot(ONE, 1)), told::add);
        queue.remove().run();
        telling.tell(List.of(snapshot(ONE, 2)), told::add);
        queue.remove().run();

        assertThat(told).containsExactly(snapshot(ONE, 1), snapshot(ONE, 2));
    }

    @Test
    void rooms_do_not_stand_for_each_other() {
        telling.tell(List.of(snapshot(ONE, 1), snapshot(OTHER, 1)), told::add);

        queue.forEach(Runnable::run);

        assertThat(told).containsExactly(snapshot(ONE, 1), snapshot(OTHER, 1));
    }

    /** @param people how many send, so that snapshots differ */
    private static MediaEvent snapshot(RoomName room, int people) {
        var senders = new ArrayList<RoomSnapshot.Publication>();
        for (int number = 1; number <= people; number++) {
            senders.add(new RoomSnapshot.Publication(new Participant(new UUID(7, number), 1), number));
        }
        return new SnapshotChanged(new RoomSnapshot(NODE, room, 5, senders, List.of()));
    }
}
