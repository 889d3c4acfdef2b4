package org.wuduan.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.contract.WireJson;

/** What a box says to the hub: enrols with a key of its own, renews its token, delivers readings. */
final class BoxClient {
    private static final int OK = 200;
    private static final int NOT_SIGNED_IN = 401;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI hub;
    private final UUID box = UUID.randomUUID();
    private final KeyPair key;
    private volatile String token = "";

    /** Enrols a new box. */
    BoxClient(URI hub, String code) throws IOException, InterruptedException {
        this.hub = hub;
        try {
            key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        required(post(
                "/api/boxes/enrolments",
                json(new Commands.EnrolBox(box, code, text(key.getPublic().getEncoded())))));
        renew();
    }

    /** @return whether the hub has acknowledged the batch, so that it is on disk */
    boolean delivers(String batch) throws InterruptedException {
        try {
            var answer = post("/api/readings", batch);
            if (answer.statusCode() == NOT_SIGNED_IN) {
                renew();
                answer = post("/api/readings", batch);
            }
            return answer.statusCode() == OK;
        } catch (IOException away) {
            return false;
        }
    }

    private synchronized void renew() throws IOException, InterruptedException {
        var challenge = WireJson.mapper()
                .readValue(
                        required(post("/api/box-tokens/challenges", json(new Commands.AskBoxChallenge(box)))),
                        Answers.BoxChallenge.class);
        var answer = required(post(
                "/api/box-tokens",
                json(new Commands.AskBoxToken(box, challenge.challengeId(), signed(challenge.nonce())))));
        token = WireJson.mapper().readValue(answer, Answers.BoxToken.class).token();
    }

    private String signed(String nonce) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key.getPrivate());
            signer.update(("wuduan-box-token:" + nonce).getBytes(StandardCharsets.US_ASCII));
            return text(signer.sign());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Object command) {
        return WireJson.mapper().writeValueAsString(command);
    }

    private static String required(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("the hub refused: " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(hub.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
