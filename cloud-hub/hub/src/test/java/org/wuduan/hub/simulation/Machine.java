package org.wuduan.hub.simulation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.wuduan.bridge.fake.FakeBridge;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.View;
import org.wuduan.hub.call.CallSide;
import org.wuduan.hub.consultation.ConsultationSide;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.journal.CommandLog;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamAdvanced;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.ops.FailedEvents;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** The production hub without its web server, with two bridges, a database and a process that can be killed. */
final class Machine {
    final VirtualClock clock;
    final FaultyDatabase database;
    final FakeBridge bridgeA;
    final FakeBridge bridgeB;
    final CallSide call;
    final ConsultationSide consultation;

    /** What runs in the background of this life, after commits. */
    final Deque<Runnable> background;

    private final ApplicationContext context;
    private final HubLife life;
    /** The name of the bean that draws consultations; looked for once. */
    private @Nullable String viewSource;

    private BiConsumer<StreamName, Long> announcements = (_, _) -> {};
    private Instant nextLookAtFailedEvents;

    /** What stands around the hub. */
    record Surroundings(HubLife life, VirtualClock clock, FaultyDatabase database, FakeBridge a, FakeBridge b) {}

    Machine(ApplicationContext context, Surroundings around, CallSide call, Deque<Runnable> background) {
        this.context = context;
        this.life = around.life();
        this.clock = around.clock();
        this.nextLookAtFailedEvents = afterAPause();
        this.database = around.database();
        this.bridgeA = around.a();
        this.bridgeB = around.b();
        this.call = call;
        this.consultation = new ConsultationSide(context);
        this.background = background;
    }

    void announceTo(BiConsumer<StreamName, Long> listener) {
        announcements = listener;
    }

    void announced(StreamAdvanced advanced) {
        announcements.accept(advanced.stream(), advanced.head());
    }

    /** Ends the process and starts the next: memory and whatever ran in the background are gone. */
    void restart() {
        background.clear();
        database.mend();
        // the dead process can't speak to the bridges any more; they go on without it
        context.getBean(org.wuduan.hub.call.MediaBridges.class).nodes().forEach(org.wuduan.bridge.MediaNode::close);
        life.end();
        call.start();
        nextLookAtFailedEvents = afterAPause();
        context.getBean(IncompleteEventPublications.class).resubmitIncompletePublications(_ -> true);
    }

    /** What the hub does each second, and, when it is due, its look at failed events. */
    void tick() {
        consultation.tick();
        call.tick();
        if (!clock.instant().isBefore(nextLookAtFailedEvents)) {
            nextLookAtFailedEvents = afterAPause();
            context.getBean(FailedEvents.class).again();
        }
    }

    private Instant afterAPause() {
        return clock.instant().plusMillis(FailedEvents.AGAIN_EVERY_MILLIS);
    }

    /** A command as HttpCommands gives it to the hub; an empty answer means that the hub failed (500). */
    @Nullable
    Outcome<Outcome.Nothing> command(Request request, Supplier<Outcome<Outcome.Nothing>> what) {
        try {
            return context.getBean(CommandLog.class).once(request.actor.id(), request.key, request.wish.name(), what);
        } catch (RuntimeException failed) {
            onlyTheDatabaseMayFail(failed);
            return null;
        }
    }

    /** Any other failure is a bug of the hub, and the schedule has found it. */
    void onlyTheDatabaseMayFail(RuntimeException failed) {
        if (!database.isAway()) {
            throw failed;
        }
    }

    /** The newest view as {@code StreamRenderer} makes it: the head is read first. */
    LiveToTerminal view(Actor actor, UUID consultationId) {
        long head = context.getBean(Journal.class).head(new StreamName("consultation", consultationId));
        if (viewSource == null) {
            viewSource = Arrays.stream(context.getBeanNamesForType(ViewSource.class))
                    .filter(bean ->
                            context.getBean(bean, ViewSource.class).kind().equals("consultation"))
                    .findFirst()
                    .orElseThrow();
        }
        var source = context.getBean(viewSource, ViewSource.class);
        var name = "consultation/" + consultationId;
        return switch (source.view(actor, consultationId)) {
            case Outcome.Done<View>(var view) -> new LiveToTerminal.ViewFrame(name, head, view);
            case Refused<View>(var problem) -> new LiveToTerminal.Gone(name, problem);
        };
    }
}
