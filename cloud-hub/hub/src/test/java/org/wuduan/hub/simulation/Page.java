package org.wuduan.hub.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Call;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.LiveToTerminal.SeatClaimed;
import org.wuduan.contract.Presence;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.hub.identity.Actor;

/** What a terminal's page does on the wire, as PROTOCOL.md, section 4, says it: claims, publishes, answers, begins anew. */
final class Page {
    private static final String SDP = "v=0\r\nm=audio 9 UDP 0\r\nm=video 9 UDP 0\r\n";

    final String name;
    final Actor actor;
    final UUID session;
    final List<Request> requests = new ArrayList<>();

    @Nullable
    Line line;

    @Nullable
    ConsultationView view;

    long seq;

    /** Switched off; nobody knows whether it comes back. */
    boolean off;

    /** Another page of the same person has the seat; this one stops until somebody clicks. */
    boolean superseded;

    /** Of the claim that it holds, 0 without one. */
    int epoch;

    private int generation;
    private @Nullable String claimUnderWay;
    /** What another connection claimed while the own claim is under way. */
    private int supersededBy;

    private boolean publishing;
    /** The claim since which its peer connections run, 0 while they don't. */
    private int mediaEpoch;

    private int mediaGeneration;
    private int messages;

    Page(String name, Actor actor, UUID session) {
        this.name = name;
        this.actor = actor;
        this.session = session;
    }

    void connect(Line fresh) {
        line = fresh;
    }

    /** The page's own notice that its line is gone; media goes on. */
    void disconnected() {
        line = null;
        epoch = 0;
        claimUnderWay = null;
        supersededBy = 0;
        publishing = false;
    }

    boolean holdsSeat() {
        return epoch > 0;
    }

    boolean sendsMedia() {
        return mediaEpoch > 0;
    }

    /** Its peer connections have failed. */
    void mediaFailed() {
        mediaEpoch = 0;
        epoch = 0;
        think();
    }

    /** Somebody clicks on the page that had stopped. */
    void clicked() {
        superseded = false;
        think();
    }

    private boolean idle() {
        return claimUnderWay == null && !publishing;
    }

    void receive(LiveToTerminal message) {
        switch (message) {
            case LiveToTerminal.ViewFrame frame
            when frame.view() instanceof ConsultationView newest -> {
                if (frame.seq() >= seq) {
                    seq = frame.seq();
                    view = newest;
                }
            }
            case LiveToTerminal.Gone _ -> view = null;
            case SeatClaimed claimed -> claimed(claimed);
            case LiveToTerminal.SeatSuperseded(var _, var _, var by) -> {
                if (claimUnderWay != null) {
                    // the own claim may be the later one: its answer tells
                    supersededBy = by;
                } else if (by > epoch) {
                    stop();
                }
            }
            case LiveToTerminal.Published published -> {
                publishing = false;
                if (published.epoch() == epoch) {
                    mediaEpoch = epoch;
                    mediaGeneration = published.generation();
                }
            }
            case LiveToTerminal.Offer offer -> {
                if (offer.epoch() == epoch && offer.generation() == generation) {
                    send(new LiveToHub.Answer(id(), offer.callId(), epoch, generation, offer.offer(), SDP));
                }
            }
            case LiveToTerminal.Refused refused -> refused(refused);
            default -> {
                // beats and welcomes change nothing here
            }
        }
        think();
    }

    @Override
    public String toString() {
        var call = view == null ? null : view.call();
        return name + " epoch=" + epoch + " generation=" + generation + " superseded=" + superseded + " claim="
                + claimUnderWay + " publishing=" + publishing + " media=" + mediaEpoch + "/" + mediaGeneration
                + " seat=" + (call == null ? null : call.mySeatId()) + " of generation "
                + (call == null ? null : call.generation() + " " + call.media());
    }

    private void claimed(SeatClaimed claimed) {
        if (!claimed.ref().equals(claimUnderWay)) {
            return;
        }
        claimUnderWay = null;
        if (supersededBy > claimed.epoch()) {
            stop();
            return;
        }
        supersededBy = 0;
        epoch = claimed.epoch();
        generation = claimed.generation();
        if (claimed.media() == SeatClaimed.Media.BUILD) {
            mediaEpoch = 0;
            publish();
        }
    }

    private void publish() {
        if (view != null && view.call() != null) {
            publishing = true;
            send(new LiveToHub.Publish(id(), view.call().id(), epoch, generation, SDP));
        }
    }

    private void refused(LiveToTerminal.Refused refused) {
        if (refused.ref() != null && refused.ref().equals(claimUnderWay)) {
            claimUnderWay = null;
            if (supersededBy > 0) {
                stop();
            } else {
                // carried out or not: what runs is given up, and the seat is claimed anew
                epoch = 0;
                mediaEpoch = 0;
            }
            return;
        }
        publishing = false;
        var type = refused.problem().type();
        if (type.endsWith("media-unavailable") || type.endsWith("internal")) {
            return;
        }
        epoch = 0;
    }

    /** Looks at the newest view and takes, keeps or leaves its seat. */
    void think() {
        var call = view == null ? null : view.call();
        if (line == null || line.cut) {
            return;
        }
        if (call == null || call.mySeatId() == null) {
            standUp();
        } else if (!superseded && idle()) {
            sit(call);
        }
    }

    private void sit(Call call) {
        boolean moved = call.generation() > generation;
        if (!holdsSeat() || moved || isShownAsAbsent(call)) {
            claim(call);
        } else if (mediaEpoch == 0 && call.media() == Call.Media.READY) {
            publish();
        }
    }

    /** Left and taken again in one breath. */
    private boolean isShownAsAbsent(Call call) {
        return sendsMedia()
                && call.seats().stream()
                        .anyMatch(seat -> seat.id().equals(call.mySeatId()) && seat.presence() == Presence.ABSENT);
    }

    private void claim(Call call) {
        boolean running = mediaEpoch > 0 && mediaGeneration == call.generation();
        claimUnderWay = id();
        send(new LiveToHub.ClaimSeat(
                claimUnderWay,
                call.id(),
                null,
                running ? new LiveToHub.ClaimSeat.RunningMedia(mediaEpoch, mediaGeneration) : null));
    }

    private void stop() {
        superseded = true;
        standUp();
    }

    private void standUp() {
        epoch = 0;
        generation = 0;
        claimUnderWay = null;
        supersededBy = 0;
        publishing = false;
        mediaEpoch = 0;
    }

    private void send(LiveToHub message) {
        if (line != null && !line.cut) {
            line.toHub.add(message);
        }
    }

    private String id() {
        messages++;
        return name + "-" + messages;
    }
}
