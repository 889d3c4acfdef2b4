package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The agent of the second household's television on another machine: it knows the hub's address, authority and a code. */
final class VisitingBox implements AutoCloseable {
    private static final int NUMBER = 2;
    private static final String HOST = "tv-" + NUMBER + ".localhost";
    /** Nothing else runs on that machine. */
    private static final int PORT = 8081;

    private final Process agent;
    private final Path token;

    private VisitingBox(Process agent, Path token) {
        this.agent = agent;
        this.token = token;
    }

    /**
     * Starts it.
     *
     * @param place goes before a command of that machine
     * @param folder where it keeps what it has
     */
    static VisitingBox start(List<String> place, Path folder, Stack stack) {
        var token = folder.resolve("launch");
        try {
            Files.createDirectories(folder);
            var properties = Files.writeString(folder.resolve("box.properties"), properties(folder, token, stack));
            var box = Stack.ROOT.resolve("tv-client/box/target");
            var command = Stream.concat(
                            place.stream(),
                            Stream.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    box + "/*:" + box + "/lib/*",
                                    "org.wuduan.box.Box",
                                    properties.toString()))
                    .toList();
            var agent = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("box.log").toFile())
                    .start();
            return new VisitingBox(agent, token);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String properties(Path folder, Path token, Stack stack) throws IOException {
        var secrets = stack.data().resolve("secrets");
        return String.join(
                "\n",
                "box.data=" + folder.resolve("data"),
                "box.port=" + PORT,
                "box.host=" + HOST,
                "box.hub=" + stack.lan(),
                "box.hub-authority=" + secrets.resolve("lan-authority.crt"),
                "box.web=" + Stack.ROOT.resolve("tv-client/screen/dist"),
                "box.bus=unix:path=" + folder.resolve("no-bus"),
                "box.enrolment-code="
                        + Files.readString(secrets.resolve("enrolment-code-" + NUMBER))
                                .strip(),
                "box.launch-token-file=" + token,
                "");
    }

    /** The address of the television's page, on that machine. */
    String page() {
        Patience.until("the box has a token for its page", () -> Files.exists(token));
        try {
            return "http://" + HOST + ":" + PORT + "/#launch="
                    + Files.readString(token).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        agent.destroy();
        try {
            if (!agent.waitFor(30, TimeUnit.SECONDS)) {
                agent.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
