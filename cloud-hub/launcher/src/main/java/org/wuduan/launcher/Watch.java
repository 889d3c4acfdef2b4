package org.wuduan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wuduan.launcher.supervise.Backoff;
import org.wuduan.launcher.supervise.ProcessSpec;
import org.wuduan.launcher.supervise.Step;
import org.wuduan.launcher.supervise.Supervisor;

/** Carries out what the {@link Supervisor} decides, on real processes. One thread decides; others only report to it. */
final class Watch {

    /** What the outside wants to know; called on the deciding thread. */
    interface Listener {
        void answered(String name, Duration sinceBegin);

        /** @param status empty for one that was adopted */
        void died(String name, OptionalInt status);

        /** It has died so many times in a row; it is started again, but something is wrong with it. */
        void keepsDying(String name, int deaths);

        /** It runs but has not answered for so long that it is killed and started again. */
        void hangs(String name);

        /** It, or one that descends from it, was stopped by a signal for so long that all of them are let go on. */
        void letGoOn(String name);

        /** Every sibling answers: at the first time and after each restart. */
        void allAnswer(Duration sinceBegin);

        /** The deciding thread is awake; at least once a second. */
        void turn();

        /** Write down what runs now, for others to read. May fail; it is then called again. */
        void describe();

        /** What runs can't be written down at the moment, but goes on. */
        void cannotDescribe(UncheckedIOException failure);
    }

    private sealed interface Report {
        record Answered(String name, Running process) implements Report {}

        record Silent(String name, Running process) implements Report {}

        record Stopped(String name, Running process) implements Report {}

        record Died(String name, Running process, OptionalInt status) implements Report {}

        record Wrong(Trouble trouble) implements Report {}

        record StopAsked() implements Report {}
    }

    /** A machine that needs longer than this for its first start has a fault. Migrations of a first start take 10 s. */
    static final Duration START_MAX = Duration.ofSeconds(120);

    /** Seen stopped so many times in a row it is let go on. */
    private static final int STOPPED_MAX = 3;

    private static final Duration PROBE_PAUSE = Duration.ofMillis(60);

    private final Map<String, Sibling> siblings = new LinkedHashMap<>();
    private final Map<String, Running> processes = new HashMap<>();
    private final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long begin = System.nanoTime();
    private final Supervisor supervisor;
    private final DataFolder data;
    private final ProcessBook book;
    private final Listener listener;
    /** From then on nothing that fails ends the others: a consultation may be running on them. */
    private boolean goesOn;

    private boolean described = true;
    /** Pause between two looks at whether one was stopped. */
    private Duration lookEvery = Sibling.Pulse.EVERY;

    Watch(List<Sibling> all, DataFolder data, ProcessBook book, Listener listener) {
        all.forEach(sibling -> siblings.put(sibling.name(), sibling));
        this.supervisor = new Supervisor(all.stream().map(Sibling::spec).toList(), Backoff.USUAL);
        this.data = data;
        this.book = book;
        this.listener = listener;
    }

    /** The same, with another pause between two looks at whether one was stopped. Call it before {@link #run}. */
    Watch lookingEvery(Duration pause) {
        lookEvery = pause;
        return this;
    }

    /** Takes over a sibling that an earlier launcher left behind. Call it before {@link #run}. */
    void adopt(ProcessBook.Entry entry) {
        goesOn = true;
        supervisor.adopt(entry.name(), now());
        book.add(entry);
        follow(entry.name(), new Running.Adopted(entry.id()));
    }

    /** Starts everything and watches until {@link #stop}; all siblings have ended when it returns or throws. */
    void run() throws InterruptedException {
        try {
            obey(supervisor.tick(now()));
            while (ended.getCount() > 0) {
                var report = reports.poll(untilNextDue().toMillis() + 1, TimeUnit.MILLISECONDS);
                listener.turn();
                obey(report == null ? supervisor.tick(now()) : stepsAfter(report));
                if (report != null || !described) {
                    describe();
                }
                requireStartInTime();
            }
        } catch (Trouble trouble) {
            endAll();
            throw trouble;
        } catch (UncheckedIOException failure) {
            endAll();
            throw Diagnosis.of("a file could not be written", String.valueOf(failure.getMessage()));
        }
    }

    /** A full disk must not end a consultation: once everything has answered, what can't be written is written later. */
    private void describe() {
        try {
            book.write();
            listener.describe();
            described = true;
        } catch (UncheckedIOException failure) {
            if (!goesOn) {
                throw failure;
            }
            if (described) {
                listener.cannotDescribe(failure);
            }
            described = false;
        }
    }

    /** Asks for the end; returns at once. */
    void stop() {
        reports.add(new Report.StopAsked());
    }

    private void endAll() throws InterruptedException {
        obey(supervisor.stop(now()));
        while (ended.getCount() > 0) {
            var report = reports.poll(untilNextDue().toMillis() + 1, TimeUnit.MILLISECONDS);
            listener.turn();
            if (report == null) {
                obey(supervisor.tick(now()));
            } else if (report instanceof Report.Died died) {
                obey(stepsAfter(died));
            }
        }
    }

    private List<Step> stepsAfter(Report report) {
        return switch (report) {
            case Report.Answered(var name, var process) -> {
                if (processes.get(name) != process) {
                    yield List.of();
                }
                var steps = supervisor.ready(name, now());
                listener.answered(name, now());
                if (supervisor.allReady()) {
                    goesOn = true;
                    listener.allAnswer(now());
                }
                yield steps;
            }
            case Report.Silent(var name, var process) -> {
                if (processes.get(name) == process) {
                    listener.hangs(name);
                    signal(name, "KILL");
                }
                yield List.of();
            }
            case Report.Stopped(var name, var process) -> {
                if (processes.get(name) == process) {
                    listener.letGoOn(name);
                    signal(name, "CONT");
                }
                yield List.of();
            }
            case Report.Died(var name, var process, var status) -> {
                processes.remove(name, process);
                book.remove(name);
                listener.died(name, status);
                yield supervisor.died(name, now());
            }
            case Report.Wrong(var trouble) -> throw trouble;
            case Report.StopAsked() -> supervisor.stop(now());
        };
    }

    private void obey(List<Step> steps) {
        for (var step : steps) {
            switch (step) {
                case Step.Start(var spec) -> obey(start(spec));
                case Step.AskToEnd(var spec) -> signal(spec.name(), spec.stop().signal());
                case Step.Kill(var name) -> signal(name, "KILL");
                case Step.TellKeepsDying(var name, var deaths) -> listener.keepsDying(name, deaths);
                case Step.GiveUp(var name) ->
                    throw Diagnosis.ofLog(name, data.logs().resolve(name + ".log"));
                case Step.AllEnded() -> ended.countDown();
            }
        }
    }

    /** Starts it and returns what follows if that fails: once all have answered it waits like one that died. */
    private List<Step> start(ProcessSpec spec) {
        // In a session of its own: Ctrl-C reaches the launcher alone, which then ends the siblings in order.
        var command = new ArrayList<>(
                Stream.concat(Stream.of("setsid"), spec.command().stream()).toList());
        try {
            var builder = new ProcessBuilder(command)
                    .directory(data.root().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.log(spec.name()).toFile()));
            builder.environment().putAll(spec.environment());
            follow(spec, builder.start());
            describe();
            return List.of();
        } catch (IOException failure) {
            if (goesOn) {
                return supervisor.died(spec.name(), now());
            }
            throw new Trouble(
                    spec.name() + " can't be started (" + failure.getMessage() + "): install what is missing.",
                    failure);
        }
    }

    private void follow(ProcessSpec spec, Process child) {
        var sibling = Objects.requireNonNull(siblings.get(spec.name()));
        var running = new Running.Child(child);
        // One that is gone already has no id to be written down; its end is reported all the same.
        ProcessId.of(child.pid())
                .map(id -> new ProcessBook.Entry(spec.name(), id, spec.stop().signal(), Fingerprint.of(sibling)))
                .ifPresent(book::add);
        follow(spec.name(), running);
    }

    private void follow(String name, Running running) {
        processes.put(name, running);
        Thread.ofVirtual().name("end-" + name).start(() -> awaitEnd(name, running));
        Thread.ofVirtual().name("probe-" + name).start(() -> probe(name, running));
    }

    private void awaitEnd(String name, Running running) {
        try {
            reports.add(new Report.Died(name, running, running.awaitEnd()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void probe(String name, Running process) {
        var sibling = siblings.get(name);
        try {
            while (sibling != null && process.isAlive()) {
                if (sibling.probe().answers()) {
                    reports.add(new Report.Answered(name, process));
                    if (sibling.pulse().isPresent()) {
                        feel(sibling.pulse().get(), name, process);
                    } else {
                        letGoOnWhenStopped(name, process);
                    }
                    return;
                }
                Thread.sleep(PROBE_PAUSE);
            }
        } catch (Trouble trouble) {
            reports.add(new Report.Wrong(trouble));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when it has ended or was silent for too long. */
    private void feel(Sibling.Pulse pulse, String name, Running process) throws InterruptedException {
        int missed = 0;
        while (process.isAlive()) {
            Thread.sleep(pulse.every());
            missed = pulse.probe().answers() ? 0 : missed + 1;
            if (missed >= pulse.missedMax()) {
                reports.add(new Report.Silent(name, process));
                return;
            }
        }
    }

    /** Silence says nothing about these, but one that a signal has stopped is not busy. Returns when it has ended. */
    private void letGoOnWhenStopped(String name, Running process) throws InterruptedException {
        int stopped = 0;
        while (process.isAlive()) {
            Thread.sleep(lookEvery);
            boolean stands = ProcessId.family(process.pid()).stream().anyMatch(ProcessId::isStopped);
            stopped = stands ? stopped + 1 : 0;
            if (stopped >= STOPPED_MAX) {
                reports.add(new Report.Stopped(name, process));
                stopped = 0;
            }
        }
    }

    private void signal(String name, String signal) {
        var process = processes.get(name);
        if (process != null && process.isAlive()) {
            Signals.send(process.pid(), signal);
        }
    }

    private void requireStartInTime() {
        if (!goesOn && now().compareTo(START_MAX) > 0) {
            var silent = siblings.keySet().stream()
                    .filter(name -> !supervisor.isReady(name))
                    .toList();
            throw new Trouble(String.join(", ", silent) + " did not answer within " + START_MAX.toSeconds()
                    + " s: look into " + data.logs() + " and start again.");
        }
    }

    private Duration untilNextDue() {
        var tick = Duration.ofSeconds(1);
        var left = supervisor.nextDue().map(due -> due.minus(now())).orElse(tick);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(tick) < 0 ? left : tick;
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
