package org.wuduan.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.wuduan.contract.Commands;
import org.wuduan.contract.WireJson;

/**
 * Somebody of the demonstration who is signed in at a running hub.
 *
 * @param cookie of the session
 */
record HubCaller(HttpClient http, URI hub, String cookie) {
    private static final String JSON = "application/json";

    static HubCaller signIn(URI hub, String login, String password) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(hub.resolve("/api/sessions"))
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(json(new Commands.SignIn(login, password))))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new HubCaller(http, hub, cookie);
    }

    String get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    String post(String path, Object body) throws IOException, InterruptedException {
        return post(path, JSON, json(body));
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    <T> T post(String path, Object body, Class<T> answer) throws IOException, InterruptedException {
        return WireJson.mapper().readValue(post(path, body), answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).header("Cookie", cookie);
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.request().uri().getPath() + " was refused: " + answer.body());
        }
        return answer.body();
    }

    private static String json(Object body) {
        return WireJson.mapper().writeValueAsString(body);
    }

    @Override
    public String toString() {
        return "HubCaller[" + hub + " ‹redacted›]";
    }
}
