package org.wuduan.hub.vitals;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Reading;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.WireSchemas;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sorts a batch into readings that can be kept and readings that are refused, each by itself. */
final class BatchReader {
    /** Most readings of a batch. */
    static final int READINGS_MAX = 500;

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @param sentAt by the box's clock, null when it does not say */
    record Sorted(@Nullable Instant sentAt, List<Reading> good, List<Answers.ReadingsAck.Refused> refused) {}

    Outcome<Sorted> read(byte[] bytes) {
        JsonNode readings;
        Instant sentAt;
        try {
            var tree = WireJson.mapper().readTree(bytes);
            readings = tree.path("readings");
            sentAt = tree.has("sentAt") ? Instant.parse(tree.path("sentAt").asString("")) : null;
        } catch (DateTimeParseException notATime) {
            return Refused.field("sentAt");
        } catch (JacksonException notJson) {
            return Refused.of(ProblemType.MALFORMED_JSON);
        }
        if (sentAt != null && !storable(sentAt)) {
            return Refused.field("sentAt");
        }
        if (!readings.isArray() || readings.isEmpty() || readings.size() > READINGS_MAX) {
            return Refused.field("readings");
        }
        var good = new ArrayList<Reading>();
        var refused = new ArrayList<Answers.ReadingsAck.Refused>();
        for (int index = 0; index < readings.size(); index++) {
            var id = id(readings.get(index));
            if (id == null) {
                return Refused.field("readings[" + index + "].id");
            }
            var reading = reading(readings.get(index));
            if (reading instanceof Outcome.Done<Reading>(var value)) {
                good.add(value);
            } else if (reading instanceof Refused<Reading>(var problem)) {
                refused.add(new Answers.ReadingsAck.Refused(id, problem));
            }
        }
        return Outcome.of(new Sorted(sentAt, good, refused));
    }

    /** A broken clock may say anything, but the database keeps no year of six digits: one such would sink its batch. */
    private static boolean storable(Instant time) {
        return !time.isBefore(Instant.EPOCH) && time.isBefore(LATEST);
    }

    private static @Nullable UUID id(JsonNode reading) {
        try {
            return UUID.fromString(reading.path("id").asString(""));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static Outcome<Reading> reading(JsonNode node) {
        var fault = WireSchemas.fault("http", "Reading", node);
        if (fault != null) {
            return Refused.field(fault);
        }
        try {
            var reading = WireJson.mapper().treeToValue(node, Reading.class);
            if (!storable(reading.receivedAt())) {
                return Refused.field("receivedAt");
            }
            return reading.takenAt() == null || storable(reading.takenAt())
                    ? Outcome.of(reading)
                    : Refused.field("takenAt");
        } catch (JacksonException notTheForm) {
            return Refused.of(ProblemType.MALFORMED_JSON);
        }
    }
}
