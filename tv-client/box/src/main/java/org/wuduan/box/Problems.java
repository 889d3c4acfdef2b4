package org.wuduan.box;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.wuduan.contract.Problem;
import org.wuduan.contract.WireJson;

/** The refusals that the box says itself (PROTOCOL.md §5), RFC 9457. */
enum Problems {
    ORIGIN_NOT_ALLOWED("origin-not-allowed", 403, "This page may not speak to the box"),
    NOT_SIGNED_IN("not-signed-in", 401, "The launch token is missing or wrong"),
    ACTION_NOT_ALLOWED("action-not-allowed", 403, "This is the box's own business"),
    NOT_FOUND("not-found", 404, "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This can only be read"),
    INVALID_FIELD("invalid-field", 422, "A field is missing or out of range"),
    WRONG_STATE("wrong-state", 409, "More readings wait by now than were agreed to be lost"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    INTERNAL("internal", 500, "The box could not do it"),
    HUB_UNREACHABLE("hub-unreachable", 503, "The hub cannot be reached now"),
    SPEECH_BUSY("speech-busy", 429, "Too many texts wait to be spoken"),
    SPEECH_UNAVAILABLE("speech-unavailable", 503, "The box has no voice now");

    private final Problem problem;

    Problems(String type, int status, String title) {
        this.problem = new Problem("urn:wuduan:problem:" + type, title, status, null, null, null, null);
    }

    int status() {
        return problem.status();
    }

    /** Answers, unless the answer has begun or the asker has gone. */
    void answer(HttpServerResponse response) {
        if (response.headWritten() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(WireJson.mapper().writeValueAsBytes(problem)));
    }
}
