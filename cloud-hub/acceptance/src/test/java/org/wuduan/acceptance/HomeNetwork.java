package org.wuduan.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two machines of one home in one: network namespaces with a cable between them. What runs in one has no other way to the
 * other than through it, and reaches nothing of the real network. Only root can make them.
 */
final class HomeNetwork implements AutoCloseable {
    static final String MACHINE_ADDRESS = "10.83.0.1";
    private static final String VISITOR_ADDRESS = "10.83.0.2";
    private static final String MACHINE = "wuduan-machine";
    private static final String VISITOR = "wuduan-visitor";
    private static final String CABLE = "cable";

    private HomeNetwork() {}

    static HomeNetwork make() {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "it needs network namespaces, which only root can make");
        // left by a story that was killed
        takeAway();
        add(MACHINE);
        add(VISITOR);
        ip("-n", MACHINE, "link", "add", CABLE, "type", "veth", "peer", "name", CABLE, "netns", VISITOR);
        plug(MACHINE, MACHINE_ADDRESS);
        plug(VISITOR, VISITOR_ADDRESS);
        return new HomeNetwork();
    }

    /** Goes before a command of the machine on which everything runs. */
    List<String> onTheMachine() {
        return within(MACHINE);
    }

    /** Goes before a command of a phone or laptop of the same home. */
    List<String> onAVisitor() {
        return within(VISITOR);
    }

    /** The router takes the machine's address away. */
    void loseAddress() {
        ip("-n", MACHINE, "addr", "del", MACHINE_ADDRESS + "/24", "dev", CABLE);
    }

    void regainAddress() {
        ip("-n", MACHINE, "addr", "add", MACHINE_ADDRESS + "/24", "dev", CABLE);
    }

    /** A program that starts Chromium there. */
    static Path chromium(List<String> place, Path folder, String name) {
        var script = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.writeString(script, "#!/bin/sh\nexec " + String.join(" ", place) + " /usr/bin/chromium \"$@\"\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (!script.toFile().setExecutable(true)) {
            throw new IllegalStateException(script + " cannot be made a program");
        }
        return script;
    }

    private static List<String> within(String namespace) {
        return List.of("ip", "netns", "exec", namespace);
    }

    private static void add(String namespace) {
        ip("netns", "add", namespace);
        ip("-n", namespace, "link", "set", "lo", "up");
    }

    private static void plug(String namespace, String address) {
        ip("-n", namespace, "addr", "add", address + "/24", "dev", CABLE);
        ip("-n", namespace, "link", "set", CABLE, "up");
    }

    private static void takeAway() {
        for (var namespace : List.of(MACHINE, VISITOR)) {
            if (Files.exists(Path.of("/run/netns", namespace))) {
                ip("netns", "del", namespace);
            }
        }
    }

    private static void ip(String... arguments) {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() {
        takeAway();
    }
}
