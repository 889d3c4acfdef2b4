package org.wuduan.hub.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.hub.call.CallSide;
import org.wuduan.hub.journal.JournalEvent;

/** What must be true of a world that has come to rest, whatever happened before. */
final class Invariants {
    /** The hub's setting, and a moment for the tick that ends the ring. */
    private static final Duration RING_MAX = Duration.ofSeconds(47);

    private final World world;
    private final List<String> broken = new ArrayList<>();

    Invariants(World world) {
        this.world = world;
    }

    /** What is broken; empty when everything holds. */
    List<String> check() {
        var side = world.machine.consultation;
        broken.addAll(side.impossible(
                world.consultation, world.machine.clock.instant().minus(RING_MAX)));
        if (!side.historyTellsThePresent(world.consultation)) {
            broken.add("the journal does not lead to the state that the table holds");
        }
        theReportIsSeenTo();
        commandsAreDoneOnce(side.events(world.consultation));
        everybodySeesThePresent();
        var call = side.call(world.consultation);
        if (side.state(world.consultation) == ConsultationState.LIVE) {
            theCallIsWhatTheConsultationSays(call);
        } else {
            nothingIsLeftOf(call);
        }
        return broken;
    }

    /** What must be true once the consultation is over. */
    List<String> checkTheEnd() {
        var side = world.machine.consultation;
        if (!side.historyTellsThePresent(world.consultation)) {
            broken.add("the journal does not lead to the state that the table holds");
        }
        theReportIsSeenTo();
        nothingIsLeftOf(side.call(world.consultation));
        return broken;
    }

    /** Once concluded, it is in the archives or owed, though the hub died or its database was away in between. */
    private void theReportIsSeenTo() {
        if (!world.machine.consultation.reportIsSeenTo(world.consultation)) {
            broken.add("nobody makes the report");
        }
    }

    /** Of each kind of step, an actor's commands that were answered with done are in the journal, each once. */
    private void commandsAreDoneOnce(List<JournalEvent> events) {
        for (int at = 0; at < events.size() - 1; at++) {
            if (events.get(at).sequence() >= events.get(at + 1).sequence()) {
                broken.add("the journal's numbers do not grow");
            }
        }
        var requests =
                world.pages.stream().flatMap(page -> page.requests.stream()).toList();
        var kinds = new LinkedHashSet<Map.Entry<UUID, String>>();
        requests.forEach(request -> kinds.add(Map.entry(request.actor.id(), request.wish.name())));
        for (var kind : kinds) {
            long done = requests.stream()
                    .filter(one -> one.actor.id().equals(kind.getKey())
                            && one.wish.name().equals(kind.getValue()))
                    .filter(one -> one.answer == Request.Answer.DONE)
                    .count();
            long written = events.stream()
                    .filter(one ->
                            one.actor().equals(kind.getKey()) && one.type().equals(kind.getValue()))
                    .count();
            if (done != written) {
                broken.add(kind.getValue() + " was answered done " + done + " times and written " + written);
            }
        }
    }

    /** No announcement was lost: without asking, each page has the view that the hub would draw now. */
    private void everybodySeesThePresent() {
        for (var page : world.pages) {
            if (page.off) {
                continue;
            }
            var now = world.machine.view(page.actor, world.consultation);
            var shown = page.view;
            boolean same = switch (now) {
                case LiveToTerminal.ViewFrame frame -> frame.view().equals(shown);
                default -> shown == null;
            };
            if (!same) {
                broken.add(page.name + " shows what is past");
            }
        }
    }

    private void theCallIsWhatTheConsultationSays(UUID call) {
        var seats = world.machine.call.seats(call);
        var wanted = world.machine.consultation.seated(
                world.consultation, world.village.box().id());
        var seated = new LinkedHashSet<UUID>();
        seats.values().stream().filter(CallSide.SeatRow::seated).forEach(seat -> seated.add(seat.actor()));
        if (!seated.equals(wanted)) {
            broken.add("seats differ from the consultation: " + seated.size() + " instead of " + wanted.size());
        }
        if (!world.machine.call.doublyHeld(call).isEmpty()) {
            broken.add("a seat is held by two connections");
        }
        seats.values().stream().filter(CallSide.SeatRow::seated).forEach(seat -> oneHolder(call, seat));
        mediaIsThatOfTheSeats(call, seats);
    }

    private void oneHolder(UUID call, CallSide.SeatRow seat) {
        var ofSeat = world.pages.stream()
                .filter(page -> page.actor.id().equals(seat.actor()))
                .toList();
        if (ofSeat.stream().allMatch(page -> page.off)) {
            if (!seat.presence().equals("absent") || seat.mediaEpoch() > 0) {
                broken.add(ofSeat.getFirst().name + " is gone and is shown as " + seat.presence());
            }
            return;
        }
        var holding = world.pages.stream()
                .filter(page -> page.actor.id().equals(seat.actor()) && page.holdsSeat())
                .toList();
        boolean stopped = ofSeat.stream().anyMatch(page -> page.superseded && !page.off)
                && ofSeat.stream().anyMatch(page -> page.off);
        if (holding.isEmpty() && stopped) {
            // the page that took the seat is off; the one that it stopped waits for somebody's click
            return;
        }
        if (holding.size() != 1) {
            broken.add("a seat is believed to be held by " + holding.size() + " pages");
            return;
        }
        var page = holding.getFirst();
        var atHub = world.machine
                .call
                .holders(call)
                .get(Objects.requireNonNull(page.line).connectionId());
        if (atHub == null || atHub != seat.epoch() || page.epoch != seat.epoch()) {
            broken.add(page.name + " has epoch " + page.epoch + ", the hub " + atHub + ", the table " + seat.epoch());
        }
        if (!seat.presence().equals("present")) {
            broken.add(page.name + " sits there and is shown as " + seat.presence());
        }
        if (!page.sendsMedia()) {
            broken.add(page.name + " sits there without media");
        }
    }

    private void mediaIsThatOfTheSeats(UUID call, Map<UUID, CallSide.SeatRow> seats) {
        var where = world.machine.call.where(call);
        Set<Participant> wanted = new LinkedHashSet<>();
        seats.values().stream()
                .filter(seat -> seat.seated() && seat.mediaEpoch() > 0)
                .forEach(seat -> wanted.add(seat.participant()));
        Set<Participant> there = new LinkedHashSet<>();
        world.bridges().forEach(bridge -> there.addAll(bridge.participants(where.room())));
        if (!there.equals(wanted)) {
            broken.add("in the room are " + there.size() + ", seats with media are " + wanted.size()
                    + (wanted.containsAll(there) ? "" : ", and somebody is there who has no seat"));
        }
        roomsOf(call).stream()
                .filter(room -> !room.equals(where.room()))
                .forEach(room -> broken.add("a room of an older generation is left"));
    }

    private void nothingIsLeftOf(UUID call) {
        if (!roomsOf(call).isEmpty()) {
            broken.add("a room is left of a call that is over or never was");
        }
        if (!world.machine.call.holders(call).isEmpty()) {
            broken.add("somebody holds a seat of a call that is over");
        }
        if (world.machine.call.snapshots(call) > 0) {
            broken.add("a snapshot is left of a call that is over");
        }
        world.pages.stream()
                .filter(Page::holdsSeat)
                .forEach(page -> broken.add(page.name + " believes to sit in a call that is over"));
    }

    private List<RoomName> roomsOf(UUID call) {
        return world.bridges().stream()
                .flatMap(bridge -> bridge.rooms().stream())
                .filter(room -> room.callId().equals(call))
                .distinct()
                .toList();
    }
}
