package org.wuduan.hub.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.Problem;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.WireSchemas;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Parses a frame at the edge: JSON, then a known type, then the schema of that type. */
final class MessageReader {
    private static final int REF_LENGTH_MAX = 64;
    private static final Map<String, String> DEFINITIONS = Map.of(
            "hello", "Hello",
            "watch", "Watch",
            "unwatch", "Unwatch",
            "seat.claim", "ClaimSeat",
            "media.publish", "Publish",
            "media.answer", "Answer");

    sealed interface Read {}

    record Readable(String id, LiveToHub message) implements Read {}

    /** @param ref the message's id, if one could be read */
    record Unreadable(@Nullable String ref, Problem problem) implements Read {}

    Read read(String frame) {
        JsonNode tree;
        try {
            tree = WireJson.mapper().readTree(frame);
        } catch (JacksonException notJson) {
            return unreadable(null, ProblemType.MALFORMED_JSON, null);
        }
        var ref = text(tree, "id");
        var type = text(tree, "type");
        var definition = type == null ? null : DEFINITIONS.get(type);
        if (ref == null || type == null) {
            return unreadable(ref, ProblemType.MALFORMED_JSON, ref == null ? "id" : "type");
        }
        if (definition == null) {
            return unreadable(ref, ProblemType.UNKNOWN_MESSAGE_TYPE, null);
        }
        if (type.equals("hello") && tree.path("protocol").asInt(0) != 1) {
            return unreadable(ref, ProblemType.UNSUPPORTED_VERSION, null);
        }
        var fault = WireSchemas.fault("live-to-hub", definition, frame);
        if (fault != null) {
            return unreadable(ref, ProblemType.MALFORMED_JSON, fault);
        }
        try {
            return new Readable(ref, WireJson.mapper().treeToValue(tree, LiveToHub.class));
        } catch (JacksonException notTheForm) {
            return unreadable(ref, ProblemType.MALFORMED_JSON, null);
        }
    }

    private static @Nullable String text(JsonNode tree, String property) {
        var node = tree.path(property);
        return node.isString()
                        && !node.stringValue().isEmpty()
                        && node.stringValue().length() <= REF_LENGTH_MAX
                ? node.stringValue()
                : null;
    }

    private static Unreadable unreadable(@Nullable String ref, ProblemType type, @Nullable String field) {
        return new Unreadable(ref, new Problem(type.urn(), type.title(), type.status(), null, field, null, null));
    }
}
