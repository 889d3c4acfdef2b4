package org.wuduan.hub.call;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.bridge.RoomName;
import org.wuduan.contract.Call;

/** Calls as other modules see them. */
@Service
public class Calls {
    private final SeatBook seats;
    private final MediaNodes media;
    private final CallLife life;
    private final Holdings holdings;

    Calls(SeatBook seats, MediaNodes media, CallLife life, Holdings holdings) {
        this.seats = seats;
        this.media = media;
        this.life = life;
        this.holdings = holdings;
    }

    /**
     * Opens the call if need be and makes its seats what they should be, in the running transaction: who is told that it
     * is done can claim a seat. Repeating it changes nothing.
     */
    public void arrange(UUID call, List<PlannedSeat> planned) {
        seats.arrange(call, planned);
    }

    /** Ends a call, in the running transaction: nobody can claim a seat in it any more. */
    public void end(UUID call) {
        seats.end(call);
    }

    /**
     * Makes the media what the seats are: ends that of whoever has left, and of a call that is over. Who left and came
     * back before this ran keeps seat and media. Repeating it changes nothing. Must not be called inside a transaction: media nodes are asked.
     */
    public void settleMedia(UUID call) {
        for (var left : seats.leftWithMedia(call)) {
            life.endMedia(new RoomName(call, left.generation()), left);
            seats.mediaEnded(left);
        }
        holdings.ofCall(call).forEach(held -> seats.heldAllTheTime(call, held.seat(), held.epoch()));
        seats.generationOfEnded(call)
                .ifPresentOrElse(
                        generation -> {
                            media.close(call, generation);
                            holdings.releaseCall(call);
                        },
                        () -> media.roomOf(call));
    }

    /** A running call as this viewer sees it. */
    public Optional<Call> view(UUID call, UUID viewer) {
        return seats.view(call, viewer);
    }
}
