package org.wuduan.hub.vitals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wuduan.contract.Mark;
import org.wuduan.contract.Reading;
import org.wuduan.contract.WireJson;

/** What readings become in the database: one list for each column, so that one statement inserts them all. */
final class ReadingRows {
    /** Columns in the order of the statement, with the type in which their values travel. */
    private static final Map<String, String> COLUMNS = columns();

    private static final String INSERT = "insert into reading (" + String.join(", ", COLUMNS.keySet()) + ") select "
            + COLUMNS.keySet().stream().map(ReadingRows::asStored).collect(Collectors.joining(", "))
            + " from unnest("
            + String.join(", ", COLUMNS.values().stream().map(_ -> "?").toList()) + ") as fresh ("
            + String.join(", ", COLUMNS.keySet()) + ") on conflict do nothing";

    private final List<List<@Nullable Object>> values = new ArrayList<>();

    ReadingRows() {
        COLUMNS.forEach((_, _) -> values.add(new ArrayList<>()));
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("id", "uuid");
        columns.put("natural_key", "bytea");
        columns.put("box", "uuid");
        columns.put("household", "uuid");
        columns.put("patient", "uuid");
        columns.put("device_address", "text");
        columns.put("device_user", "int2");
        columns.put("device_sequence", "int4");
        columns.put("device_model", "text");
        columns.put("profile", "text");
        columns.put("taken_at", "timestamptz");
        columns.put("received_at", "timestamptz");
        columns.put("received_corrected_at", "timestamptz");
        columns.put("accepted_at", "timestamptz");
        columns.put("shown_at", "timestamptz");
        columns.put("bytes", "bytea");
        columns.put("measured", "text");
        columns.put("marks", "text");
        return columns;
    }

    private static String asStored(String column) {
        return switch (column) {
            case "measured" -> "measured::jsonb";
            // a list of lists would lose its inner borders in unnest
            case "marks" -> "string_to_array(marks, ',')";
            default -> column;
        };
    }

    /** @param patient who wore the device, null when nobody knows */
    void add(Delivery delivery, Reading reading, @Nullable UUID patient) {
        var times = BelievedTimes.of(reading, delivery.batch().sentAt(), delivery.arrivedAt());
        boolean possible = Plausibility.possible(reading.values());
        int column = 0;
        for (var value : new @Nullable Object[] {
            reading.id(),
            naturalKey(delivery.household(), reading),
            delivery.box(),
            delivery.household(),
            patient,
            reading.device().address(),
            reading.deviceUser(),
            reading.sequence(),
            reading.device().model(),
            lower(reading.profile()),
            reading.takenAt(),
            reading.receivedAt(),
            times.corrected() ? times.receivedAt() : null,
            delivery.arrivedAt(),
            times.shownAt(),
            HexFormat.of().parseHex(reading.bytes()),
            WireJson.mapper().writeValueAsString(possible ? reading.values() : List.of()),
            marks(times, possible).stream().map(ReadingRows::lower).collect(Collectors.joining(","))
        }) {
            values.get(column++).add(value);
        }
    }

    private static Set<Mark> marks(BelievedTimes times, boolean possible) {
        var marks = EnumSet.noneOf(Mark.class);
        marks.addAll(times.marks());
        if (!possible) {
            marks.add(Mark.IMPLAUSIBLE);
        }
        return marks;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Inserts every row that is not there yet. */
    void insert(JdbcTemplate jdbc) {
        jdbc.update(INSERT, this::fill);
    }

    private void fill(PreparedStatement statement) throws SQLException {
        int column = 0;
        for (var type : COLUMNS.values()) {
            var array = statement.getConnection().createArrayOf(type, sent(type, values.get(column++)));
            statement.setArray(column, array);
        }
    }

    /** Bytes travel as they are, everything else as its text, which both sides read alike (an instant in ISO 8601). */
    private static @Nullable Object[] sent(String type, List<@Nullable Object> column) {
        return type.equals("bytea")
                ? column.toArray(byte[][]::new)
                : column.stream()
                        .map(value -> value == null ? null : value.toString())
                        .toArray(String[]::new);
    }

    /**
     * Recognises a stored reading that a device sends again under another id: household, device, profile, device time or
     * sequence, bytes. Cheap devices share addresses: without the household, a neighbour's reading would be a repeat. Null
     * where the device gives neither time nor sequence, because equal values are then real.
     */
    private static byte @Nullable [] naturalKey(UUID household, Reading reading) {
        if (reading.deviceTime() == null && reading.sequence() == null) {
            return null;
        }
        var text = String.join(
                "|",
                household.toString(),
                reading.device().address(),
                reading.profile().name(),
                String.valueOf(reading.deviceTime()),
                String.valueOf(reading.sequence()),
                reading.bytes());
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
