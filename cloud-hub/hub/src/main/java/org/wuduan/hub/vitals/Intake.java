package org.wuduan.hub.vitals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Mark;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** Takes a box's batch in: one transaction, every reading at most once. */
@Service
class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final String INSERT =
            "insert into reading (id, natural_key, box, household, patient, device_address, device_user,"
                    + " device_model, profile, taken_at, received_at, received_corrected_at, accepted_at, shown_at,"
                    + " bytes, measured, marks)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final Households households;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intake(JdbcTemplate jdbc, Households households, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** A device, and which of its users it says it was. */
    private record UserOfDevice(String address, @Nullable Integer slot) {
        static UserOfDevice of(Reading reading) {
            return new UserOfDevice(reading.device().address(), reading.deviceUser());
        }
    }

    /** What a reading becomes in the database. */
    private record Row(Reading reading, @Nullable UUID patient, BelievedTimes times, boolean possible) {
        Set<Mark> marks() {
            var marks = EnumSet.noneOf(Mark.class);
            marks.addAll(times.marks());
            if (!possible) {
                marks.add(Mark.IMPLAUSIBLE);
            }
            return marks;
        }
    }

    /** When this returns, and its transaction has committed, every acknowledged reading is on disk. */
    @Transactional
    Answers.ReadingsAck accept(UUID box, UUID household, ReadingBatch batch) {
        var now = clock.instant();
        Map<UserOfDevice, Optional<UUID>> wearers = new HashMap<>();
        var rows = batch.readings().stream()
                .map(reading -> new Row(
                        reading,
                        wearers.computeIfAbsent(
                                        UserOfDevice.of(reading),
                                        user -> households.wearer(household, user.address(), user.slot()))
                                .orElse(null),
                        BelievedTimes.of(reading, batch.sentAt(), now),
                        Plausibility.possible(reading.values())))
                .toList();
        jdbc.batchUpdate(INSERT, arguments(rows, box, household, now));
        tellOfNobodys(rows, household);
        var patients = new TreeSet<UUID>();
        rows.forEach(row -> {
            if (row.patient() != null) {
                patients.add(row.patient());
            }
        });
        if (!patients.isEmpty()) {
            journal.touch(patients.stream()
                    .map(patient -> new StreamName(VitalsViews.STREAM, patient))
                    .toList());
            events.publishEvent(new VitalsRecorded(patients));
        }
        return new Answers.ReadingsAck(
                batch.readings().stream().map(Reading::id).toList(), List.of());
    }

    /** Kept, shown to nobody: better no value than a stranger's. The operator hears of it. */
    private static void tellOfNobodys(List<Row> rows, UUID household) {
        long nobodys = rows.stream().filter(row -> row.patient() == null).count();
        if (nobodys > 0) {
            LOG.warn("vitals.of-nobody household={} count={}", household, nobodys);
        }
    }

    private static List<Object[]> arguments(List<Row> rows, UUID box, UUID household, Instant now) {
        var all = new ArrayList<Object[]>(rows.size());
        for (var row : rows) {
            var reading = row.reading();
            all.add(new Object[] {
                reading.id(),
                naturalKey(household, reading),
                box,
                household,
                row.patient() == null ? new SqlParameterValue(Types.OTHER, null) : row.patient(),
                reading.device().address(),
                new SqlParameterValue(Types.SMALLINT, reading.deviceUser()),
                reading.device().model(),
                reading.profile().name().toLowerCase(Locale.ROOT),
                timestamp(reading.takenAt()),
                Timestamp.from(reading.receivedAt()),
                timestamp(row.times().corrected() ? row.times().receivedAt() : null),
                Timestamp.from(now),
                Timestamp.from(row.times().shownAt()),
                HexFormat.of().parseHex(reading.bytes()),
                WireJson.mapper().writeValueAsString(row.possible() ? reading.values() : List.of()),
                row.marks().stream()
                        .map(mark -> mark.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new)
            });
        }
        return all;
    }

    private static Object timestamp(@Nullable Instant instant) {
        return instant == null ? new SqlParameterValue(Types.TIMESTAMP, null) : Timestamp.from(instant);
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
