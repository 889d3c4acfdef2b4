package org.wuduan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/** Loopback ports that stay the same from start to start as long as nobody else takes them. */
public final class Ports {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Path file;
    private final Properties kept = new Properties();
    private final Set<Integer> given = new HashSet<>();
    private final Set<String> running;

    /**
     * @param file where the ports are remembered
     * @param running siblings of an earlier run that live on: their ports are taken by themselves
     */
    public Ports(Path file, Set<String> running) {
        this.file = file;
        this.running = Set.copyOf(running);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /**
     * The port that a person chose; taken means trouble, because its address was promised. 0 asks for any.
     *
     * @throws Trouble naming the port and how to choose another
     */
    public int chosen(String name, int port) {
        if (port == 0) {
            return free(name, 0);
        }
        if (!isOwn(name, port) && !isFree(port)) {
            throw new Trouble(
                    "Port " + port + " is taken by another program: choose another with --port N, for example --port "
                            + (port + 10) + ".");
        }
        return give(name, port);
    }

    /**
     * The port of a sibling's second door, on an address of the network; otherwise as {@link #chosen}.
     *
     * @param sibling whose door it is
     * @throws Trouble naming the port and how to choose another
     */
    public int chosenOn(InetAddress address, String sibling, int port) {
        var key = keyOn(address, sibling);
        int last = lastOn(address, sibling);
        for (int candidate : port > 0 ? new int[] {port} : new int[] {last, 0}) {
            boolean own = running.contains(sibling) && candidate == last;
            int open = own && candidate > 0 ? candidate : opened(address, candidate);
            if (open > 0) {
                return give(key, open);
            }
        }
        throw new Trouble("Port " + port + " on " + address.getHostAddress()
                + " is taken by another program, or not allowed to this user: choose another with --lan-port N.");
    }

    /** The port of a sibling's door on that address at the last start, or 0. */
    public int lastOn(InetAddress address, String sibling) {
        return Integer.parseInt(kept.getProperty(keyOn(address, sibling), "0"));
    }

    /** Keeps that port without a look at it: nobody can look while this machine does not have the address. */
    public int keptOn(InetAddress address, String sibling, int port) {
        return give(keyOn(address, sibling), port);
    }

    /** By address: a sibling that runs listens on the address of its last start alone. */
    private static String keyOn(InetAddress address, String sibling) {
        return sibling + "-" + address.getHostAddress();
    }

    /** The port that could be opened, or 0; 0 asks for any. */
    private static int opened(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    /** The port of last time, else {@code wish}, else any that is free. */
    public int free(String name, int wish) {
        var last = Integer.parseInt(kept.getProperty(name, "0"));
        for (int candidate : new int[] {last, wish}) {
            if (candidate > 0 && !given.contains(candidate) && (isOwn(name, candidate) || isFree(candidate))) {
                return give(name, candidate);
            }
        }
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return give(name, socket.getLocalPort());
        } catch (IOException failure) {
            throw new Trouble("No loopback port is free on this machine: end other programs and start again.", failure);
        }
    }

    private boolean isOwn(String name, int port) {
        return running.contains(name) && kept.getProperty(name, "").equals(Integer.toString(port));
    }

    private int give(String name, int port) {
        given.add(port);
        kept.setProperty(name, Integer.toString(port));
        var text = new StringBuilder();
        kept.stringPropertyNames().stream()
                .sorted()
                .forEach(each -> text.append(each)
                        .append('=')
                        .append(kept.getProperty(each))
                        .append('\n'));
        DataFolder.writePrivately(file, text.toString());
        return port;
    }

    static boolean isFree(int port) {
        // Connections of the last run may still linger in TIME_WAIT, which is no reason to refuse.
        return opened(LOOPBACK, port) > 0;
    }
}
