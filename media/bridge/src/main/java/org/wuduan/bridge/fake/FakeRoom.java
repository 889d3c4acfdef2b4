package org.wuduan.bridge.fake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaEvent.OfferReady;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.Refusal;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;
import org.wuduan.bridge.RoomSnapshot.Attendance;
import org.wuduan.bridge.Track;
import org.wuduan.bridge.room.Publications;
import org.wuduan.bridge.room.Subscription;

/** One room as its adapter sees it. Guarded by the lock of its bridge. */
final class FakeRoom {
    private final NodeId node;
    private final RoomName name;
    private final long session;
    private final Map<Participant, Set<Track.Kind>> process;
    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private final Publications publications;

    /** Those whose sending ended by itself. */
    private final Set<Participant> broken = new HashSet<>();

    private record Member(Participant participant, long handle, Subscription subscription) {}

    FakeRoom(NodeId node, RoomName name, long session, Map<Participant, Set<Track.Kind>> process) {
        this.node = node;
        this.name = name;
        this.session = session;
        this.process = process;
        this.publications = new Publications();
    }

    FakeRoom(RoomSnapshot snapshot, Map<Participant, Set<Track.Kind>> process) {
        this.node = snapshot.node();
        this.name = snapshot.room();
        this.session = snapshot.session();
        this.process = process;
        this.publications = Publications.of(snapshot.publications());
        for (Attendance each : snapshot.attendances()) {
            Participant participant = each.participant();
            Subscription subscription = new Subscription(each.receiving());
            members.put(participant.seatId(), new Member(participant, each.publisherHandle(), subscription));
            if (each.broken()) {
                broken.add(participant);
            }
        }
        process.keySet()
                .retainAll(snapshot.attendances().stream()
                        .map(Attendance::participant)
                        .toList());
    }

    /** Asks the process who sends, after a time in which nothing was heard; returns those who send no more. */
    List<MediaEvent> refresh() {
        return publications
                .replaceBy(process.keySet().stream()
                        .filter(each -> !process.getOrDefault(each, Set.of()).isEmpty())
                        .toList())
                .stream()
                .<MediaEvent>map(ended -> {
                    broken.add(ended);
                    return new MediaEvent.PublisherGone(node, name, ended);
                })
                .toList();
    }

    Optional<Refusal> join(Participant participant) {
        Member present = members.get(participant.seatId());
        if (present != null && present.participant().supersedes(participant)) {
            return Optional.of(Refusal.STALE_EPOCH);
        }
        if (present != null && present.participant().equals(participant)) {
            return Optional.empty();
        }
        if (present != null) {
            leave(present.participant());
        }
        process.put(participant, Set.of());
        members.put(participant.seatId(), new Member(participant, members.size() + 1L, new Subscription()));
        return Optional.empty();
    }

    Optional<Refusal> publish(Participant participant, String sdp) {
        Set<Track.Kind> kinds = kinds(sdp);
        if (kinds.isEmpty()) {
            return Optional.of(Refusal.SDP_REFUSED);
        }
        if (!process.getOrDefault(participant, Set.of()).isEmpty()) {
            return Optional.of(Refusal.ALREADY_PUBLISHED);
        }
        if (publications.all().size() >= MediaNode.PUBLISHERS_MAX) {
            return Optional.of(Refusal.ROOM_FULL);
        }
        process.put(participant, kinds);
        publications.began(participant);
        return Optional.empty();
    }

    Optional<Refusal> answer(Participant participant, int offer, String sdp) {
        Member member = members.get(participant.seatId());
        if (member == null) {
            return Optional.of(Refusal.NOT_JOINED);
        }
        if (member.participant().supersedes(participant)) {
            return Optional.of(Refusal.STALE_EPOCH);
        }
        if (!member.participant().equals(participant)) {
            return Optional.of(Refusal.NOT_JOINED);
        }
        if (!member.subscription().waitsFor(offer)) {
            return Optional.of(Refusal.UNKNOWN_OFFER);
        }
        if (!sdp.startsWith("v=0")) {
            return Optional.of(Refusal.SDP_REFUSED);
        }
        member.subscription().answered();
        return Optional.empty();
    }

    void leave(Participant participant) {
        Member member = members.get(participant.seatId());
        if (member != null && member.participant().equals(participant)) {
            members.remove(participant.seatId());
            process.remove(participant);
            publications.ended(participant);
        }
    }

    /** True when this participant's sending was known here. */
    boolean ended(Participant participant) {
        broken.add(participant);
        return publications.ended(participant);
    }

    boolean isRunning(Participant participant) {
        Member member = members.get(participant.seatId());
        return member != null && member.participant().equals(participant) && !broken.contains(participant);
    }

    /** Makes every offer that is due. */
    List<MediaEvent> offers() {
        List<MediaEvent> made = new ArrayList<>();
        for (Member member : members.values()) {
            member.subscription()
                    .change(publications.wantedBy(member.participant()))
                    .ifPresent(change -> {
                        List<Track> carried = carried(
                                change, member.subscription().receiving().tracks());
                        String sdp = sdp(member.participant(), carried);
                        int number = member.subscription().offered(change, sdp, carried);
                        made.add(new OfferReady(node, name, member.participant(), number, sdp, carried));
                    });
        }
        return made;
    }

    /** Offers that nobody has answered. */
    List<MediaEvent> waitingOffers() {
        List<MediaEvent> waiting = new ArrayList<>();
        for (Member member : members.values()) {
            RoomSnapshot.Receiving receiving = member.subscription().receiving();
            String sdp = receiving.waiting();
            if (sdp != null) {
                waiting.add(new OfferReady(
                        node, name, member.participant(), receiving.lastOffer(), sdp, receiving.tracks()));
            }
        }
        return waiting;
    }

    RoomSnapshot snapshot() {
        return new RoomSnapshot(
                node,
                name,
                session,
                publications.all(),
                members.values().stream()
                        .map(member -> new Attendance(
                                member.participant(),
                                member.handle(),
                                member.handle(),
                                !process.getOrDefault(member.participant(), Set.of())
                                        .isEmpty(),
                                broken.contains(member.participant()),
                                member.subscription().receiving()))
                        .toList());
    }

    /** Lines that fell free are used again, as real nodes do, so that a mid can change its seat. */
    private List<Track> carried(Subscription.Change change, List<Track> before) {
        List<Track> carried = new ArrayList<>(before.stream()
                .filter(track -> !change.dropMids().contains(track.mid()))
                .toList());
        int mid = 0;
        for (RoomSnapshot.Publication publication : change.add()) {
            for (Track.Kind kind : process.getOrDefault(publication.by(), Set.of())) {
                while (isTaken(carried, mid)) {
                    mid++;
                }
                carried.add(new Track(Integer.toString(mid), publication.by().seatId(), kind));
            }
        }
        return carried;
    }

    private static boolean isTaken(List<Track> tracks, int mid) {
        return tracks.stream().anyMatch(track -> track.mid().equals(Integer.toString(mid)));
    }

    private static String sdp(Participant receiver, List<Track> tracks) {
        StringBuilder text = new StringBuilder("v=0\r\ns=for " + receiver + "\r\n");
        tracks.forEach(track -> text.append(track.kind() == Track.Kind.AUDIO ? "m=audio" : "m=video")
                .append(" 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:")
                .append(track.mid())
                .append("\r\na=sendonly\r\n"));
        return text.toString();
    }

    private static Set<Track.Kind> kinds(String sdp) {
        Set<Track.Kind> kinds = EnumSet.noneOf(Track.Kind.class);
        sdp.lines().forEach(line -> {
            if (line.startsWith("m=audio")) {
                kinds.add(Track.Kind.AUDIO);
            } else if (line.startsWith("m=video")) {
                kinds.add(Track.Kind.VIDEO);
            }
        });
        return kinds;
    }
}
