package org.wuduan.bridge.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.wuduan.bridge.MediaEvent.NodeDown;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.Track;

/** The process at the other side of a {@link FakeMediaNode}: it can die, hang and come back, and it outlives the hub. */
public final class FakeBridge {
    final ReentrantLock lock = new ReentrantLock();

    /** Who is in each room, and what each of them sends. */
    final Map<RoomName, Map<Participant, Set<Track.Kind>>> rooms = new LinkedHashMap<>();

    private final List<FakeMediaNode> watchers = new ArrayList<>();
    private boolean running = true;
    private boolean answering = true;
    private long session = 1;

    /** Ends the process with everything in it; its nodes notice at once. */
    public void die() {
        lock.lock();
        try {
            running = false;
            rooms.clear();
        } finally {
            lock.unlock();
        }
        List.copyOf(watchers).forEach(node -> node.lost(NodeDown.Reason.CLOSED));
    }

    /** Stops answering; its nodes notice at once (a real one: within 5 s). */
    public void hang() {
        lock.lock();
        try {
            answering = false;
        } finally {
            lock.unlock();
        }
        List.copyOf(watchers).forEach(node -> node.lost(NodeDown.Reason.SILENT));
    }

    /** Runs and answers again, with none of its rooms. */
    public void comeBack() {
        lock.lock();
        try {
            running = true;
            answering = true;
            rooms.clear();
            session++;
        } finally {
            lock.unlock();
        }
        List.copyOf(watchers).forEach(FakeMediaNode::found);
    }

    /** Ends what a participant sends, as when its page is closed. */
    public void endMedia(RoomName room, Participant participant) {
        lock.lock();
        try {
            Map<Participant, Set<Track.Kind>> members = rooms.getOrDefault(room, Map.of());
            if (members.getOrDefault(participant, Set.of()).isEmpty()) {
                throw new IllegalArgumentException(participant + " sends nothing in " + room);
            }
            members.put(participant, Set.of());
        } finally {
            lock.unlock();
        }
        List.copyOf(watchers).forEach(node -> node.mediaEnded(room, participant));
    }

    /** Who is in a room; empty when there is none. */
    public Set<Participant> participants(RoomName room) {
        lock.lock();
        try {
            return new LinkedHashSet<>(rooms.getOrDefault(room, Map.of()).keySet());
        } finally {
            lock.unlock();
        }
    }

    /** The rooms that there are, whoever made them. */
    public Set<RoomName> rooms() {
        lock.lock();
        try {
            return Set.copyOf(rooms.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Whether it runs and answers. */
    public boolean isUp() {
        lock.lock();
        try {
            return running && answering;
        } finally {
            lock.unlock();
        }
    }

    long session() {
        return session;
    }

    void watch(FakeMediaNode node) {
        watchers.add(node);
    }

    void unwatch(FakeMediaNode node) {
        watchers.remove(node);
    }
}
