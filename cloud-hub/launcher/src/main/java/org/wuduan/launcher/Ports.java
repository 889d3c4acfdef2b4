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
        try (var socket = new ServerSocket()) {
            // Connections of the last run may still linger in TIME_WAIT, which is no reason to refuse.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
