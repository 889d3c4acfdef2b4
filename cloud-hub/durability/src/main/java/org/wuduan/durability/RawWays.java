package org.wuduan.durability;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.postgresql.PGConnection;

/** The two usual ways to put rows into PostgreSQL, into a table that is like the hub's in columns and indexes. */
final class RawWays {
    private static final String TABLE = "create table raw_reading (like reading including all)";
    private static final String COLUMNS =
            "(id, natural_key, box, household, patient, device_address, device_model, profile,"
                    + " received_at, accepted_at, shown_at, bytes, measured, marks)";
    private static final String MEASURED =
            "[{\"mdc\":150021,\"loinc\":\"8480-6\",\"quantity\":{\"unit\":\"mm[Hg]\",\"value\":\"142\"}},"
                    + "{\"mdc\":150022,\"loinc\":\"8462-4\",\"quantity\":{\"unit\":\"mm[Hg]\",\"value\":\"86\"}}]";
    private static final UUID BOX = UUID.randomUUID();
    private static final UUID HOUSEHOLD = UUID.randomUUID();
    private static final UUID PATIENT = UUID.randomUUID();
    private static final int KEY_BYTES = 32;

    private final Connection connection;
    private final int together;

    RawWays(Connection connection, int together) throws SQLException {
        this.connection = connection;
        this.together = together;
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        connection.setAutoCommit(false);
    }

    /** JDBC batches, one commit each. */
    void batch(int rows) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into raw_reading " + COLUMNS + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)")) {
            var marks = connection.createArrayOf("text", new String[] {});
            for (int row = 0; row < rows; row++) {
                var now = Timestamp.from(Instant.now());
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, key());
                insert.setObject(3, BOX);
                insert.setObject(4, HOUSEHOLD);
                insert.setObject(5, PATIENT);
                insert.setString(6, "C0:00:00:00:00:01");
                insert.setString(7, "SimBP");
                insert.setString(8, "blood_pressure");
                insert.setTimestamp(9, now);
                insert.setTimestamp(10, now);
                insert.setTimestamp(11, now);
                insert.setBytes(12, HexFormat.of().parseHex(Samples.bytes(Samples.fresh())));
                insert.setString(13, MEASURED);
                insert.setArray(14, marks);
                insert.addBatch();
                if ((row + 1) % together == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /** COPY in text form, one commit for each. */
    void copy(int rows) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (int done = 0; done < rows; done += together) {
            var text = new StringBuilder();
            for (int row = 0; row < together; row++) {
                line(text);
            }
            copies.copyIn(
                    "copy raw_reading " + COLUMNS + " from stdin",
                    new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            connection.commit();
        }
    }

    private static void line(StringBuilder text) {
        var now = Instant.now();
        text.append(UUID.randomUUID()).append("\t\\\\x").append(HexFormat.of().formatHex(key()));
        for (var same :
                new Object[] {BOX, HOUSEHOLD, PATIENT, "C0:00:00:00:00:01", "SimBP", "blood_pressure", now, now, now}) {
            text.append('\t').append(same);
        }
        text.append("\t\\\\x").append(Samples.bytes(Samples.fresh()));
        text.append('\t').append(MEASURED).append("\t{}\n");
    }

    /** As random as a hash, so that the index works as hard. */
    private static byte[] key() {
        var key = new byte[KEY_BYTES];
        java.util.concurrent.ThreadLocalRandom.current().nextBytes(key);
        return key;
    }
}
