package org.wuduan.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wuduan.bridge.MediaEvent.OfferReady;
import org.wuduan.bridge.MediaEvent.SnapshotChanged;

/** A hub with its pages: stores snapshots, hands offers to pages and their answers back, and remembers what it heard. */
public final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heardMore = lock.newCondition();
    private final List<MediaEvent> heard = new ArrayList<>();
    private final Map<Participant, Stage.Page> pages = new ConcurrentHashMap<>();
    private final Map<RoomName, RoomSnapshot> stored = new ConcurrentHashMap<>();
    private final Set<Participant> slow = ConcurrentHashMap.newKeySet();
    private final Map<Participant, Integer> underWay = new ConcurrentHashMap<>();
    private volatile @Nullable MediaNode node;
    private volatile boolean storeIsAway;
    private int busy;
    private @Nullable Throwable failure;

    /** Starts a node with what was stored, as the hub does when it comes up. */
    public MediaNode.Resumed start(MediaNode started) {
        node = started;
        underWay.clear();
        return started.start(List.copyOf(stored.values()), event -> accept(started, event));
    }

    /** From now on the hub can't store snapshots. */
    public void keepsNothing() {
        storeIsAway = true;
    }

    /** The hub died before it could store a snapshot of this room. */
    public void forgets(RoomName room) {
        stored.remove(room);
    }

    /** Waits until a snapshot is stored that knows that this participant sends. */
    public void awaitKept(RoomName room, Participant sender) {
        await("a snapshot with " + sender, () -> {
            RoomSnapshot snapshot = stored.get(room);
            return snapshot != null
                            && snapshot.attendances().stream()
                                    .anyMatch(one -> one.participant().equals(sender) && one.published())
                    ? true
                    : null;
        });
    }

    /** This participant's page does not answer its offers. */
    public void slow(Participant participant) {
        slow.add(participant);
    }

    /** The page wakes up and answers what it was offered last. */
    public void answers(Participant participant) {
        slow.remove(participant);
        answer(lastOffer(participant));
    }

    public Participant joins(RoomName room, UUID seat, int epoch, Stage.Page page) {
        Participant participant = new Participant(seat, epoch);
        pages.put(participant, page);
        running().join(room, participant).orThrow();
        return participant;
    }

    public Participant publishes(RoomName room, UUID seat, int epoch, Stage.Page page) {
        Participant participant = new Participant(seat, epoch);
        pages.put(participant, page);
        page.accept(running().publish(room, participant, page.offer()).orThrow());
        return participant;
    }

    private void accept(MediaNode from, MediaEvent event) {
        if (from != node) {
            return;
        }
        noted(() -> {
            busy++;
            heard.add(event);
        });
        try {
            hear(event);
        } catch (AssertionError | RuntimeException fault) {
            noted(() -> failure = fault);
        } finally {
            noted(() -> busy--);
        }
    }

    private void noted(Runnable change) {
        lock.lock();
        try {
            change.run();
            heardMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hear(MediaEvent event) {
        if (event instanceof SnapshotChanged(RoomSnapshot snapshot) && !storeIsAway) {
            // Through text, as the hub's store has it.
            stored.put(snapshot.room(), RoomSnapshot.ofJson(snapshot.toJson()));
        }
        if (event instanceof OfferReady offer) {
            assertThat(underWay.put(offer.participant(), offer.offer()))
                    .as("an offer before the answer to the last, for %s", offer.participant())
                    .isNull();
            if (!slow.contains(offer.participant())) {
                answer(offer);
            }
        }
    }

    private void answer(OfferReady offer) {
        Stage.Page page = pages.get(offer.participant());
        if (page != null) {
            String sdp = page.answer(offer.sdp());
            underWay.remove(offer.participant());
            running().answer(offer.room(), offer.participant(), offer.offer(), sdp);
        }
    }

    /** Waits until this participant's newest offer carries audio and video of exactly these seats. */
    public void awaitTracks(Participant receiver, UUID... seats) {
        Set<String> wanted = Arrays.stream(seats)
                .flatMap(seat -> Arrays.stream(Track.Kind.values()).map(kind -> seat + " " + kind))
                .collect(Collectors.toSet());
        await(
                "tracks of " + wanted + " for " + receiver,
                () -> offers(receiver).stream()
                                .reduce((_, last) -> last)
                                .map(last -> last.tracks().stream()
                                        .map(track -> track.seatId() + " " + track.kind())
                                        .collect(Collectors.toSet())
                                        .equals(wanted))
                                .orElse(false)
                        ? true
                        : null);
        List<Track> tracks = lastOffer(receiver).tracks();
        assertThat(tracks.stream().map(Track::mid)).doesNotHaveDuplicates();
        assertThat(tracks).hasSize(wanted.size());
    }

    /** Waits until every offer that was heard is answered, but for the slow pages'. */
    public void awaitAnswers() {
        await("answers", () -> busy == 0 ? true : null);
    }

    /** Waits for an event of this kind that was not there before. */
    public <E extends MediaEvent> E awaitNext(Class<E> kind, Runnable cause) {
        int before = count(kind);
        cause.run();
        return await(kind.getSimpleName(), () -> count(kind) > before ? last(kind) : null);
    }

    public List<OfferReady> offers(Participant participant) {
        return snapshotOfHeard().stream()
                .filter(OfferReady.class::isInstance)
                .map(OfferReady.class::cast)
                .filter(offer -> offer.participant().equals(participant))
                .toList();
    }

    public OfferReady lastOffer(Participant participant) {
        return await("an offer for " + participant, () -> {
            List<OfferReady> offers = offers(participant);
            return offers.isEmpty() ? null : offers.getLast();
        });
    }

    public <E extends MediaEvent> List<E> heard(Class<E> kind) {
        return snapshotOfHeard().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public Collection<RoomSnapshot> stored() {
        return stored.values();
    }

    private int count(Class<? extends MediaEvent> kind) {
        return (int) snapshotOfHeard().stream().filter(kind::isInstance).count();
    }

    private <E extends MediaEvent> @Nullable E last(Class<E> kind) {
        return snapshotOfHeard().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private List<MediaEvent> snapshotOfHeard() {
        lock.lock();
        try {
            return List.copyOf(heard);
        } finally {
            lock.unlock();
        }
    }

    private <T> T await(String what, Supplier<@Nullable T> found) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        lock.lock();
        try {
            while (true) {
                if (failure != null) {
                    throw new AssertionError("while hearing the node", failure);
                }
                T value = found.get();
                if (value != null) {
                    return value;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("waited in vain for " + what + "; heard " + heard);
                }
                heardMore.await(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError("interrupted while waiting for " + what, stopped);
        } finally {
            lock.unlock();
        }
    }

    private MediaNode running() {
        MediaNode present = node;
        if (present == null) {
            throw new IllegalStateException("start a node first");
        }
        return present;
    }
}
