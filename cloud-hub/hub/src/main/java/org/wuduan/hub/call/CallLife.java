package org.wuduan.hub.call;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.hub.identity.Sessions;

/** Starts and stops the media side with the hub, before the first terminal can connect, and looks after the seats. */
@Component
class CallLife implements SmartLifecycle {
    private final MediaNodes media;
    private final SeatBook seats;
    private final CallMessages messages;
    private final Holdings holdings;
    private final Sessions sessions;
    private final Duration seatHold;
    private volatile boolean running;

    CallLife(
            MediaNodes media,
            SeatBook seats,
            CallMessages messages,
            Holdings holdings,
            Sessions sessions,
            @Value("${hub.seat-hold}") Duration seatHold) {
        this.media = media;
        this.seats = seats;
        this.messages = messages;
        this.holdings = holdings;
        this.sessions = sessions;
        this.seatHold = seatHold;
    }

    /** Before the web server, which starts in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        seats.everybodyIsReconnecting();
        media.start(event -> {
            if (event instanceof MediaEvent.OfferReady offer) {
                messages.offerReady(offer);
            }
        });
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        media.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Scheduled(fixedDelay = 1_000)
    void giveUpLostSeats() {
        if (!running) {
            return;
        }
        messages.writeLosses();
        messages.findUnheld();
        seats.giveUp(seatHold);
        for (var abandoned : seats.absentWithMedia()) {
            var seat = abandoned.seat();
            // written down first: who comes back in this moment builds media anew, or has it already and keeps it
            if (!holdings.holds(seat.seat(), seat.epoch()) && seats.mediaEnded(seat)) {
                endMedia(new RoomName(abandoned.call(), seat.generation()), seat);
            }
        }
        sendOutWhoHasNoSeat();
    }

    /**
     * A seat's media may be written down as ended while nobody told its node: the database fell silent between the two, or
     * the hub died. Who is in a room was in a seat before, so the rooms are looked at first.
     */
    private void sendOutWhoHasNoSeat() {
        var unheld = media.attending();
        unheld.replaceAll((_, there) -> there.stream()
                .filter(participant -> !holdings.holdsMedia(participant))
                .collect(Collectors.toSet()));
        unheld.values().removeIf(Set::isEmpty);
        if (unheld.isEmpty()) {
            return;
        }
        var seated = seats.withMedia();
        unheld.forEach((room, there) -> there.stream()
                .filter(participant -> !seated.contains(participant))
                .forEach(participant -> media.leave(room, participant)));
    }

    /** Sitting in a call is activity: nobody is logged out in the middle of it. */
    @Scheduled(fixedDelay = 60_000)
    void keepSessionsActive() {
        holdings.all().forEach(holding -> sessions.active(holding.terminal().sessionId()));
    }

    /** Ends the media of a seat whose person is gone. */
    void endMedia(RoomName room, SeatBook.Left seat) {
        holdings.releaseSeat(seat);
        if (seat.mediaEpoch() > 0) {
            media.leave(room, new Participant(seat.seat(), seat.mediaEpoch()));
        }
    }
}
