package org.wuduan.hub.access;

import java.net.http.HttpResponse;
import org.wuduan.hub.fixtures.HubClient;

/** What access said. A step that is allowed but impossible now counts as allowed: its rules refused it, not access. */
enum Got {
    ALLOWED,
    NOT_SIGNED_IN,
    ACTION_NOT_ALLOWED,
    NOT_FOUND,
    SEAT_NOT_HELD,
    /** The probe did not reach access: its form was refused. */
    MALFORMED;

    static Got of(HttpResponse<String> answer) {
        return answer.statusCode() < 400 ? ALLOWED : ofProblem(HubClient.problem(answer));
    }

    /** @param type short name of a problem type */
    static Got ofProblem(String type) {
        return switch (type) {
            case "not-signed-in", "session-expired" -> NOT_SIGNED_IN;
            case "action-not-allowed" -> ACTION_NOT_ALLOWED;
            case "not-found" -> NOT_FOUND;
            case "seat-not-held" -> SEAT_NOT_HELD;
            case "malformed-json", "invalid-field", "idempotency-key-missing", "unsupported-media-type" -> MALFORMED;
            case "internal" -> throw new AssertionError("the hub made a mistake");
            default -> ALLOWED;
        };
    }
}
