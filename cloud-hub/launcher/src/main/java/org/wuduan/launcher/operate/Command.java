package org.wuduan.launcher.operate;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Trouble;

/** {@code ./run status}, {@code ./run drain} and {@code ./run resume}. */
public final class Command {
    private static final int SOMETHING_ILL_STATUS = 1;
    private static final int TROUBLE_STATUS = 2;
    private static final Duration END_MAX = Duration.ofMinutes(1);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Command() {}

    /**
     * What a person asked for.
     *
     * @param bridge null for the whole hub
     * @param move whether the calls of a bridge move at once
     */
    record Wish(String verb, @Nullable String bridge, boolean move, Path data) {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(done(wish(arguments), OUT));
        } catch (Trouble trouble) {
            ERR.println("run: " + trouble.getMessage());
            System.exit(TROUBLE_STATUS);
        }
    }

    static int done(Wish wish, PrintStream out) throws InterruptedException {
        var door = HubDoor.of(new DataFolder(wish.data()));
        if (wish.verb().equals("status")) {
            return status(door, new DataFolder(wish.data()), out);
        }
        if (wish.verb().equals("drain") && wish.bridge() == null) {
            new HubDrain(door, new ThisMachine(), out).run();
            return 0;
        }
        if (!door.give(step(wish))) {
            throw new Trouble("The hub does not answer, so nothing was done: look at ./run and into its log.");
        }
        out.println("Done: './run status' shows it within two seconds.");
        return 0;
    }

    private static int status(HubDoor door, DataFolder data, PrintStream out) throws InterruptedException {
        var status = door.status();
        if (status.isPresent()) {
            return StatusText.print(status.get(), out) ? 0 : SOMETHING_ILL_STATUS;
        }
        StatusText.printProcesses(data.run().resolve("health.json"), out);
        throw new Trouble("The hub does not answer: look into " + data.logs().resolve("hub.log") + ".");
    }

    private static String step(Wish wish) {
        return wish.bridge() == null
                ? "hub/" + wish.verb()
                : "bridges/" + HubDoor.named(wish.bridge()) + "/" + wish.verb() + (wish.move() ? "?move=true" : "");
    }

    static Wish wish(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var verb = rest.removeFirst();
        var data = Path.of("data");
        boolean move = false;
        String bridge = null;
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (word.equals("--data") && !rest.isEmpty()) {
                data = Path.of(rest.removeFirst());
            } else if (word.equals("--move") && verb.equals("drain")) {
                move = true;
            } else if (word.startsWith("--") || bridge != null || verb.equals("status")) {
                throw new Trouble("'" + word + "' is not understood: './run --help' shows what can be typed.");
            } else {
                bridge = word;
            }
        }
        if (move && bridge == null) {
            throw new Trouble("--move goes with the name of a bridge: './run status' lists them.");
        }
        return new Wish(verb, bridge, move, data.toAbsolutePath().normalize());
    }

    /** Real time, real processes. */
    private static final class ThisMachine implements HubDrain.Machine {
        @Override
        public void pause(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }

        @Override
        public boolean end(long launcher) throws InterruptedException {
            var process = ProcessHandle.of(launcher);
            if (process.isEmpty()) {
                return true;
            }
            process.get().destroy();
            try {
                process.get().onExit().get(END_MAX.toSeconds(), TimeUnit.SECONDS);
                return true;
            } catch (TimeoutException | ExecutionException stillThere) {
                return false;
            }
        }
    }
}
