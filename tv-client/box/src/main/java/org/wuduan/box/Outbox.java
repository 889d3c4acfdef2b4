package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.box.BootClock.Tick;
import org.wuduan.contract.Answers.ReadingsAck.Refused;
import org.wuduan.contract.BoxLive.BoxState.OutboxTrouble;
import org.wuduan.contract.Reading;
import org.wuduan.contract.WireJson;

/**
 * The readings that the hub has not acknowledged yet, in SQLite (WAL, synchronous=FULL): a reading is saved when
 * {@link #save} has returned {@code SAVED}, and leaves only by {@link #settle}. One at which
 * the hub fails can be set aside, so that it holds up no other.
 *
 * <p>At its limit the outbox thins: of each continuous stream (a heart rate, a continuous oximeter) every second reading
 * goes, so that the whole time stays covered, older times more coarsely. Where that would gain little, new continuous
 * readings are dropped. Spot readings, which a person took on purpose, are never dropped: only the disk bounds them.
 */
final class Outbox implements AutoCloseable {
    /** Readings that the hub refused and that are kept for the operator; the oldest go first. */
    static final int REFUSED_MAX = 10_000;

    private final OutboxFile db;
    private final Limits limits;
    private int kept;
    private int setAside;
    private int keptHere;
    private boolean thinned;
    private boolean dropping;
    private boolean cannotWrite;

    /**
     * @param readings waiting readings at which thinning begins
     * @param bytes largest database file, so that the outbox can't eat the whole disk
     */
    record Limits(int readings, long bytes) {
        static final Limits OF_A_BOX = new Limits(200_000, 512L << 20);
    }

    /** What became of a reading. */
    enum Outcome {
        /** On disk. */
        SAVED,
        /** A continuous reading for which there is no room. */
        DROPPED,
        /** The disk is full or broken; the reading is not saved. */
        CANNOT_WRITE
    }

    /**
     * A reading as it comes in.
     *
     * @param at when it was received, null where the machine has no clock that nobody sets
     */
    record Received(Reading reading, @Nullable Tick at) {}

    /** A reading with its place in the outbox. */
    record Waiting(long seq, UUID id, String body, @Nullable Tick receivedAt) {
        Reading reading() {
            return WireJson.mapper().readValue(body, Reading.class);
        }
    }

    private Outbox(OutboxFile db, Limits limits) throws SQLException {
        this.db = db;
        this.limits = limits;
        kept = (int) db.number("SELECT count(*) FROM outbox");
        setAside = (int) db.number("SELECT count(*) FROM outbox WHERE aside_at IS NOT NULL");
        keptHere = keptHereNow();
    }

    /** Opens or makes {@code outbox.db} in this folder, mode 0600. */
    static Outbox open(Path data, Limits limits) throws IOException {
        try {
            return new Outbox(OutboxFile.open(data.resolve("outbox.db"), limits.bytes()), limits);
        } catch (SQLException e) {
            throw new IOException("the outbox cannot be opened", e);
        }
    }

    /**
     * Commits the readings, all at once; those for which this returns {@code SAVED} survive a crash and a lost power. A
     * repeat does nothing.
     *
     * @return one outcome for each reading, in their order; where the disk takes only some, those come first
     */
    synchronized List<Outcome> save(List<Received> together) {
        try {
            List<Outcome> outcomes = saveAll(together);
            cannotWrite = false;
            return outcomes;
        } catch (SQLException e) {
            // On a disk that is nearly full there may be room for some of them.
            List<Outcome> outcomes = together.size() == 1 ? List.of(Outcome.CANNOT_WRITE) : saveWhatFits(together);
            cannotWrite = outcomes.contains(Outcome.CANNOT_WRITE);
            return outcomes;
        }
    }

    private List<Outcome> saveWhatFits(List<Received> readings) {
        var outcomes = new ArrayList<Outcome>();
        for (Received one : readings) {
            try {
                outcomes.addAll(saveAll(List.of(one)));
            } catch (SQLException e) {
                break;
            }
        }
        outcomes.addAll(Collections.nCopies(readings.size() - outcomes.size(), Outcome.CANNOT_WRITE));
        return outcomes;
    }

    private List<Outcome> saveAll(List<Received> readings) throws SQLException {
        int keptBefore = kept;
        int asideBefore = setAside;
        try {
            db.execute("BEGIN IMMEDIATE");
            var outcomes = new ArrayList<Outcome>();
            for (Received one : readings) {
                outcomes.add(saveOne(one));
            }
            db.execute("COMMIT");
            return outcomes;
        } catch (SQLException e) {
            kept = keptBefore;
            setAside = asideBefore;
            db.undo();
            throw e;
        }
    }

    private Outcome saveOne(Received received) throws SQLException {
        String stream = stream(received.reading());
        if (kept >= limits.readings() && stream != null && !thin()) {
            dropping = true;
            return Outcome.DROPPED;
        }
        kept += insert(received, stream);
        dropping = false;
        return Outcome.SAVED;
    }

    /** A continuous stream is one profile of one device; a spot reading has none. */
    private static @Nullable String stream(Reading reading) {
        return switch (reading.profile()) {
            case BLOOD_PRESSURE, PULSE_OXIMETER_SPOT, THERMOMETER, WEIGHT_SCALE, GLUCOSE, GLUCOSE_CONTEXT -> null;
            case HEART_RATE, PULSE_OXIMETER_CONTINUOUS ->
                reading.profile() + " " + reading.device().address();
        };
    }

    private int insert(Received received, @Nullable String stream) throws SQLException {
        Tick at = received.at();
        try (var insert = db.prepare("INSERT INTO outbox(id, seq, stream, body, boot, up_millis) VALUES"
                + " (?, (SELECT coalesce(max(seq), 0) + 1 FROM outbox), ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")) {
            insert.setString(1, received.reading().id().toString());
            insert.setString(2, stream);
            insert.setString(3, WireJson.mapper().writeValueAsString(received.reading()));
            insert.setString(4, at == null ? null : at.boot());
            insert.setObject(5, at == null ? null : at.millis());
            return insert.executeUpdate();
        }
    }

    /** @return whether it made room: at least an eighth of the limit, so that thinning stays rare */
    private boolean thin() throws SQLException {
        if (db.number("SELECT count(*) FROM outbox WHERE stream IS NOT NULL") < Math.max(2, limits.readings() / 4)) {
            return false;
        }
        try (var statement = db.statement()) {
            int gone = statement.executeUpdate("DELETE FROM outbox WHERE seq IN (SELECT seq FROM (SELECT seq,"
                    + " row_number() OVER (PARTITION BY stream ORDER BY seq) AS nth FROM outbox"
                    + " WHERE stream IS NOT NULL) WHERE nth % 2 = 0)");
            kept -= gone;
            setAside = (int) db.number("SELECT count(*) FROM outbox WHERE aside_at IS NOT NULL");
            thinned = true;
            return gone > 0;
        }
    }

    /**
     * The oldest waiting readings.
     *
     * @param countMax at most so many
     * @param bytesMax together at most so many characters of JSON, but at least one reading
     * @param without these, though they wait
     */
    synchronized List<Waiting> oldest(int countMax, int bytesMax, Set<UUID> without) throws IOException {
        try (var select = db.prepare("SELECT seq, id, body, boot, up_millis FROM outbox"
                + " WHERE aside_at IS NULL AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?")) {
            select.setString(1, WireJson.mapper().writeValueAsString(without));
            select.setInt(2, countMax);
            var batch = new ArrayList<Waiting>();
            long bytes = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    String body = rows.getString(3);
                    bytes += body.length() + 1;
                    if (bytes > bytesMax && !batch.isEmpty()) {
                        break;
                    }
                    batch.add(waiting(rows));
                }
            }
            return batch;
        } catch (SQLException e) {
            throw new IOException("the outbox cannot be read", e);
        }
    }

    /** The reading, while it waits. */
    synchronized Optional<Waiting> waiting(UUID id) throws IOException {
        try (var select =
                db.prepare("SELECT seq, id, body, boot, up_millis FROM outbox WHERE aside_at IS NULL AND id = ?")) {
            select.setString(1, id.toString());
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(waiting(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IOException("the outbox cannot be read", e);
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String boot = row.getString(4);
        Tick at = boot == null ? null : new Tick(boot, row.getLong(5));
        return new Waiting(row.getLong(1), UUID.fromString(row.getString(2)), row.getString(3), at);
    }

    /** In one commit: acknowledged readings are deleted, refused ones move to the table for the operator. */
    synchronized void settle(List<UUID> acknowledged, List<Refused> refused, Instant now) throws IOException {
        try {
            db.execute("BEGIN IMMEDIATE");
            int gone = 0;
            for (Refused one : refused) {
                keepForOperator(one, now);
                gone += delete(one.id());
            }
            for (UUID id : acknowledged) {
                gone += delete(id);
            }
            trimRefused();
            db.execute("COMMIT");
            kept -= gone;
            keptHere = refused.isEmpty() ? keptHere : keptHereNow();
            thinned &= kept >= limits.readings() / 2;
            dropping &= kept >= limits.readings();
        } catch (SQLException e) {
            undoOrSay();
            throw new IOException("the outbox cannot be written", e);
        }
    }

    /** The reading is kept but no longer waits; {@link #bringBack} lets it wait again. */
    synchronized void setAside(UUID id, Instant now) throws IOException {
        try (var update = db.prepare("UPDATE outbox SET aside_at = ? WHERE id = ? AND aside_at IS NULL")) {
            update.setString(1, now.toString());
            update.setString(2, id.toString());
            setAside += update.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("the outbox cannot be written", e);
        }
    }

    /** What was set aside waits again, in its old place. @return how many */
    synchronized int bringBack() throws IOException {
        try (var statement = db.statement()) {
            int back = statement.executeUpdate("UPDATE outbox SET aside_at = NULL WHERE aside_at IS NOT NULL");
            setAside = 0;
            return back;
        } catch (SQLException e) {
            throw new IOException("the outbox cannot be written", e);
        }
    }

    private void keepForOperator(Refused refused, Instant now) throws SQLException {
        try (PreparedStatement copy = db.prepare("INSERT INTO refused(id, seq, problem, refused_at, body)"
                + " SELECT id, seq, ?, ?, body FROM outbox WHERE id = ? ON CONFLICT (id) DO NOTHING")) {
            copy.setString(1, WireJson.mapper().writeValueAsString(refused.problem()));
            copy.setString(2, now.toString());
            copy.setString(3, refused.id().toString());
            copy.executeUpdate();
        }
    }

    private int delete(UUID id) throws SQLException {
        try (var delete = db.prepare("DELETE FROM outbox WHERE id = ?")) {
            delete.setString(1, id.toString());
            return delete.executeUpdate();
        }
    }

    private void trimRefused() throws SQLException {
        try (var trim = db.prepare("DELETE FROM refused WHERE rowid IN"
                + " (SELECT rowid FROM refused ORDER BY rowid DESC LIMIT -1 OFFSET " + REFUSED_MAX + ")")) {
            trim.executeUpdate();
        }
    }

    /** The box left its household: what the hub has not taken stays here for the operator and is never sent. */
    synchronized void leaveBehind(Instant now) throws IOException {
        empty("INSERT INTO left_behind(id, seq, left_at, body) SELECT id, seq, '" + now + "', body FROM outbox"
                + " WHERE true ON CONFLICT (id) DO NOTHING");
    }

    /** What stays in the box for the operator: of a household that it left, and what the hub refused. */
    synchronized int keptHere() {
        return keptHere;
    }

    /** Wipes every reading, sent or not. */
    synchronized void forgetAll() throws IOException {
        empty("DELETE FROM refused; DELETE FROM left_behind");
    }

    private void empty(String first) throws IOException {
        try {
            db.execute("BEGIN IMMEDIATE");
            for (String step : first.split(";")) {
                db.execute(step);
            }
            db.execute("DELETE FROM outbox");
            db.execute("COMMIT");
            keptHere = keptHereNow();
            kept = 0;
            setAside = 0;
            thinned = false;
            dropping = false;
        } catch (SQLException e) {
            undoOrSay();
            throw new IOException("the outbox cannot be written", e);
        }
    }

    /** Without what was set aside. */
    synchronized int waiting() {
        return kept - setAside;
    }

    synchronized int setAsideKept() {
        return setAside;
    }

    synchronized int refusedKept() throws IOException {
        try {
            return (int) db.number("SELECT count(*) FROM refused");
        } catch (SQLException e) {
            throw new IOException("the outbox cannot be read", e);
        }
    }

    /** What the television must say about the outbox, empty when all is well. */
    synchronized Optional<OutboxTrouble> trouble() {
        if (cannotWrite) {
            return Optional.of(OutboxTrouble.CANNOT_WRITE);
        }
        if (dropping) {
            return Optional.of(OutboxTrouble.FULL);
        }
        return thinned ? Optional.of(OutboxTrouble.THINNED) : Optional.empty();
    }

    private int keptHereNow() throws SQLException {
        return (int) db.number("SELECT (SELECT count(*) FROM refused) + (SELECT count(*) FROM left_behind)");
    }

    private void undoOrSay() throws IOException {
        try {
            db.undo();
        } catch (SQLException e) {
            throw new IOException("the outbox cannot go back", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            db.close();
        } catch (SQLException e) {
            throw new IOException("the outbox cannot be closed", e);
        }
    }
}
