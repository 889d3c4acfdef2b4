package org.wuduan.hub.call;

import java.time.Duration;
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
            media.roomOf(room.callId())
                    .filter(open -> open.room().equals(room))
                    .ifPresent(open -> open.node().leave(room, new Participant(seat.seat(), seat.mediaEpoch())));
        }
    }
}
