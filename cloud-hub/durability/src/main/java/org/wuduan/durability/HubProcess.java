package org.wuduan.durability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The hub as it is shipped, on loopback, with the demonstration's people and no media. */
final class HubProcess implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(3);
    private static final Duration END_WITHIN = Duration.ofSeconds(10);
    private static final String LOG = "hub.log";
    private static final String PEOPLE_ARE_THERE = "demo.filled";
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Process process;
    private final URI address;
    private final Path log;

    private HubProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** @param codes with which the demonstration's households take a box each */
    static HubProcess start(Path jar, Path folder, List<String> database, List<String> codes)
            throws IOException, InterruptedException {
        int port = freePort();
        var settings = Files.writeString(folder.resolve("hub.properties"), """
                server.port=%d
                hub.secrets=%s
                hub.database.url=%s
                hub.database.user=%s
                hub.database.password=%s
                hub.demo=true
                hub.demo-password=%s
                hub.demo-enrolment-codes=%s
                """.formatted(
                        port,
                        folder.resolve("secrets"),
                        database.get(0),
                        database.get(1),
                        database.get(2),
                        codes.getFirst(),
                        String.join(",", codes)));
        var process = new ProcessBuilder(Java.jar(jar, "--spring.config.additional-location=file:" + settings))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile())
                .start();
        var hub = new HubProcess(process, URI.create("http://127.0.0.1:" + port), folder.resolve(LOG));
        hub.awaitPeople();
        return hub;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The hub answers a little before its demonstration has people. */
    private void awaitPeople() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (!isUp()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                close();
                throw new IOException("the hub did not start: see its log");
            }
            process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isUp() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(address.resolve("/health")).build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200
                    && Files.readString(log).contains(PEOPLE_ARE_THERE);
        } catch (IOException notYet) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
