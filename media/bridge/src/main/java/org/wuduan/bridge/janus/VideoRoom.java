package org.wuduan.bridge.janus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot.Publication;
import org.wuduan.bridge.Track;
import org.wuduan.bridge.room.Subscription.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests of Janus' VideoRoom plugin (1.1.2, multistream) as one method each. Decides nothing. */
final class VideoRoom {
    /** Most that one participant may send, all simulcast layers together: 600 + 200 + 80 kbit/s and headroom. */
    static final int BITRATE_MAX_BITS_PER_SECOND = 1_200_000;

    private final JanusLink link;
    private final String adminKey;

    VideoRoom(JanusLink link, String adminKey) {
        this.link = link;
        this.adminKey = adminKey;
    }

    /** An offer that the node made, with what it carries; no sdp when nothing had to be offered. */
    record Offered(@Nullable String sdp, List<Track> tracks) {}

    /** Makes a room, unless it is there. */
    void create(RoomName room) throws JanusFault {
        ObjectNode body = about("create", room)
                .put("admin_key", adminKey)
                .put("permanent", false)
                .put("is_private", true)
                .put("publishers", MediaNode.PUBLISHERS_MAX)
                .put("bitrate", BITRATE_MAX_BITS_PER_SECOND)
                .put("fir_freq", 0)
                .put("audiocodec", "opus")
                .put("videocodec", "vp8")
                .put("notify_joining", false);
        try {
            link.ask(body);
        } catch (JanusFault fault) {
            if (!fault.isRefusedWith(JanusFault.ROOM_EXISTS)) {
                throw fault;
            }
        }
    }

    void destroy(RoomName room) throws JanusFault {
        link.ask(about("destroy", room));
    }

    /** Everybody in the room, and whether media comes from them. */
    Map<Participant, Boolean> participants(RoomName room) throws JanusFault {
        Map<Participant, Boolean> found = new HashMap<>();
        link.ask(about("listparticipants", room))
                .path("participants")
                .forEach(each -> Participant.ofFeedId(each.path("id").asString(""))
                        .ifPresent(participant ->
                                found.put(participant, each.path("publisher").asBoolean(false))));
        return found;
    }

    void kick(RoomName room, Participant participant) throws JanusFault {
        try {
            link.ask(about("kick", room).put("id", participant.feedId()));
        } catch (JanusFault fault) {
            if (!fault.isRefusedWith(JanusFault.NO_SUCH_FEED)) {
                throw fault;
            }
        }
    }

    /** Enters with a handle that may send later; returns those who send now. */
    List<Participant> join(long handle, RoomName room, Participant participant) throws JanusFault {
        ObjectNode body = about("join", room).put("ptype", "publisher").put("id", participant.feedId());
        return senders(data(link.ask(handle, body, null)));
    }

    /** Sends; returns Janus' answer. */
    String publish(long handle, String sdp) throws JanusFault {
        return sdp(link.ask(handle, JanusLink.body("publish"), new JanusLink.Jsep("offer", sdp)))
                .orElseThrow(() -> JanusFault.refused(JanusFault.ROOM_SDP_INVALID, "no answer to an offer"));
    }

    /**
     * The first subscription of a handle. Without {@code autoupdate}: Janus would else send offers of its own when a
     * publisher goes, and two would meet.
     */
    Offered subscribe(long handle, RoomName room, List<Publication> feeds) throws JanusFault {
        ObjectNode body = about("join", room)
                .put("ptype", "subscriber")
                .put("use_msid", true)
                .put("autoupdate", false);
        name(body.putArray("streams"), feeds);
        return offered(link.ask(handle, body, null));
    }

    /** Adds and removes in one step, so that there is one offer. */
    Offered update(long handle, Change change) throws JanusFault {
        ObjectNode body = JanusLink.body("update");
        if (!change.add().isEmpty()) {
            name(body.putArray("subscribe"), change.add());
        }
        if (!change.dropMids().isEmpty()) {
            ArrayNode unsubscribe = body.putArray("unsubscribe");
            change.dropMids().forEach(mid -> unsubscribe.addObject().put("sub_mid", mid));
        }
        return offered(link.ask(handle, body, null));
    }

    /** Takes the answer to the last offer of a subscription. */
    void start(long handle, String sdp) throws JanusFault {
        link.ask(handle, JanusLink.body("start"), new JanusLink.Jsep("answer", sdp));
    }

    /** Those whom an event or an answer names as sending. */
    static List<Participant> senders(JsonNode data) {
        List<Participant> senders = new ArrayList<>();
        data.path("publishers")
                .forEach(each ->
                        Participant.ofFeedId(each.path("id").asString("")).ifPresent(senders::add));
        return senders;
    }

    /** Whom an event names as sending no more, in any of its three ways. */
    static Optional<Participant> gone(JsonNode data) {
        for (String way : List.of("unpublished", "leaving", "kicked")) {
            Optional<Participant> named = Participant.ofFeedId(data.path(way).asString(""));
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    static JsonNode data(JsonNode message) {
        return message.path("plugindata").path("data");
    }

    /** Janus says "updating" when it waits for an answer itself: a hub died between its offer and the snapshot. */
    private static Offered offered(JsonNode answer) throws JanusFault {
        if ("updating".equals(data(answer).path("videoroom").asString(""))) {
            throw JanusFault.refused(JanusFault.OFFER_UNKNOWN, "an offer is under way that no snapshot tells of");
        }
        List<Track> tracks = new ArrayList<>();
        for (JsonNode line : data(answer).path("streams")) {
            Participant.ofFeedId(line.path("feed_id").asString(""))
                    .flatMap(from ->
                            kind(line).map(kind -> new Track(line.path("mid").asString(""), from.seatId(), kind)))
                    .filter(_ -> line.path("active").asBoolean(false))
                    .ifPresent(tracks::add);
        }
        return new Offered(sdp(answer).orElse(null), tracks);
    }

    private static Optional<Track.Kind> kind(JsonNode line) {
        return switch (line.path("type").asString("")) {
            case "audio" -> Optional.of(Track.Kind.AUDIO);
            case "video" -> Optional.of(Track.Kind.VIDEO);
            default -> Optional.empty();
        };
    }

    private static Optional<String> sdp(JsonNode answer) {
        String sdp = answer.path("jsep").path("sdp").asString("");
        return sdp.isEmpty() ? Optional.empty() : Optional.of(sdp);
    }

    private static void name(ArrayNode streams, List<Publication> feeds) {
        feeds.forEach(feed -> streams.addObject().put("feed", feed.by().feedId()));
    }

    private static ObjectNode about(String request, RoomName room) {
        return JanusLink.body(request).put("room", room.value());
    }
}
