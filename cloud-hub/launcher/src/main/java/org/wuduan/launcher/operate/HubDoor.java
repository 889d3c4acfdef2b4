package org.wuduan.launcher.operate;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Trouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way into the hub of a data folder, with the operator's token. */
final class HubDoor {
    /** The hub answers from memory. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int REFUSED = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String hub;
    private final long launcher;
    private final String token;

    private HubDoor(String hub, long launcher, String token) {
        this.hub = hub;
        this.launcher = launcher;
        this.token = token;
    }

    /** @throws Trouble when nothing has run on this folder */
    static HubDoor of(DataFolder data) {
        try {
            var ready = JSON.readTree(Files.readString(data.run().resolve("ready.json")));
            var token =
                    Files.readString(data.secrets().resolve("operator-token")).strip();
            return new HubDoor(
                    ready.required("hub").asString(), ready.required("launcher").asLong(), token);
        } catch (IOException | JacksonException notThere) {
            throw new Trouble(
                    "No ./run is ready on " + data.root() + ": start it, or name its folder with --data DIR.",
                    notThere);
        }
    }

    /** The process that ends everything when it is asked to. */
    long launcher() {
        return launcher;
    }

    /** How everything is; empty when the hub does not answer. */
    Optional<JsonNode> status() throws InterruptedException {
        try {
            var answer = send(HttpRequest.newBuilder(URI.create(hub + "/operations/status"))
                    .GET());
            return Optional.of(JSON.readTree(answer.body()));
        } catch (IOException | JacksonException silent) {
            return Optional.empty();
        }
    }

    /**
     * Gives a command, for example hub/drain.
     *
     * @return false when the hub does not answer
     * @throws Trouble when it refuses
     */
    boolean give(String step) throws InterruptedException {
        try {
            send(HttpRequest.newBuilder(URI.create(hub + "/operations/" + step))
                    .POST(HttpRequest.BodyPublishers.noBody()));
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** A bridge's name as a part of an address. */
    static String named(String bridge) {
        return URLEncoder.encode(bridge, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(
                request.timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= REFUSED) {
            throw new Trouble(reason(answer.body()));
        }
        return answer;
    }

    private static String reason(String problem) {
        if (problem.contains("last-bridge")) {
            return "This is the last bridge that can be used: calls would have neither sound nor picture. To stop the"
                    + " machine, use './run drain'.";
        }
        if (problem.contains("problem:not-found")) {
            return "There is no bridge of this name: './run status' lists them.";
        }
        return problem.contains("problem:not-signed-in")
                ? "The hub does not know this folder's operator token: was the folder named with --data DIR?"
                : "The hub refused: look into its log.";
    }
}
