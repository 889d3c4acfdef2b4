package org.wuduan.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wuduan.launcher.lan.LanDoor;

/** What {@code ./run} starts: brings up every process of this machine, says where to go, and ends all of them. */
public final class Launcher implements Watch.Listener {

    private static final int TROUBLE_STATUS = 2;

    /** Names may be Chinese; the terminal's own encoding is not trusted to be UTF-8. */
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private final long begin = System.nanoTime();
    private final Machine machine;
    private final ProcessBook book;
    private final Beat beat = Beat.here();
    private final ProcessHealth health;
    private final Upkeep upkeep;
    private boolean announced;

    private Launcher(Machine machine, ProcessBook book, Collection<String> names) {
        this.machine = machine;
        this.book = book;
        this.upkeep =
                new Upkeep(machine.lan(), LanDoor::isReachable, Clock.systemUTC(), told -> OUT.println("· " + told));
        this.health = new ProcessHealth(machine.processHealth(), names, Clock.systemUTC());
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            launch(Options.parse(arguments));
        } catch (Trouble trouble) {
            end(trouble);
        } catch (UncheckedIOException failure) {
            end(Diagnosis.of("a file could not be read or written", String.valueOf(failure.getMessage())));
        }
    }

    private static void end(Trouble trouble) {
        ERR.println("run: " + trouble.getMessage());
        Runtime.getRuntime().halt(TROUBLE_STATUS);
    }

    private static void launch(Options options) throws InterruptedException {
        var data = new DataFolder(options.data());
        boolean isNew = data.make();
        var lock = data.take();
        var book = new ProcessBook(data.run().resolve("processes.json"));
        try {
            Files.deleteIfExists(data.run().resolve("ready.json"));
        } catch (IOException failure) {
            throw new Trouble("The folder " + data.run() + " can't be written: check who owns it.", failure);
        }
        var left = book.running();
        var machine = isNew ? Machine.planNew(options, data) : Machine.plan(options, data, names(left));
        machine.lan().ifPresent(Launcher::prepare);
        machine.postgres().prepare();
        var siblings = machine.siblings();
        var adopted = Orphans.adoptable(left, siblings);
        var orphans = Orphans.end(
                left.stream().filter(entry -> !adopted.contains(entry)).toList());
        tell("ended what an earlier run left behind", orphans);
        tell("goes on from an earlier run", names(adopted));
        var launcher =
                new Launcher(machine, book, siblings.stream().map(Sibling::name).toList());
        var watch = new Watch(siblings, data, book, launcher);
        adopted.forEach(watch::adopt);
        var finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endOnSignal(watch, finished), "end"));
        try {
            watch.run();
        } finally {
            finished.countDown();
            Reference.reachabilityFence(lock);
        }
    }

    /** The hub needs the certificate when it starts; without one it starts all the same. */
    private static void prepare(LanDoor door) {
        Stream.concat(door.troubles().stream(), Stream.of(Upkeep.outcome(door)))
                .filter(told -> !told.isEmpty())
                .distinct()
                .forEach(told -> OUT.println("· " + told));
    }

    private static Set<String> names(List<ProcessBook.Entry> entries) {
        return entries.stream().map(ProcessBook.Entry::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void tell(String what, Collection<String> names) {
        if (!names.isEmpty()) {
            OUT.println("· " + what + ": " + String.join(", ", names));
        }
    }

    private static void endOnSignal(Watch watch, CountDownLatch finished) {
        watch.stop();
        try {
            finished.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void answered(String name, Duration sinceBegin) {
        health.answers(name);
        OUT.println("· " + name + " answers" + (announced ? " again" : " after " + seconds(sinceBegin) + " s"));
    }

    @Override
    public void died(String name, OptionalInt status) {
        health.ended(name);
        OUT.println("· " + name + " ended" + (status.isPresent() ? " (status " + status.getAsInt() + ")" : ""));
        var log = machine.data().logs().resolve(name + ".log");
        if (status.orElse(-1) != 0 && Diagnosis.diskIsFull(log)) {
            OUT.println("  The disk is full: free some space below "
                    + machine.data().root() + "; " + name + " then comes back by itself.");
        }
    }

    @Override
    public void keepsDying(String name, int deaths) {
        health.keepsEnding(name);
        OUT.println("  " + name + " has died " + deaths + " times in a row and is tried again every few seconds: "
                + Diagnosis.ofLog(name, machine.data().logs().resolve(name + ".log"))
                        .getMessage());
    }

    @Override
    public void hangs(String name) {
        health.hangs(name);
        OUT.println("· " + name + " runs but no longer answers: it is ended and started again");
    }

    @Override
    public void letGoOn(String name) {
        OUT.println("· " + name + " was stopped by a signal: it is let go on");
    }

    @Override
    public void turn() {
        beat.turn();
        health.turn();
        upkeep.turn();
    }

    @Override
    public void describe() {
        if (announced) {
            Terminals.write(machine, book.pids());
        }
    }

    @Override
    public void cannotDescribe(UncheckedIOException failure) {
        var trouble = Diagnosis.of("what runs can't be written down", String.valueOf(failure.getMessage()));
        OUT.println("  " + trouble.getMessage());
    }

    @Override
    public void allAnswer(Duration sinceBegin) {
        if (announced) {
            return;
        }
        Terminals.write(machine, book.pids());
        announced = true;
        OUT.println();
        for (var terminal : Terminals.of(machine)) {
            OUT.printf("  %-10s %s%n", terminal.name(), terminal.url());
        }
        OUT.println();
        if (machine.options().demo()) {
            OUT.println("  sign in as the terminal's name (family-1, doctor-1 …), password: " + machine.demoPassword());
            OUT.println(
                    "  admin: sign in as system-1, security-1, audit-1, registrar-1 or pharmacist-1, with the same password");
        } else {
            tellFirstAdministrator();
        }
        machine.lan().ifPresent(door -> LanText.lines(door).forEach(OUT::println));
        for (var household : machine.households()) {
            OUT.println("  the simulated cuff of household " + household.number() + " measures:");
            OUT.println("    curl -d '{\"systolic\":142,\"diastolic\":86,\"pulse\":72}' http://127.0.0.1:"
                    + household.simulatorPort() + "/devices/cuff/measure");
        }
        OUT.println("  data and logs: " + machine.data().root() + "   end with Ctrl-C");
        OUT.println();
        OUT.println("ready in " + seconds(Duration.ofNanos(System.nanoTime() - begin)) + " s");
    }

    /** The hub writes the link before it answers, and takes the file away at a start after the link was used. */
    private void tellFirstAdministrator() {
        var file = machine.firstAdministratorLink();
        try {
            if (Files.exists(file)) {
                OUT.println(
                        "  the first system administrator opens this link once, within a day, and chooses a password;");
                OUT.println(
                        "  the account is called admin. Whoever has the link can do the same: show it to nobody else.");
                OUT.println("    " + Terminals.page(machine, "admin")
                        + Files.readString(file).strip());
            } else {
                OUT.println("  sign in with the accounts that the administrators have made");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
