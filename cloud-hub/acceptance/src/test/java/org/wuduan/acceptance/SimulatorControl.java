package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the simulated wearables of one household what to measure. */
record SimulatorControl(int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The cuff measures these numbers now; answers the bytes of its measurement in hexadecimal. */
    String bloodPressure(int systolic, int diastolic, int pulse) {
        var answer = send(
                "POST",
                "/devices/cuff/measure",
                "{\"systolic\":%d,\"diastolic\":%d,\"pulse\":%d}".formatted(systolic, diastolic, pulse));
        return answer.path("bytes").stringValue();
    }

    /** Whether the simulator runs, and a box listens to its cuff. */
    boolean runsAndCuffIsHeard() {
        try {
            return cuffIsHeard();
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    /** Whether a box listens to the cuff now. */
    boolean cuffIsHeard() {
        return cuff().path("subscribed").booleanValue();
    }

    /** Measurements that the cuff still keeps, because nobody has confirmed them. */
    int keptByTheCuff() {
        return cuff().path("stored").intValue();
    }

    private JsonNode cuff() {
        return state("cuff");
    }

    private JsonNode state(String device) {
        return StreamSupport.stream(send("GET", "/devices", "").spliterator(), false)
                .filter(one -> one.path("device").stringValue().equals(device))
                .findFirst()
                .orElseThrow();
    }

    /** A device is switched on within reach of the box, or off. */
    void near(String device, boolean near) {
        send("PUT", "/devices/" + device + "/near", Boolean.toString(near));
    }

    /** What the device asks for when a bond is made, for example {@code enter 004711}. */
    void passkey(String device, String passkey) {
        send("PUT", "/devices/" + device + "/passkey", passkey);
    }

    /** The next pairings fail. */
    void failPairings(String device, int count) {
        send("POST", "/devices/" + device + "/fail-pairings", Integer.toString(count));
    }

    /** A device measures what the JSON says. */
    void measure(String device, String json) {
        send("POST", "/devices/" + device + "/measure", json);
    }

    /** Whether a box has a link to the device now. */
    boolean isConnected(String device) {
        return state(device).path("connected").booleanValue();
    }

    /** A wearable (cuff, strap, oximeter) is put on or taken off. */
    void worn(String device, boolean worn) {
        send("PUT", "/devices/" + device + "/worn", Boolean.toString(worn));
    }

    /** A device measures something whose bytes are given in hexadecimal. */
    void reading(String device, String hex) {
        send("POST", "/devices/" + device + "/readings", hex);
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("the simulator refused " + path + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopping);
        }
    }
}
