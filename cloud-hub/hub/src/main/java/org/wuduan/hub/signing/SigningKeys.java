package org.wuduan.hub.signing;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.hub.vault.Vault;
import org.wuduan.signed.Digests;

/** The keys in the database; each row is sealed by the vault, so that one put in past the hub is no key. */
@Repository
class SigningKeys {
    private static final String PRIVATE_KEY = "signing-key.private";
    private static final String SEAL = "signing-key.seal";
    private static final String COLUMNS =
            "id, account, algorithm, public_key, valid_from, valid_until, seal, refused_until";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    SigningKeys(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** A key, in use while it has no end. */
    record Key(
            UUID id,
            UUID account,
            String algorithm,
            byte[] publicKey,
            Instant from,
            @Nullable Instant until,
            byte[] seal,
            @Nullable Instant refusedUntil) {
        String fingerprint() {
            return Digests.of(publicKey);
        }

        /** Whether it was in use then. */
        boolean inUseAt(Instant then) {
            return !then.isBefore(from) && (until == null || then.isBefore(until));
        }

        /** What the seal covers: nothing of it can hold a line's end. */
        private String sealed(@Nullable Instant end) {
            return String.join(
                    "\n",
                    id.toString(),
                    account.toString(),
                    algorithm,
                    Base64.getEncoder().encodeToString(publicKey),
                    from.toString(),
                    String.valueOf(end));
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    Optional<Key> inUse(UUID account) {
        return jdbc.sql("select " + COLUMNS + " from signing_key where account = ? and valid_until is null")
                .param(account)
                .query((row, _) -> key(row))
                .optional();
    }

    /** Whether it is in use, and stays so until the end of this transaction. */
    boolean holdInUse(UUID key) {
        return jdbc.sql("select 1 from signing_key where id = ? and valid_until is null for share")
                .param(key)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Key> find(UUID key) {
        return jdbc.sql("select " + COLUMNS + " from signing_key where id = ?")
                .param(key)
                .query((row, _) -> key(row))
                .optional();
    }

    /** Whether the hub itself wrote it as it stands there. */
    boolean genuine(Key key) {
        return MessageDigest.isEqual(key.seal(), vault.fingerprint(SEAL, key.sealed(key.until())));
    }

    /**
     * Keeps a new key.
     *
     * @param underPin the private key, locked under the PIN
     */
    Key add(UUID id, UUID account, Signer signer, byte[] underPin) {
        var from = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var unsealed = new Key(id, account, signer.algorithm(), signer.publicKey(), from, null, new byte[0], null);
        var locked = vault.lock(Base64.getEncoder().encodeToString(underPin), new Vault.Place(PRIVATE_KEY, id));
        jdbc.sql("insert into signing_key (id, account, algorithm, public_key, locked_private_key, valid_from, seal)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        account,
                        signer.algorithm(),
                        signer.publicKey(),
                        locked,
                        Timestamp.from(from),
                        vault.fingerprint(SEAL, unsealed.sealed(null)))
                .update();
        return unsealed;
    }

    /** Ends a key: its signatures stay, and nobody signs with it again. */
    boolean retire(Key key) {
        // whoever signs with it at this moment comes first, so that no signature is later than its key's end
        jdbc.sql("select 1 from signing_key where id = ? for update")
                .param(key.id())
                .query(Integer.class)
                .single();
        var until = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return jdbc.sql("update signing_key set valid_until = ?, locked_private_key = null, seal = ?"
                                + " where id = ? and valid_until is null")
                        .params(Timestamp.from(until), vault.fingerprint(SEAL, key.sealed(until)), key.id())
                        .update()
                == 1;
    }

    /** The private key as the PIN locks it, out of the vault. */
    byte[] underPin(Key key) {
        var locked = jdbc.sql("select locked_private_key from signing_key where id = ?")
                .param(key.id())
                .query(byte[].class)
                .single();
        return Base64.getDecoder().decode(vault.open(locked, new Vault.Place(PRIVATE_KEY, key.id())));
    }

    /**
     * Counts a trial of the PIN before it is made, and the last that may fail already as failed: so that of many at once no
     * more are made than may fail, whatever happens meanwhile.
     *
     * @return how long to wait, when it may not be made
     */
    Optional<Duration> beginTrial(Key key) {
        var now = clock.instant();
        int counted = jdbc.sql("update signing_key set wrong_pins = (wrong_pins + 1) % :max,"
                        + " refused_until = case when wrong_pins + 1 >= :max then :until::timestamptz end"
                        + " where id = :id and (refused_until is null or refused_until <= :now)")
                .param("id", key.id())
                .param("max", SigningLimits.WRONG_PINS_MAX)
                .param("until", Timestamp.from(now.plus(SigningLimits.REFUSED_FOR)))
                .param("now", Timestamp.from(now))
                .update();
        return counted == 1 ? Optional.empty() : refusedFor(key);
    }

    /** How long no PIN is tried for this key. */
    Optional<Duration> refusedFor(Key key) {
        var now = clock.instant();
        return find(key.id())
                .map(Key::refusedUntil)
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until));
    }

    void rightPin(Key key) {
        jdbc.sql("update signing_key set wrong_pins = 0, refused_until = null where id = ? and valid_until is null")
                .param(key.id())
                .update();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("algorithm"),
                row.getBytes("public_key"),
                row.getTimestamp("valid_from").toInstant(),
                instant(row, "valid_until"),
                row.getBytes("seal"),
                instant(row, "refused_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
