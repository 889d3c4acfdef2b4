package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.hub.fixtures.HubDatabase;

/** What becomes of the reviews of a hub that did not keep which signed document they are. */
class SignedReviewsMigrationTest {
    private final DataSource database = HubDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final UUID key = UUID.randomUUID();

    @BeforeEach
    void aKey() {
        HubDatabase.migrate(database, "115");
        jdbc.sql("insert into signing_key (id, account, algorithm, public_key, locked_private_key, valid_from, seal)"
                        + " values (?, ?, 'Ed25519', '\\x00', '\\x00', now(), '\\x00')")
                .params(key, UUID.randomUUID())
                .update();
    }

    @Test
    void each_review_gets_the_newest_document_that_was_signed_about_this_text() {
        var approved = prescription("{\"by\": \"x\", \"reason\": null}");
        signed(approved, "aa", "rejected", 1);
        var newest = signed(approved, "aa", "approved", 2);

        HubDatabase.migrate(database, "latest");

        assertThat(review(approved, "document")).isEqualTo(newest.toString());
        assertThat(review(approved, "decision")).isEqualTo("approved");
        assertThat(review(approved, "by")).isEqualTo("x");
    }

    @Test
    void what_nobody_reviewed_or_what_was_signed_about_another_text_gets_none() {
        var waiting = prescription("null");
        signed(waiting, "aa", "approved", 1);
        var other = prescription("{\"by\": \"x\"}");
        signed(other, "bb", "approved", 1);

        HubDatabase.migrate(database, "latest");

        assertThat(review(waiting, "document")).isNull();
        assertThat(review(other, "document")).isNull();
    }

    private UUID prescription(String review) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into prescription (id, consultation, patient, institution, doctor, state, changed_at, body)"
                                + " values (:id, :id, :id, :id, :id, 'approved', now(),"
                                + " jsonb_build_object('issue', jsonb_build_object('hash', 'aa'), 'review', cast(:review as jsonb)))")
                .param("id", id)
                .param("review", review)
                .update();
        return id;
    }

    private UUID signed(UUID prescription, String hash, String decision, int minute) {
        var document = UUID.randomUUID();
        jdbc.sql("insert into signed_document (id, kind, versions) values (?, 'pharmacist_review', 1)")
                .param(document)
                .update();
        var payload = "{\"content\": {\"prescription\": \"%s\", \"hash\": \"%s\", \"decision\": \"%s\"}}"
                .formatted(prescription, hash, decision);
        jdbc.sql(
                        "insert into signed_version (document, version, payload, payload_hash, key, algorithm, signature, signed_at)"
                                + " values (?, 1, ?, '\\x00', ?, 'Ed25519', '\\x00', timestamptz '2026-11-22 02:00Z' + ? * interval '1 minute')")
                .params(document, payload, key, minute)
                .update();
        return document;
    }

    private @Nullable String review(UUID prescription, String field) {
        return jdbc.sql("select body -> 'review' ->> ? from prescription where id = ?")
                .params(field, prescription)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
