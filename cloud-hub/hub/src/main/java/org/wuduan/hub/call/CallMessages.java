package org.wuduan.hub.call;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.Refusal;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.LiveToTerminal.Offer.Track;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.call.Holdings.Holding;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.MessageHandler;
import org.wuduan.hub.live.Reply;
import org.wuduan.hub.live.Terminal;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Answers the media signalling of /live (PROTOCOL.md, section 4). */
@Component
class CallMessages implements MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CallMessages.class);

    private final SeatBook seats;
    private final MediaNodes media;
    private final Holdings holdings;
    private final ObjectProvider<Admission> admission;
    private final TransactionTemplate transactions;
    private final Audit audit;

    /** Holds that ended and are not written down yet; at most one a seat and claim. */
    private final Set<Holding> losses = ConcurrentHashMap.newKeySet();

    /** Claims that no connection held at the last look. */
    private volatile Set<SeatBook.Claim> unheld = Set.of();

    CallMessages(
            SeatBook seats,
            MediaNodes media,
            Holdings holdings,
            ObjectProvider<Admission> admission,
            TransactionTemplate transactions,
            Audit audit) {
        this.seats = seats;
        this.media = media;
        this.holdings = holdings;
        this.admission = admission;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public boolean handles(LiveToHub message) {
        return switch (message) {
            case LiveToHub.ClaimSeat _, LiveToHub.Publish _, LiveToHub.Answer _ -> true;
            case LiveToHub.Hello _, LiveToHub.Watch _, LiveToHub.Unwatch _ -> false;
        };
    }

    @Override
    public Outcome<Reply> handle(Terminal terminal, LiveToHub message) {
        return switch (message) {
            case LiveToHub.ClaimSeat claim -> claim(terminal, claim);
            case LiveToHub.Publish publish ->
                holding(terminal, publish.callId(), publish.epoch(), publish.generation())
                        .then(holding -> publish(holding, publish));
            case LiveToHub.Answer answer ->
                holding(terminal, answer.callId(), answer.epoch(), answer.generation())
                        .then(holding -> answer(holding, answer));
            case LiveToHub.Hello _, LiveToHub.Watch _, LiveToHub.Unwatch _ ->
                Refused.of(ProblemType.UNKNOWN_MESSAGE_TYPE);
        };
    }

    private Outcome<Reply> claim(Terminal terminal, LiveToHub.ClaimSeat claim) {
        return switch (seat(terminal.actor(), claim, runningMedia(terminal.actor(), claim))) {
            case Outcome.Done<SeatBook.Claimed>(var seat) -> take(terminal, claim, seat);
            case Refused<SeatBook.Claimed> refused -> refused.retyped();
        };
    }

    /** One transaction: whoever joins is shown to the others once, in the seat. */
    private Outcome<SeatBook.Claimed> seat(
            Actor actor, LiveToHub.ClaimSeat claim, Optional<SeatBook.SeatMedia> running) {
        return transactions.execute(status -> {
            var admitted = claim.join() == null
                    ? Outcome.done()
                    : admission.getObject().admit(actor, claim.callId());
            var seat = admitted.then(_ -> ownSeat(actor, claim.callId(), running));
            if (seat instanceof Refused<SeatBook.Claimed>) {
                status.setRollbackOnly();
            }
            return seat;
        });
    }

    private Outcome<SeatBook.Claimed> ownSeat(Actor actor, UUID call, Optional<SeatBook.SeatMedia> running) {
        var seat = seats.claim(call, actor.id(), running);
        if (seat.isEmpty()) {
            audit.recordDenial(actor.id(), "claim-seat", call);
            return Refused.of(ProblemType.NOT_FOUND);
        }
        return Outcome.of(seat.get());
    }

    private Outcome<Reply> take(Terminal terminal, LiveToHub.ClaimSeat claim, SeatBook.Claimed seat) {
        boolean keep = !seat.buildsMedia();
        var holding =
                new Holding(terminal, seat.call(), seat.seat(), seat.epoch(), seat.mediaEpoch(), seat.generation());
        holdings.take(holding);
        terminal.send(new LiveToTerminal.SeatClaimed(
                claim.id(),
                seat.call(),
                seat.seat(),
                seat.epoch(),
                seat.generation(),
                keep ? LiveToTerminal.SeatClaimed.Media.KEEP : LiveToTerminal.SeatClaimed.Media.BUILD));
        if (keep) {
            holdings.waitingOffer(holding).ifPresent(offer -> terminal.send(offer(holding, offer)));
        } else {
            media.roomOf(seat.call())
                    .filter(open -> open.room().generation() == holding.generation())
                    .ifPresent(open -> open.node().join(open.room(), holding.participant()));
        }
        return Outcome.of(Reply.NONE);
    }

    /**
     * The media that a page says it still has, if its bridge has it too. Asked before the claim's transaction, which then
     * looks whether it is the seat's still: a bridge that does not answer must not hold rows that others wait for.
     */
    private Optional<SeatBook.SeatMedia> runningMedia(Actor actor, LiveToHub.ClaimSeat claim) {
        var page = claim.media();
        if (page == null) {
            return Optional.empty();
        }
        return seats.mediaOf(claim.callId(), actor.id(), page)
                .filter(one -> media.roomOf(claim.callId())
                        .filter(open -> open.node().isRunning(open.room(), one.participant()))
                        .isPresent());
    }

    private Outcome<Holding> holding(Terminal terminal, UUID call, int epoch, int generation) {
        var held = holdings.of(terminal, call);
        if (held.isEmpty()) {
            return Refused.of(ProblemType.SEAT_NOT_HELD);
        }
        if (held.get().epoch() != epoch) {
            return Refused.of(ProblemType.STALE_EPOCH);
        }
        return held.get().generation() == generation
                ? Outcome.of(held.get())
                : Refused.of(ProblemType.STALE_GENERATION);
    }

    private Outcome<Reply> publish(Holding holding, LiveToHub.Publish publish) {
        var open = media.roomOf(holding.call());
        if (open.isEmpty()) {
            return Refused.of(ProblemType.MEDIA_UNAVAILABLE);
        }
        if (open.get().room().generation() != holding.generation()) {
            return Refused.of(ProblemType.STALE_GENERATION);
        }
        return switch (open.get().node().publish(open.get().room(), holding.participant(), publish.sdp())) {
            case org.wuduan.bridge.Outcome.Done<String>(var sdp) ->
                Outcome.of(new Reply(new LiveToTerminal.Published(
                        publish.id(), holding.call(), holding.epoch(), holding.generation(), sdp)));
            case org.wuduan.bridge.Outcome.Refused<String>(var refusal) -> refused(refusal);
        };
    }

    private Outcome<Reply> answer(Holding holding, LiveToHub.Answer answer) {
        var open = media.roomOf(holding.call());
        if (open.isEmpty() || open.get().room().generation() != holding.generation()) {
            return Refused.of(ProblemType.STALE_GENERATION);
        }
        holdings.offerAnswered(holding.seat(), answer.offer());
        return switch (open.get()
                .node()
                .answer(open.get().room(), holding.participant(), answer.offer(), answer.sdp())) {
            case org.wuduan.bridge.Outcome.Done<Participant> _ -> Outcome.of(Reply.NONE);
            case org.wuduan.bridge.Outcome.Refused<Participant>(var refusal) -> refused(refusal);
        };
    }

    private static Outcome<Reply> refused(Refusal refusal) {
        return switch (refusal) {
            case NODE_DOWN, TIMED_OUT, DRAINING, NO_SUCH_ROOM, ROOM_FULL, NODE_FAULT ->
                Refused.of(ProblemType.MEDIA_UNAVAILABLE);
            case NOT_JOINED, STALE_EPOCH, ALREADY_PUBLISHED -> Refused.of(ProblemType.STALE_EPOCH);
            case UNKNOWN_OFFER -> Refused.field("offer");
            case SDP_REFUSED -> Refused.field("sdp");
        };
    }

    /** Passes an offer on to the connection that holds the seat, and keeps it until it is answered. */
    void offerReady(MediaEvent.OfferReady offer) {
        holdings.offerWaits(offer);
        var holding = holdings.ofSeat(offer.participant().seatId());
        if (holding != null
                && holding.participant().equals(offer.participant())
                && holding.generation() == offer.room().generation()) {
            holding.terminal().send(offer(holding, offer));
        }
    }

    private static LiveToTerminal offer(Holding holding, MediaEvent.OfferReady offer) {
        return new LiveToTerminal.Offer(
                holding.call(),
                holding.epoch(),
                holding.generation(),
                offer.offer(),
                offer.sdp(),
                offer.tracks().stream()
                        .map(track -> new Track(
                                track.mid(),
                                track.seatId(),
                                Track.Kind.valueOf(track.kind().name())))
                        .toList());
    }

    @Override
    public void closed(Terminal terminal) {
        losses.addAll(holdings.release(terminal));
        writeLosses();
    }

    /**
     * Writes down who lost the connection to a seat. What the database does not take now stays in the list: nobody may be
     * shown as present because it was away for a moment.
     */
    void writeLosses() {
        for (var loss : losses) {
            try {
                seats.lost(loss.call(), loss.seat(), loss.epoch());
                losses.remove(loss);
            } catch (DataAccessException | TransactionException triedAgain) {
                LOG.warn(
                        "call.loss_not_written call={} fault={}",
                        loss.call(),
                        triedAgain.getClass().getSimpleName());
            }
        }
    }

    /**
     * Finds seats that are shown as taken and that no connection holds: a claim was committed while its answer was lost, and
     * no end of a connection will ever tell. Between commit and hold lie moments, so only what is found twice counts.
     */
    void findUnheld() {
        var now = seats.present().stream()
                .filter(claim -> !holdings.holds(claim.seat(), claim.epoch()))
                .collect(Collectors.toSet());
        now.stream().filter(unheld::contains).forEach(claim -> seats.lost(claim.call(), claim.seat(), claim.epoch()));
        unheld = now;
    }
}
