package org.wuduan.hub.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.bridge.MediaEvent.OfferReady;
import org.wuduan.bridge.Participant;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.hub.live.Terminal;

/** Which open connection holds which seat, and the offers that wait for one. In memory: it ends with the hub. */
@Component
class Holdings {
    private final Map<UUID, Holding> bySeat = new ConcurrentHashMap<>();
    private final Map<UUID, OfferReady> waitingOffers = new ConcurrentHashMap<>();

    /**
     * A connection's hold of a seat.
     *
     * @param epoch of the claim; messages carry it
     * @param mediaEpoch of the claim since which the media runs; the bridge knows the seat by it
     */
    record Holding(Terminal terminal, UUID call, UUID seat, int epoch, int mediaEpoch, int generation) {
        Participant participant() {
            return new Participant(seat, mediaEpoch);
        }
    }

    /**
     * By seat, whose seat was left while the connection stayed. Left and joined again in one breath, it may believe to sit
     * there still, until it is told that somebody else sat down.
     */
    private final Map<UUID, Holding> stoodUp = new ConcurrentHashMap<>();

    /** Takes the seat; the connection that had it is told. A claim that was overtaken by a later one is told itself. */
    void take(Holding holding) {
        var previous = new Holding[1];
        bySeat.compute(holding.seat(), (_, present) -> {
            if (present != null && present.epoch() > holding.epoch()) {
                previous[0] = holding;
                return present;
            }
            previous[0] = present;
            return holding;
        });
        tellSuperseded(previous[0], holding);
        tellSuperseded(stoodUp.remove(holding.seat()), holding);
    }

    private static void tellSuperseded(@Nullable Holding out, Holding by) {
        if (out != null && !out.terminal().connectionId().equals(by.terminal().connectionId())) {
            out.terminal().send(new LiveToTerminal.SeatSuperseded(out.call(), out.seat(), out.epoch() + 1));
        }
    }

    Optional<Holding> of(Terminal terminal, UUID call) {
        return bySeat.values().stream()
                .filter(holding -> holding.call().equals(call))
                .filter(holding -> holding.terminal().connectionId().equals(terminal.connectionId()))
                .findFirst();
    }

    @Nullable
    Holding ofSeat(UUID seat) {
        return bySeat.get(seat);
    }

    /** Whether a connection holds the seat by this claim or a later one. */
    boolean holds(UUID seat, int epoch) {
        var holding = bySeat.get(seat);
        return holding != null && holding.epoch() >= epoch;
    }

    /** Whether a connection holds the seat with this media. */
    boolean holdsMedia(Participant participant) {
        var holding = bySeat.get(participant.seatId());
        return holding != null && holding.participant().equals(participant);
    }

    /** Ends all holds of a connection and says which they were. */
    List<Holding> release(Terminal terminal) {
        var held = bySeat.values().stream()
                .filter(holding -> holding.terminal().connectionId().equals(terminal.connectionId()))
                .toList();
        held.forEach(holding -> bySeat.remove(holding.seat(), holding));
        stoodUp.values().removeIf(holding -> holding.terminal().connectionId().equals(terminal.connectionId()));
        return held;
    }

    /** The person who left has no hold any more; who came back while the seat was being given up keeps the new one. */
    void releaseSeat(SeatBook.Left left) {
        bySeat.computeIfPresent(left.seat(), (seat, holding) -> {
            if (holding.epoch() > left.epoch()) {
                return holding;
            }
            stoodUp.put(seat, holding);
            return null;
        });
        waitingOffers.computeIfPresent(
                left.seat(), (_, offer) -> offer.participant().epoch() <= left.mediaEpoch() ? null : offer);
    }

    /** Offers of seats that nobody holds just now go too: they would stay in memory until the hub ends. */
    void releaseCall(UUID call) {
        bySeat.values().removeIf(holding -> holding.call().equals(call));
        stoodUp.values().removeIf(holding -> holding.call().equals(call));
        waitingOffers.values().removeIf(offer -> offer.room().callId().equals(call));
    }

    List<Holding> ofCall(UUID call) {
        return bySeat.values().stream()
                .filter(holding -> holding.call().equals(call))
                .toList();
    }

    List<Holding> all() {
        return List.copyOf(bySeat.values());
    }

    /** Keeps an offer until it is answered, because the socket may be gone just now. */
    void offerWaits(OfferReady offer) {
        waitingOffers.put(offer.participant().seatId(), offer);
    }

    void offerAnswered(UUID seat, int offer) {
        waitingOffers.computeIfPresent(seat, (_, waiting) -> waiting.offer() == offer ? null : waiting);
    }

    Optional<OfferReady> waitingOffer(Holding holding) {
        return Optional.ofNullable(waitingOffers.get(holding.seat()))
                .filter(offer -> offer.participant().equals(holding.participant()))
                .filter(offer -> offer.room().generation() == holding.generation());
    }
}
