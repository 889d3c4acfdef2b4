package org.wuduan.box;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wuduan.box.Outbox.Limits;
import org.wuduan.contract.BoxLive.BoxMeasurement;
import org.wuduan.contract.BoxLive.BoxState;
import org.wuduan.contract.Reading;
import org.wuduan.wearables.Radio;
import org.wuduan.wearables.RadioEvent;
import org.wuduan.wearables.RadioListener;
import org.wuduan.wearables.bluez.BlueZRadio;

/** One running box: wires its parts, starts them, stops them. */
public final class Box implements AutoCloseable {
    private static final long SPEECH_KEPT_BYTES_MAX = 32L << 20;
    private static final Duration UNSAVED_EVERY = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final int WORKERS = 4;
    private static final List<List<String>> RESETS =
            List.of(List.of("--factory-reset"), List.of("--factory-reset", "--forget-unsent"));

    private final BoxSettings settings;
    private final Radio radio;
    private final EventLog log;
    private final Clock clock = Clock.systemUTC();
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(WORKERS)
            .setInternalBlockingPoolSize(1));
    private final BoxLock lock;
    private final Outbox outbox;
    private final BoxStatus status;
    private final HubHttp hub;
    private final BoxIdentity identity;
    private final Enrolment enrolment;
    private final Residence residence;
    private final HubTokens tokens;
    private final HubLink link;
    private final PageSockets sockets;
    private final Sender sender;
    private final Intake intake;
    private final SpeechDesk speech;
    private final WearableDesk wearables;
    private final LaunchToken launchToken;

    private Box(BoxSettings settings, Radio radio, EventLog log) throws IOException {
        this.settings = settings;
        this.radio = radio;
        this.log = log;
        Path data = settings.data();
        PrivateFiles.makeFolder(data);
        lock = BoxLock.take(data);
        identity = BoxIdentity.openOrMake(data, clock.instant());
        launchToken = LaunchToken.openOrMake(data);
        outbox = Outbox.open(data, Limits.OF_A_BOX);
        status = new BoxStatus(identity, settings, clock);
        hub = new HubHttp(vertx, settings.hub());
        enrolment = new Enrolment(data, identity, hub, log);

        tokens = new HubTokens(identity, hub, clock, System::nanoTime);

        link = new HubLink(hub, new HubLink.Clocks(clock, System::nanoTime), log, this::hubChanged);
        sockets = new PageSockets(vertx, this::state);
        var news = news();
        var clocks = new Intake.Clocks(clock, BootClock.OF_THIS_MACHINE);
        sender = new Sender(new Sender.Parts(outbox, hub, tokens, news), clocks, log);
        residence = residence();
        wearables = new WearableDesk(
                new WearableDesk.Parts(data, radio, vertx, hub),
                new WearableDesk.Ways(
                        settings.hub(), new HubTokens(identity, hub, clock, System::nanoTime), enrolment::household),
                log);
        intake = new Intake(outbox, new Readings(settings.zone()), news, clocks, log);
        speech = new SpeechDesk(
                vertx, new Speech(data.resolve("speech"), "espeak-ng", SPEECH_KEPT_BYTES_MAX, clock), log);
    }

    /**
     * Starts a box; it serves its page when this returns.
     *
     * @throws IOException when the data folder is unusable or the port is taken; the message says so in one sentence
     */
    static Box start(BoxSettings settings, Radio radio, EventLog log) throws IOException, InterruptedException {
        var box = new Box(settings, radio, log);
        try {
            box.begin();
            return box;
        } catch (IOException e) {
            box.close();
            throw e;
        }
    }

    /**
     * Runs a box until it is told to end; or, with {@code --factory-reset}, makes it a new one.
     *
     * @param arguments the properties file, see {@link BoxSettings}; then perhaps {@code --factory-reset} and {@code
     *     --forget-unsent}
     */
    public static void main(String[] arguments) throws InterruptedException {
        var options = List.of(arguments);
        try {
            if (options.size() == 1) {
                run(BoxSettings.read(Path.of(options.getFirst())));
            } else if (options.size() >= 2 && RESETS.contains(options.subList(1, options.size()))) {
                var settings = BoxSettings.read(Path.of(options.getFirst()));
                FactoryReset.forgetEverything(settings, options.contains("--forget-unsent"));
                System.out.println("The box is as new: it needs a new enrolment code.");
            } else {
                fail(
                        "Give the box its properties file; --factory-reset after it, and --forget-unsent after that, make it new.");
            }
        } catch (BoxSettings.Unusable | IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void run(BoxSettings settings) throws IOException, InterruptedException {
        var log = new EventLog(Clock.systemUTC(), System.out);
        var box = start(settings, new BlueZRadio(settings.bus(), Clock.system(settings.zone())), log);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(box::close));
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        Runtime.getRuntime().halt(1);
    }

    private void begin() throws IOException, InterruptedException {
        if (settings.launchTokenFile().isPresent()) {
            launchToken.writeTo(settings.launchTokenFile().get());
        }
        listen();
        link.watch(vertx);
        vertx.setPeriodic(
                UNSAVED_EVERY.toMillis(),
                _ -> vertx.executeBlocking(() -> {
                    intake.saveUnsaved();
                    return null;
                }));
        vertx.setPeriodic(
                Sender.BRING_BACK_EVERY.toMillis(),
                _ -> vertx.executeBlocking(() -> {
                    sender.bringBack();
                    return null;
                }));
        residence.begin();
        wearables.begin();
        radio.start(new RadioListener() {
            @Override
            public void accept(RadioEvent event) {
                intake.accept(event);
                wearables.heard(event);
                if (status.heard(event)) {
                    sockets.stateChanged();
                }
            }

            @Override
            public void paused() {
                intake.paused();
            }
        });
        log.event(
                "box.started",
                "port",
                settings.port(),
                "enrolled",
                enrolment.isEnrolled(),
                "waiting",
                outbox.waiting());
    }

    private Residence residence() {
        var membership =
                new Membership(new Membership.Things(settings.data(), identity, enrolment, outbox), clock, log);
        var announcing = new Announcing(identity, new Announcing.Hub(hub, tokens), clock, log, sockets::stateChanged);
        var parts = new Residence.Parts(identity, enrolment, membership, announcing, tokens, hub, outbox, sender);
        return new Residence(parts, settings.enrolmentCode(), log, sockets::stateChanged);
    }

    private void listen() throws IOException, InterruptedException {
        var guard = new LoopbackGuard(settings.host(), settings.port(), launchToken);
        var files = new StaticFiles(vertx, settings.web(), guard.authority());
        var desks = new PageServer.Desks(
                this::state,
                new ResetDesk(vertx, residence),
                sockets,
                speech,
                new ApiPipe(hub, tokens, link),
                new LivePipe(vertx, new LivePipe.Hub(settings.hub(), tokens, link), log));
        try {
            HubHttp.await(new PageServer(vertx, desks, guard, files).listen(settings.port(), launchToken));
        } catch (IOException e) {
            throw new IOException("Port " + settings.port() + " on 127.0.0.1 cannot be used; is it taken?", e);
        }
    }

    private BoxState state() {
        return status.state(enrolment.isEnrolled(), residence.shown(), link.reach(), outbox);
    }

    private void hubChanged() {
        sockets.stateChanged();
        sender.wake();
    }

    private ReadingNews news() {
        return new ReadingNews() {
            @Override
            public void saved(Reading reading) {
                sockets.tell(new BoxMeasurement(BoxMeasurement.Stage.SAVED, reading));
                wearables.saved(reading);
                sender.wake();
            }

            @Override
            public void delivered(List<Reading> readings) {
                link.heard();
                readings.forEach(one -> sockets.tell(new BoxMeasurement(BoxMeasurement.Stage.DELIVERED, one)));
                changed();
            }

            @Override
            public void changed() {
                sockets.stateChanged();
            }
        };
    }

    /** Ends the radio first, so that nothing new comes, then the sender, the page, and last the outbox. */
    @Override
    public synchronized void close() {
        radio.stop();
        wearables.close();
        try {
            residence.close();
            speech.close();
            Future<Void> closed = vertx.close();
            closed.toCompletionStage().toCompletableFuture().get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            outbox.close();
            lock.close();
            log.event("box.stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.event("box.stopped-roughly", "fault", EventLog.kind(e));
        }
    }
}
