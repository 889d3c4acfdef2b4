package org.wuduan.hub.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.wuduan.bridge.fake.FakeBridge;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.hub.consultation.ConsultationSide;
import org.wuduan.hub.consultation.ConsultationSide.Wish;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.live.Reply;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** One consultation, the pages around it and the network between them and the hub. */
final class World {
    static final List<String> BRIDGES = List.of("bridge-a", "bridge-b");

    final Machine machine;
    final Village village;
    final UUID consultation;
    final List<Page> pages = new ArrayList<>();

    /** Every line that the hub has not given up yet. */
    final List<Line> lines = new ArrayList<>();

    /** Answers that are on their way to the page. */
    final Map<Request, Outcome<Outcome.Nothing>> answers = new LinkedHashMap<>();

    private final SplittableRandom random;

    World(Machine machine, Village village, SplittableRandom random) {
        this.machine = machine;
        this.village = village;
        this.random = random;
        // not from the seed: several tests play the same seeds on one database
        this.consultation = UUID.randomUUID();
        pages.add(new Page("tv", village.box(), id()));
        pages.add(new Page("doctor", village.doctor(), id()));
        pages.add(new Page("county", village.county(), id()));
        pages.add(new Page("phone", village.child(), id()));
        pages.add(new Page("tablet", village.child(), id()));
        machine.announceTo((stream, _) -> {
            if (stream.id().equals(consultation)) {
                lines.forEach(line -> line.viewDue = true);
            }
        });
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** The patient asks for a doctor; nothing disturbs this. */
    void request() {
        var wish = new Wish("Requested", "", Action.REQUEST_CONSULTATION);
        var request = new Request(village.box(), id(), wish);
        var answer = machine.command(
                request, () -> machine.consultation.request(village.box(), consultation, village.patient()));
        if (!(answer instanceof Outcome.Done)) {
            throw new AssertionError("a patient without a consultation may ask: " + answer);
        }
        runBackground();
    }

    /** Somebody who may do so ends the consultation, so that the patient can ask again. */
    void endIt() {
        for (var page : pages) {
            page.off = false;
        }
        new Quiet(this).comes();
        for (var page : pages) {
            for (var action : List.of(ConsultationView.Action.CONCLUDE, ConsultationView.Action.CANCEL)) {
                if (page.view != null && page.view.actions().contains(action)) {
                    act(page, action);
                    return;
                }
            }
        }
    }

    // what pages do

    void connect(Page page) {
        var line = new Line(id(), page);
        lines.add(line);
        page.connect(line);
    }

    /** Gives a command that the page's newest view offers; it may be out of date. */
    void act(Page page, ConsultationView.Action action) {
        var wish = ConsultationSide.wish(
                page.actor,
                action,
                Objects.requireNonNull(page.view),
                id(),
                village.county().id());
        var request = new Request(page.actor, id(), wish);
        request.underWay = 1;
        page.requests.add(request);
    }

    // what the network does

    void deliverToHub(Line line) {
        var message = line.toHub.remove();
        switch (handled(line, message)) {
            case Outcome.Done<Reply>(var reply) -> {
                if (reply.message() != null) {
                    line.send(reply.message());
                }
            }
            case Refused<Reply>(var problem) -> line.send(new LiveToTerminal.Refused(problem, idOf(message)));
        }
        if (line.closedAtHub) {
            // PROTOCOL: a connection that ended while its message was answered is closed once more
            guarded(() -> machine.call.closed(line));
        }
    }

    private Outcome<Reply> handled(Line line, LiveToHub message) {
        try {
            return machine.call.handle(line, message);
        } catch (RuntimeException failed) {
            machine.onlyTheDatabaseMayFail(failed);
            return Refused.of(ProblemType.INTERNAL);
        }
    }

    private static String idOf(LiveToHub message) {
        return switch (message) {
            case LiveToHub.ClaimSeat claim -> claim.id();
            case LiveToHub.Publish publish -> publish.id();
            case LiveToHub.Answer answer -> answer.id();
            case LiveToHub.Hello hello -> hello.id();
            case LiveToHub.Watch watch -> watch.id();
            case LiveToHub.Unwatch unwatch -> unwatch.id();
        };
    }

    void deliverToPage(Page page) {
        page.receive(Objects.requireNonNull(page.line).toPage.remove());
    }

    void pushView(Line line) {
        line.viewDue = false;
        guarded(() -> line.send(machine.view(line.actor(), consultation)));
        if (machine.database.isAway()) {
            line.viewDue = true;
        }
    }

    void deliver(Request request) {
        request.underWay--;
        var answer =
                machine.command(request, () -> machine.consultation.take(request.actor, consultation, request.wish));
        if (answer != null) {
            answers.put(request, answer);
        }
    }

    void deliverAnswer(Request request) {
        var answer = Objects.requireNonNull(answers.remove(request));
        if (!request.answered()) {
            request.answer = answer instanceof Outcome.Done ? Request.Answer.DONE : Request.Answer.REFUSED;
        }
    }

    /** The page hears nothing more over this line; the hub notices later. */
    void cut(Page page) {
        Objects.requireNonNull(page.line).cut();
        page.disconnected();
    }

    /** Somebody pulls the plug. */
    void switchOff(Page page) {
        if (page.line != null) {
            cut(page);
        }
        page.off = true;
    }

    /** The hub's pings were not answered. */
    void hubNotices(Line line) {
        lines.remove(line);
        line.closedAtHub = true;
        guarded(() -> machine.call.closed(line));
    }

    // what the hub does

    void runBackground() {
        while (!machine.background.isEmpty()) {
            guarded(machine.background.remove());
        }
    }

    void runOneInBackground() {
        guarded(machine.background.remove());
    }

    void tick() {
        guarded(machine::tick);
    }

    /** A call that fails because the database is away has failed; anything else that is thrown is a finding. */
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            machine.onlyTheDatabaseMayFail(failed);
        }
    }

    void crash() {
        for (var line : List.copyOf(lines)) {
            line.cut();
        }
        lines.clear();
        answers.clear();
        pages.forEach(Page::disconnected);
        machine.restart();
    }

    /** The media of somebody who sends breaks down, as when the network changes. */
    void breakMedia(Page page) {
        mediaOf(page).ifPresent(Runnable::run);
        page.mediaFailed();
    }

    private Optional<Runnable> mediaOf(Page page) {
        if (machine.consultation.state(consultation) != ConsultationState.LIVE) {
            return Optional.empty();
        }
        var call = machine.consultation.call(consultation);
        var seat = machine.call.seats(call).get(page.actor.id());
        if (seat == null || seat.mediaEpoch() == 0) {
            return Optional.empty();
        }
        var room = machine.call.where(call).room();
        return bridges().stream()
                .filter(bridge -> bridge.participants(room).contains(seat.participant()))
                .findFirst()
                .map(bridge -> () -> endMedia(bridge, room, seat.participant()));
    }

    private static void endMedia(
            FakeBridge bridge, org.wuduan.bridge.RoomName room, org.wuduan.bridge.Participant participant) {
        try {
            bridge.endMedia(room, participant);
        } catch (IllegalArgumentException sendsNothingYet) {
            // whoever sends nothing loses nothing
        }
    }

    void useAllBridges() {
        BRIDGES.forEach(machine.call::resume);
    }

    List<FakeBridge> bridges() {
        return List.of(machine.bridgeA, machine.bridgeB);
    }

    void eachPage(Consumer<Page> what) {
        pages.forEach(what);
    }
}
