package org.wuduan.bridge.room;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wuduan.bridge.RoomSnapshot.Publication;
import org.wuduan.bridge.RoomSnapshot.Receiving;
import org.wuduan.bridge.Track;

/**
 * What one participant receives. Gives one change at a time: while an offer waits for its answer all further changes are
 * gathered, because a peer connection takes offers only one after the other. Not safe for threads.
 */
public final class Subscription {
    private int lastOffer;
    private List<Publication> feeds;
    private List<Track> tracks;
    private @Nullable String waiting;

    /** One that receives nothing yet. */
    public Subscription() {
        this(Receiving.nothing());
    }

    /** Goes on with what a snapshot remembers. */
    public Subscription(Receiving remembered) {
        lastOffer = remembered.lastOffer();
        feeds = remembered.feeds();
        tracks = remembered.tracks();
        waiting = remembered.waiting();
    }

    /**
     * The next thing to ask of the node.
     *
     * @param feeds everything that is received afterwards
     * @param dropMids lines of what is no longer wanted
     */
    public record Change(List<Publication> feeds, List<Publication> add, List<String> dropMids) {}

    /** What is to be changed now; empty while an offer is under way, or when all is as wanted. */
    public Optional<Change> change(Collection<Publication> wanted) {
        if (waiting != null || Set.copyOf(feeds).equals(Set.copyOf(wanted))) {
            return Optional.empty();
        }
        List<Publication> add =
                wanted.stream().filter(each -> !feeds.contains(each)).toList();
        Set<UUID> dropped = feeds.stream()
                .filter(each -> !wanted.contains(each))
                .map(each -> each.by().seatId())
                .collect(Collectors.toSet());
        List<String> dropMids = tracks.stream()
                .filter(track -> dropped.contains(track.seatId()))
                .map(Track::mid)
                .toList();
        return Optional.of(new Change(List.copyOf(wanted), add, dropMids));
    }

    /** The node made the change and wants this offer answered; returns its number. */
    public int offered(Change change, String sdp, List<Track> carried) {
        if (waiting != null) {
            throw new IllegalStateException("an offer is under way already");
        }
        feeds = change.feeds();
        tracks = List.copyOf(carried);
        waiting = sdp;
        lastOffer++;
        return lastOffer;
    }

    /** The node made the change and needs no answer, as when what was dropped had never been received. */
    public void unchanged(Change change) {
        feeds = change.feeds();
    }

    /** Whether the offer with this number waits for an answer. */
    public boolean waitsFor(int offer) {
        return waiting != null && offer == lastOffer;
    }

    /** The answer has reached the node. */
    public void answered() {
        waiting = null;
    }

    /** The present state, for the snapshot. */
    public Receiving receiving() {
        return new Receiving(lastOffer, feeds, tracks, waiting);
    }
}
