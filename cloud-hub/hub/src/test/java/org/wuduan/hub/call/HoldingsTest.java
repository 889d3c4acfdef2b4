package org.wuduan.hub.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.bridge.MediaEvent.OfferReady;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.hub.call.Holdings.Holding;
import org.wuduan.hub.call.SeatBook.Left;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.Terminal;

/** Who keeps a seat when it is given up and claimed at the same time. */
class HoldingsTest {
    private static final UUID CALL = new UUID(1, 1);
    private static final UUID SEAT = new UUID(1, 2);

    private final Holdings holdings = new Holdings();

    @Test
    void who_comes_back_while_the_seat_is_given_up_keeps_the_new_hold() {
        var back = holding(2, 2);
        holdings.take(back);

        holdings.releaseSeat(new Left(SEAT, 1, 1, 1));

        assertThat(holdings.ofSeat(SEAT)).isEqualTo(back);
    }

    @Test
    void a_seat_that_is_given_up_is_held_by_nobody() {
        holdings.take(holding(1, 1));

        holdings.releaseSeat(new Left(SEAT, 1, 1, 1));

        assertThat(holdings.ofSeat(SEAT)).isNull();
    }

    @Test
    void the_end_of_a_call_forgets_the_offers_of_seats_that_nobody_holds() {
        var holding = holding(1, 1);
        holdings.offerWaits(
                new OfferReady(new NodeId("a"), new RoomName(CALL, 1), new Participant(SEAT, 1), 1, "v=0", List.of()));
        assertThat(holdings.waitingOffer(holding)).isPresent();

        holdings.releaseCall(CALL);

        assertThat(holdings.waitingOffer(holding)).isEmpty();
    }

    @Test
    void whose_seat_was_left_and_taken_again_in_one_breath_is_told_who_sits_there_now() {
        var tablet = holding(2, 2);
        holdings.take(tablet);
        holdings.releaseSeat(new Left(SEAT, 2, 2, 1));

        holdings.take(holding(3, 3));

        assertThat(((Phone) tablet.terminal()).sent())
                .containsExactly(new LiveToTerminal.SeatSuperseded(CALL, SEAT, 3));
    }

    @Test
    void who_is_gone_is_told_nothing() {
        var tablet = holding(2, 2);
        holdings.take(tablet);
        holdings.releaseSeat(new Left(SEAT, 2, 2, 1));
        holdings.release(tablet.terminal());

        holdings.take(holding(3, 3));

        assertThat(((Phone) tablet.terminal()).sent()).isEmpty();
    }

    private static Holding holding(int epoch, int mediaEpoch) {
        return new Holding(new Phone(new UUID(2, epoch), new ArrayList<>()), CALL, SEAT, epoch, mediaEpoch, 1);
    }

    /** A terminal that takes what it is sent. */
    private record Phone(UUID connectionId, List<LiveToTerminal> sent) implements Terminal {
        @Override
        public Actor actor() {
            return new Actor(new UUID(3, 1), ActorKind.FAMILY);
        }

        @Override
        public UUID sessionId() {
            return new UUID(3, 2);
        }

        @Override
        public void send(LiveToTerminal message) {
            sent.add(message);
        }
    }
}
