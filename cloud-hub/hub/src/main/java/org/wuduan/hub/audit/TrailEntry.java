package org.wuduan.hub.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it stands in the trail.
 *
 * @param at in microseconds, as the database keeps it
 * @param kind the lower-case name of an {@link Audit.Kind}
 * @param object whom or what the action was about; null when it was about the actor or nothing
 */
record TrailEntry(
        long number,
        Instant at,
        String kind,
        UUID actor,
        String action,
        @Nullable UUID object) {
    static final String COLUMNS = "number, at, kind, actor, action, object";

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    static TrailEntry of(ResultSet row) throws SQLException {
        return new TrailEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getObject("actor", UUID.class),
                row.getString("action"),
                row.getObject("object", UUID.class));
    }

    /** SHA-256 of the entry in a form in which no two entries look alike: every text has its length before it. */
    byte[] digest() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(number);
            out.writeLong(micros(at));
            text(out, kind);
            id(out, actor);
            text(out, action);
            out.writeBoolean(object != null);
            if (object != null) {
                id(out, object);
            }
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return Seal.sha256(bytes.toByteArray());
    }

    static long micros(Instant time) {
        return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }
}
