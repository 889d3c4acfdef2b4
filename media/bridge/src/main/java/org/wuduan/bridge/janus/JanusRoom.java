package org.wuduan.bridge.janus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaEvent.OfferReady;
import org.wuduan.bridge.MediaEvent.PublisherGone;
import org.wuduan.bridge.MediaEvent.SnapshotChanged;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.Refusal;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;
import org.wuduan.bridge.RoomSnapshot.Attendance;
import org.wuduan.bridge.RoomSnapshot.Receiving;
import org.wuduan.bridge.room.Publications;
import org.wuduan.bridge.room.Subscription;
import org.wuduan.bridge.room.Subscription.Change;
import tools.jackson.databind.JsonNode;

/**
 * One room at a Janus: two handles for each participant, one that may send and one that receives. Not safe for threads;
 * its node holds the room's lock around each call, then takes what is to be told from {@link #news()}.
 */
final class JanusRoom {
    /** How often a change is tried because somebody went in between; after that the next event tries again. */
    private static final int SUBSCRIBE_TRIES_MAX = 3;

    private static final Comparator<Participant> BY_FEED = Comparator.comparing(Participant::feedId);
    private static final Logger LOG = LoggerFactory.getLogger(JanusRoom.class);

    private final NodeId node;
    private final RoomName name;
    private final JanusLink link;
    private final VideoRoom plugin;
    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private final Set<Long> handles = ConcurrentHashMap.newKeySet();
    private final List<MediaEvent> undelivered = new ArrayList<>();
    private Publications publications = new Publications();
    private @Nullable RoomSnapshot told;

    /** One participant and its handles. */
    private static final class Member {
        private final Participant participant;
        private final long publisher;
        private final Subscription subscription;
        private @Nullable Long subscriber;
        private boolean published;

        /** The receiving connection can't go on; only a new epoch brings a new one. */
        private boolean deaf;

        /** The sending connection has ended by itself. */
        private boolean mute;

        Member(Participant participant, long publisher, Subscription subscription) {
            this.participant = participant;
            this.publisher = publisher;
            this.subscription = subscription;
        }
    }

    JanusRoom(NodeId node, RoomName name, JanusLink link, VideoRoom plugin) {
        this.node = node;
        this.name = name;
        this.link = link;
        this.plugin = plugin;
    }

    /** Goes on where a killed hub stopped; offers without an answer are told again. */
    void takeOver(RoomSnapshot snapshot) throws JanusFault {
        publications = Publications.of(snapshot.publications());
        for (Attendance each : snapshot.attendances()) {
            Member member = new Member(each.participant(), each.publisherHandle(), new Subscription(each.receiving()));
            member.subscriber = each.subscriberHandle();
            member.published = each.published();
            member.deaf = each.broken();
            members.put(each.participant().seatId(), member);
            handles.add(member.publisher);
            if (member.subscriber != null) {
                handles.add(member.subscriber);
            }
            Receiving receiving = each.receiving();
            if (receiving.waiting() != null) {
                undelivered.add(new OfferReady(
                        node,
                        name,
                        each.participant(),
                        receiving.lastOffer(),
                        receiving.waiting(),
                        receiving.tracks()));
            }
        }
        putOutStrangers();
        refresh();
    }

    /** Whoever came in when no snapshot could be kept: nobody could answer for them, and their seats build anew. */
    private void putOutStrangers() throws JanusFault {
        for (Participant present : plugin.participants(name).keySet()) {
            Member member = members.get(present.seatId());
            if (member == null || !member.participant.equals(present)) {
                plugin.kick(name, present);
            }
        }
    }

    /** Asks who sends, after events may have been missed. */
    void refresh() throws JanusFault {
        for (Participant ended : publications.replaceBy(senders(plugin.participants(name)))) {
            Member member = members.get(ended.seatId());
            if (member != null && member.participant.equals(ended)) {
                silenced(member);
            }
        }
        offerWhatChanged();
    }

    Optional<Refusal> join(Participant participant) throws JanusFault {
        Member present = members.get(participant.seatId());
        if (present != null && present.participant.supersedes(participant)) {
            return Optional.of(Refusal.STALE_EPOCH);
        }
        if (present == null || !present.participant.equals(participant)) {
            if (present != null) {
                remove(present);
            }
            enter(participant);
            offerWhatChanged();
        }
        return Optional.empty();
    }

    private void enter(Participant participant) throws JanusFault {
        long handle = attach();
        try {
            List<Participant> senders = enterWith(handle, participant);
            members.put(participant.seatId(), new Member(participant, handle, new Subscription()));
            for (Participant sender : senders) {
                publications.began(sender);
                if (participant.supersedes(sender)) {
                    // Left over from a hub that died before its snapshot was stored.
                    plugin.kick(name, sender);
                    publications.ended(sender);
                }
            }
        } catch (JanusFault fault) {
            members.remove(participant.seatId());
            detach(handle);
            throw fault;
        }
    }

    private List<Participant> enterWith(long handle, Participant participant) throws JanusFault {
        try {
            return plugin.join(handle, name, participant);
        } catch (JanusFault fault) {
            if (!fault.isRefusedWith(JanusFault.FEED_EXISTS)) {
                throw fault;
            }
            plugin.kick(name, participant);
            return plugin.join(handle, name, participant);
        }
    }

    /** The answer for a participant that has joined. */
    String publish(Participant participant, String sdp) throws JanusFault {
        Member member = members.get(participant.seatId());
        if (member == null || member.published) {
            throw JanusFault.refused(JanusFault.ALREADY_PUBLISHED, "this epoch sends already");
        }
        String answer = plugin.publish(member.publisher, sdp);
        member.published = true;
        return answer;
    }

    Optional<Refusal> answer(Participant participant, int offer, String sdp) throws JanusFault {
        Member member = members.get(participant.seatId());
        if (member != null && member.participant.supersedes(participant)) {
            return Optional.of(Refusal.STALE_EPOCH);
        }
        if (member == null || !member.participant.equals(participant)) {
            return Optional.of(Refusal.NOT_JOINED);
        }
        Long handle = member.subscriber;
        if (handle == null || !member.subscription.waitsFor(offer)) {
            return Optional.of(Refusal.UNKNOWN_OFFER);
        }
        plugin.start(handle, sdp);
        member.subscription.answered();
        offerWhatChanged();
        return Optional.empty();
    }

    boolean isRunning(Participant participant) {
        Member member = members.get(participant.seatId());
        return member != null && member.participant.equals(participant) && !member.deaf && !member.mute;
    }

    void leave(Participant participant) throws JanusFault {
        Member member = members.get(participant.seatId());
        if (member != null && member.participant.equals(participant)) {
            remove(member);
            offerWhatChanged();
        }
    }

    void destroy() throws JanusFault {
        for (Member member : List.copyOf(members.values())) {
            remove(member);
        }
        plugin.destroy(name);
    }

    private void remove(Member member) throws JanusFault {
        members.remove(member.participant.seatId());
        publications.ended(member.participant);
        detach(member.publisher);
        if (member.subscriber != null) {
            detach(member.subscriber);
        }
    }

    private long attach() throws JanusFault {
        long handle = link.attach();
        handles.add(handle);
        return handle;
    }

    private void detach(long handle) throws JanusFault {
        handles.remove(handle);
        link.detach(handle);
    }

    /** Whether a handle belongs here; may be asked without the room's lock. */
    boolean owns(long handle) {
        return handles.contains(handle);
    }

    /** Something that Janus said to one of this room's handles. */
    void heard(long handle, JsonNode event) throws JanusFault {
        switch (event.path("janus").asString("")) {
            case "event" -> {
                JsonNode data = VideoRoom.data(event);
                VideoRoom.senders(data).forEach(publications::began);
                VideoRoom.gone(data).ifPresent(publications::ended);
            }
            case "hangup", "detached" -> ended(handle);
            default -> {
                return;
            }
        }
        offerWhatChanged();
    }

    private void ended(long handle) {
        for (Member member : members.values()) {
            if (member.publisher == handle && member.published) {
                silenced(member);
            } else if (member.subscriber != null && member.subscriber == handle) {
                member.deaf = true;
            }
        }
    }

    private void silenced(Member member) {
        member.published = false;
        member.mute = true;
        publications.ended(member.participant);
        undelivered.add(new PublisherGone(node, name, member.participant));
    }

    private void offerWhatChanged() throws JanusFault {
        for (Member member : members.values()) {
            int tries = 1;
            while (!member.deaf && !isSettled(member) && tries < SUBSCRIBE_TRIES_MAX) {
                tries++;
            }
        }
    }

    /** Makes the change that is due; false when it is to be tried again. A refusal concerns this member alone. */
    private boolean isSettled(Member member) throws JanusFault {
        Optional<Change> due = member.subscription.change(publications.wantedBy(member.participant));
        if (due.isEmpty()) {
            return true;
        }
        try {
            make(member, due.get());
        } catch (JanusFault fault) {
            if (fault.kind() != JanusFault.Kind.REFUSED) {
                throw fault;
            }
            if (fault.isRefusedWith(JanusFault.NO_SUCH_FEED)) {
                publications.replaceBy(senders(plugin.participants(name)));
                return false;
            }
            member.deaf = true;
            LOG.warn("bridge.subscription.refused room={} by={} {}", name, member.participant, fault.getMessage());
        }
        return true;
    }

    private static List<Participant> senders(Map<Participant, Boolean> present) {
        return present.keySet().stream()
                .filter(each -> present.getOrDefault(each, false))
                .sorted(BY_FEED)
                .toList();
    }

    private void make(Member member, Change change) throws JanusFault {
        if (change.add().isEmpty() && change.dropMids().isEmpty()) {
            member.subscription.unchanged(change);
            return;
        }
        VideoRoom.Offered offered =
                member.subscriber == null ? subscribe(member, change) : plugin.update(member.subscriber, change);
        String sdp = offered.sdp();
        if (sdp == null) {
            member.subscription.unchanged(change);
            return;
        }
        int number = member.subscription.offered(change, sdp, offered.tracks());
        undelivered.add(new OfferReady(node, name, member.participant, number, sdp, offered.tracks()));
    }

    private VideoRoom.Offered subscribe(Member member, Change change) throws JanusFault {
        long handle = attach();
        try {
            VideoRoom.Offered offered = plugin.subscribe(handle, name, change.add());
            member.subscriber = handle;
            return offered;
        } catch (JanusFault fault) {
            detach(handle);
            throw fault;
        }
    }

    /** What is to be told since the last time: the snapshot first, then what depends on it. */
    List<MediaEvent> news() {
        List<MediaEvent> news = new ArrayList<>();
        RoomSnapshot now = snapshot();
        if (!now.equals(told)) {
            told = now;
            news.add(new SnapshotChanged(now));
        }
        news.addAll(undelivered);
        undelivered.clear();
        return news;
    }

    private RoomSnapshot snapshot() {
        return new RoomSnapshot(
                node,
                name,
                link.session(),
                publications.all(),
                members.values().stream()
                        .map(member -> new Attendance(
                                member.participant,
                                member.publisher,
                                member.subscriber,
                                member.published,
                                member.deaf || member.mute,
                                member.subscription.receiving()))
                        .toList());
    }
}
