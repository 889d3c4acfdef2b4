package org.wuduan.bridge.janus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The address on which a Janus and the browsers of one machine meet. Janus skips loopback interfaces, so a pair of
 * virtual interfaces carries an address of 127.0.0.0/8, which no other machine can reach.
 */
public final class Loopback {
    /** The address that only this machine has. */
    public static final String ADDRESS = "127.7.7.7";

    private static final String INTERFACE = "wd0";
    private static final String PEER = "wd1";
    private static final int COMMAND_SECONDS_MAX = 10;

    private Loopback() {}

    /**
     * Makes the pair wd0/wd1 if it is missing (as root), and says where to gather.
     *
     * @return {@link #ADDRESS}, or without root the first other IPv4 address of this machine
     * @throws IOException one sentence that says what to do
     */
    public static String address() throws IOException {
        if (isUp()) {
            return ADDRESS;
        }
        if (!isRoot()) {
            return firstOther();
        }
        // A second process may do the same at this moment: what exists already is refused, what counts is the end.
        run("link", "add", INTERFACE, "type", "veth", "peer", "name", PEER);
        run("addr", "add", ADDRESS + "/32", "dev", INTERFACE);
        run("link", "set", INTERFACE, "up");
        String last = run("link", "set", PEER, "up");
        if (!isUp()) {
            throw new IOException("The interface " + INTERFACE + " for media on one machine can't be made ("
                    + last.strip() + "): run with the capability NET_ADMIN, or as an ordinary user.");
        }
        return ADDRESS;
    }

    private static boolean isUp() throws IOException {
        NetworkInterface pair = NetworkInterface.getByName(INTERFACE);
        return pair != null
                && pair.isUp()
                && pair.inetAddresses().map(InetAddress::getHostAddress).anyMatch(ADDRESS::equals);
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static String firstOther() throws IOException {
        return OwnAddresses.now().stream()
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "This machine has no network address for media: connect it, or run as root once."));
    }

    private static String run(String... arguments) throws IOException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return said;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the interface for media was made.", stopped);
        }
    }
}
