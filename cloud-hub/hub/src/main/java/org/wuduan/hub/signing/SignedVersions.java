package org.wuduan.hub.signing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wuduan.signed.Payload;

/** The signed versions in the database. Nothing changes one: a trigger refuses it. */
@Repository
class SignedVersions {
    private static final HexFormat HEX = HexFormat.of();
    private static final String COLUMNS =
            "v.document, d.kind, v.version, v.payload, v.payload_hash, v.previous_hash, v.key, v.algorithm, v.signature,"
                    + " v.signed_at from signed_version v join signed_document d on d.id = v.document";

    private final JdbcClient jdbc;

    SignedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row.
     *
     * @param hash hexadecimal
     * @param previousHash hexadecimal; null for the first version
     */
    record Row(
            UUID document,
            String kind,
            int version,
            String payload,
            String hash,
            @Nullable String previousHash,
            UUID key,
            String algorithm,
            byte[] signature,
            Instant signedAt) {
        byte[] message() {
            return payload.getBytes(StandardCharsets.UTF_8);
        }

        Row signed(byte[] by) {
            return new Row(document, kind, version, payload, hash, previousHash, key, algorithm, by, signedAt);
        }

        /** Whether the columns say the same as what was signed. */
        boolean says(Payload signed) {
            return signed.kind().equals(kind)
                    && signed.version() == version
                    && signed.signedAt().equals(signedAt)
                    && Objects.equals(signed.previousHash(), previousHash);
        }

        @Override
        public String toString() {
            return "Row[" + document + " " + version + " ‹redacted›]";
        }
    }

    /**
     * Gives the next number of a document and holds its row until the end of this transaction.
     *
     * @return none when the id is that of a document of another kind
     */
    OptionalInt nextNumber(UUID document, DocumentKind kind) {
        return jdbc.sql("insert into signed_document (id, kind, versions) values (?, ?, 1)"
                        + " on conflict (id) do update set versions = signed_document.versions + 1"
                        + " where signed_document.kind = excluded.kind returning versions")
                .params(document, kind.wire())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** How many versions were signed; none for a document that never was. */
    OptionalInt count(UUID document) {
        return jdbc.sql("select versions from signed_document where id = ?")
                .param(document)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** The hash of a version, hexadecimal. */
    Optional<String> hash(UUID document, int version) {
        return jdbc.sql("select payload_hash from signed_version where document = ? and version = ?")
                .params(document, version)
                .query(byte[].class)
                .optional()
                .map(HEX::formatHex);
    }

    void add(Row row) {
        jdbc.sql(
                        "insert into signed_version (document, version, payload, payload_hash, previous_hash, key, algorithm,"
                                + " signature, signed_at)"
                                + " values (:document, :version, :payload, :hash, :previous, :key, :algorithm, :signature, :at)")
                .param("document", row.document())
                .param("version", row.version())
                .param("payload", row.payload())
                .param("hash", HEX.parseHex(row.hash()))
                .param("previous", row.previousHash() == null ? null : HEX.parseHex(row.previousHash()), Types.BINARY)
                .param("key", row.key())
                .param("algorithm", row.algorithm())
                .param("signature", row.signature())
                .param("at", Timestamp.from(row.signedAt()))
                .update();
    }

    /** Of one document, the oldest first. */
    List<Row> of(UUID document) {
        return jdbc.sql("select " + COLUMNS + " where v.document = ? order by v.version")
                .param(document)
                .query((row, _) -> row(row))
                .list();
    }

    /** The newest of each of these documents. */
    List<Row> newestOf(Collection<UUID> documents) {
        return jdbc.sql("select distinct on (v.document) " + COLUMNS + " where v.document = any(?)"
                        + " order by v.document, v.version desc")
                .param(documents.toArray(UUID[]::new))
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var previous = row.getBytes("previous_hash");
        return new Row(
                row.getObject("document", UUID.class),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("payload"),
                HEX.formatHex(row.getBytes("payload_hash")),
                previous == null ? null : HEX.formatHex(previous),
                row.getObject("key", UUID.class),
                row.getString("algorithm"),
                row.getBytes("signature"),
                row.getTimestamp("signed_at").toInstant());
    }
}
