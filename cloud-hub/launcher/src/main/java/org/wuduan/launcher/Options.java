package org.wuduan.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.wuduan.launcher.lan.LanWish;

/**
 * What a person asked for.
 *
 * @param root the built tree whose programs are started
 * @param cache unpacked PostgreSQL, shared by data folders
 * @param data everything that must survive
 * @param port loopback port of the hub; 0 chooses a free one and keeps it
 * @param demo false for an empty system, whose first administrator comes by a printed link
 * @param boxes televisions with simulated wearables, 0 to 2
 * @param lan the door to the network; empty leaves everything on loopback
 * @param hubSettings further lines of the hub's properties, for stories and benches
 */
public record Options(
        Path root,
        Path cache,
        Path data,
        int port,
        boolean demo,
        int boxes,
        Optional<LanWish> lan,
        List<String> hubSettings) {

    static final int BOXES_MAX = 2;
    static final int PORT_USUAL = 8080;

    public Options {
        root = root.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        hubSettings = List.copyOf(hubSettings);
    }

    /**
     * Reads the command line.
     *
     * @throws Trouble one sentence about the option that can't be used
     */
    public static Options parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var root = Path.of("");
        Path cache = null;
        var data = Path.of("data");
        int port = PORT_USUAL;
        boolean demo = true;
        Integer boxes = null;
        var lan = new LanOptions();
        var settings = new ArrayList<String>();
        while (!rest.isEmpty()) {
            var option = rest.removeFirst();
            switch (option) {
                case "--root" -> root = Path.of(valueOf(option, rest));
                case "--cache" -> cache = Path.of(valueOf(option, rest));
                case "--data" -> data = Path.of(valueOf(option, rest));
                case "--port" -> port = number(option, valueOf(option, rest), 65_535);
                case "--no-demo" -> demo = false;
                case "--boxes" -> boxes = number(option, valueOf(option, rest), BOXES_MAX);
                case "--set" -> settings.add(setting(valueOf(option, rest)));
                case "--lan", "--lan-port", "--cert", "--key" -> lan.read(option, rest);
                default -> throw new Trouble("There is no option " + option + ": './run --help' lists them.");
            }
        }
        int shown = boxes != null ? boxes : demo ? 1 : 0;
        var unpacked = cache == null ? root.resolve("target/cache") : cache;
        return new Options(root, unpacked, data, port, demo, shown, lan.wish(), settings);
    }

    static String valueOf(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Trouble(option + " needs a value: './run --help' shows which.");
        }
        return rest.removeFirst();
    }

    static int number(String option, String value, int highest) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > highest) {
            throw new Trouble(option + " takes a number from 0 to " + highest + ", not '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    private static String setting(String value) {
        if (!value.matches("[a-z0-9.\\[\\]-]+=[^\\p{Cntrl}]*")) {
            throw new Trouble("--set takes KEY=VALUE, not '" + value + "'.");
        }
        return value;
    }
}
