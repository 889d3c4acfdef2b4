package org.wuduan.hub.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Signing.SetUpSigningKey;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.Verdict;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.SignedInAs;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Signing in the transaction of another module, and what is found when the database is changed past the hub. */
class SignaturesTest extends HubTest {
    private static final Verdict ALL_HOLDS = new Verdict(true, true, true, true);

    @Autowired
    Signatures signatures;

    @Autowired
    TransactionTemplate transactions;

    private Town town;
    private SigningHand hand;
    private SignedIn doctor;
    private UUID document;

    @BeforeEach
    void aDoctorWithAKeyAndADocument() {
        town = town();
        hand = SigningHand.readyFor(town.doctor, clock);
        doctor = session(town.doctorId);
        document = UUID.randomUUID();
    }

    private SignedIn session(UUID account) {
        var id = jdbc.sql("select id from session where actor = ?")
                .param(account)
                .query(UUID.class)
                .single();
        return new SignedIn(new Actor(account, ActorKind.DOCTOR), id, "医生");
    }

    private Outcome<SignedVersion> sign(SignedIn who, String text) {
        return SignedInAs.call(
                who,
                () -> Objects.requireNonNull(transactions.execute(_ -> signatures.sign(
                        who.actor(), new Signatures.Draft(DocumentKind.OPINION, document, Map.of("text", text))))));
    }

    private SignedVersion signed(String text) {
        return ((Outcome.Done<SignedVersion>) sign(doctor, text)).value();
    }

    private static ProblemType refused(Outcome<SignedVersion> outcome) {
        var type = ((Refused<SignedVersion>) outcome).problem().type();
        return List.of(ProblemType.SIGNING_KEY_LOCKED, ProblemType.SIGNING_KEY_MISSING).stream()
                .filter(one -> one.urn().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private List<Verdict> verdicts() {
        return signatures.verified(document).orElseThrow().versions().stream()
                .map(SignedDocument.Version::verdict)
                .toList();
    }

    /** Changes a table as somebody with all rights of the database would. */
    private void pastTheHub(String table, String change, Object... values) {
        jdbc.sql("alter table " + table + " disable trigger user").update();
        try {
            assertThat(jdbc.sql(change).params(values).update()).isPositive();
        } finally {
            jdbc.sql("alter table " + table + " enable trigger user").update();
        }
    }

    @Test
    void versions_are_numbered_chained_and_hold() {
        var first = signed("高血压2级");
        var second = signed("高血压2级,高危");

        assertThat(signatures.versions(document)).containsExactly(first, second);
        assertThat(signatures.newest(List.of(document))).containsEntry(document, second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.signer().title()).isEqualTo("医师");
        assertThat(jdbc.sql(
                                "select encode(previous_hash, 'hex') from signed_version where document = ? and version = 2")
                        .param(document)
                        .query(String.class)
                        .single())
                .isEqualTo(first.hash());
        assertThat(verdicts()).containsExactly(ALL_HOLDS, ALL_HOLDS);
        assertThat(audited(town.doctorId, "write", "sign-opinion")).isEqualTo(2);
    }

    @Test
    void whoever_has_no_key_or_a_locked_one_is_told_so_and_nothing_is_kept() {
        assertThat(refused(sign(session(town.countyId), "甲"))).isEqualTo(ProblemType.SIGNING_KEY_MISSING);

        hand.lock();

        assertThat(refused(sign(doctor, "甲"))).isEqualTo(ProblemType.SIGNING_KEY_LOCKED);
        assertThat(signatures.verified(document)).isEmpty();
    }

    @Test
    void nobody_signs_with_the_session_of_another() {
        var outcome = SignedInAs.call(
                session(town.countyId),
                () -> transactions.execute(_ -> signatures.sign(
                        doctor.actor(), new Signatures.Draft(DocumentKind.OPINION, document, Map.of()))));

        assertThat(refused(Objects.requireNonNull(outcome))).isEqualTo(ProblemType.SIGNING_KEY_LOCKED);
    }

    @Test
    void a_signature_is_kept_with_its_transaction_or_not_at_all() {
        SignedInAs.call(
                doctor,
                () -> transactions.execute(transaction -> {
                    var outcome = signatures.sign(
                            doctor.actor(), new Signatures.Draft(DocumentKind.OPINION, document, Map.of("text", "甲")));
                    transaction.setRollbackOnly();
                    return outcome;
                }));

        assertThat(signatures.versions(document)).isEmpty();
        assertThat(signed("甲").version()).isEqualTo(1);
        assertThatThrownBy(() -> SignedInAs.call(
                        doctor,
                        () -> signatures.sign(
                                doctor.actor(), new Signatures.Draft(DocumentKind.OPINION, document, Map.of()))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void versions_signed_side_by_side_get_numbers_of_their_own() {
        var numbers = IntStream.range(0, 8)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> signed("第" + number).version()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(verdicts()).hasSize(8).containsOnly(ALL_HOLDS);
    }

    @Test
    void a_document_id_is_of_one_kind_for_good() {
        signed("甲");

        var outcome = SignedInAs.call(
                doctor,
                () -> transactions.execute(_ ->
                        signatures.sign(doctor.actor(), new Signatures.Draft(DocumentKind.NOTE, document, Map.of()))));

        assertThat(outcome).isEqualTo(Refused.field("id"));
        assertThat(signatures.versions(document)).hasSize(1);
    }

    @Test
    void the_database_itself_refuses_to_change_what_was_signed() {
        signed("甲");

        for (var change : List.of(
                "update signed_version set payload = 'x'",
                "delete from signed_version",
                "truncate signed_version",
                "update signing_key set public_key = '\\x00'",
                "delete from signing_key")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_changed_content_is_found() {
        signed("高血压2级");
        signed("高血压2级,高危");

        pastTheHub(
                "signed_version",
                "update signed_version set payload = replace(payload, '2级\"', '1级\"') where document = ?",
                document);

        assertThat(verdicts()).containsExactly(new Verdict(false, true, false, true), ALL_HOLDS);
    }

    @Test
    void a_changed_content_under_a_fitting_hash_is_found_there_and_at_the_next_version() {
        signed("高血压2级");
        signed("高血压2级,高危");

        pastTheHub(
                "signed_version",
                "update signed_version set payload = replace(payload, '2级', '1级'),"
                        + " payload_hash = sha256(convert_to(replace(payload, '2级', '1级'), 'UTF8'))"
                        + " where document = ? and version = 1",
                document);

        assertThat(verdicts())
                .containsExactly(new Verdict(true, true, false, true), new Verdict(true, false, true, true));
    }

    @Test
    void a_changed_signature_time_and_order_are_found() {
        signed("甲");
        signed("乙");

        pastTheHub(
                "signed_version",
                "update signed_version set signature = set_byte(signature, 5, 255 - get_byte(signature, 5))"
                        + " where document = ? and version = 1",
                document);
        pastTheHub(
                "signed_version",
                "update signed_version set signed_at = signed_at + interval '1 day' where document = ? and version = 2",
                document);
        assertThat(verdicts())
                .containsExactly(new Verdict(true, true, false, true), new Verdict(false, true, true, true));

        pastTheHub(
                "signed_version",
                "update signed_version set version = 3, previous_hash = payload_hash where document = ? and version = 1",
                document);
        assertThat(verdicts().getFirst().chain()).isFalse();
    }

    @Test
    void a_version_that_was_taken_away_is_missed() {
        signed("甲");
        signed("乙");

        pastTheHub("signed_version", "delete from signed_version where document = ? and version = 2", document);

        assertThat(signatures.verified(document).orElseThrow().complete()).isFalse();
    }

    @Test
    void an_old_signature_under_another_document_does_not_hold() {
        signed("甲");
        var other = UUID.randomUUID();
        jdbc.sql("insert into signed_document (id, kind, versions) values (?, 'opinion', 1)")
                .param(other)
                .update();
        jdbc.sql("insert into signed_version select ?, version, payload, payload_hash, previous_hash, key, algorithm,"
                        + " signature, signed_at from signed_version where document = ?")
                .params(other, document)
                .update();

        assertThat(signatures
                        .verified(other)
                        .orElseThrow()
                        .versions()
                        .getFirst()
                        .verdict())
                .isEqualTo(new Verdict(true, false, true, true));
    }

    @Test
    void a_key_that_was_put_in_or_changed_past_the_hub_is_nobodys() {
        signed("甲");
        var forger = Ed25519Signer.withNewKey();

        pastTheHub(
                "signing_key",
                "update signing_key set public_key = ? where account = ?",
                forger.publicKey(),
                town.doctorId);
        assertThat(verdicts()).containsExactly(new Verdict(true, true, false, false));

        // signed anew, with a text that names the forger's key: only the vault's seal tells
        forge(forger);
        assertThat(verdicts()).containsExactly(new Verdict(true, true, true, false));
    }

    private void forge(Signer forger) {
        var payload = jdbc.sql("select payload from signed_version where document = ?")
                .param(document)
                .query(String.class)
                .single()
                .replaceFirst(
                        "\"key\":\"[0-9a-f]{64}\"",
                        "\"key\":\"" + org.wuduan.signed.Digests.of(forger.publicKey()) + "\"");
        pastTheHub(
                "signed_version",
                "update signed_version set payload = ?, payload_hash = sha256(convert_to(?, 'UTF8')), signature = ?"
                        + " where document = ?",
                payload,
                payload,
                forger.sign(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                document);
    }

    @Test
    void what_a_retired_key_signed_stays_good_and_nothing_later_is() {
        signed("甲");
        var old = Objects.requireNonNull(hand.state().key()).id();
        Town.done(
                town.doctor,
                "/api/signing/key",
                new SetUpSigningKey("906312", hand.app().code(), old));
        signed("乙");

        assertThat(verdicts()).containsExactly(ALL_HOLDS, ALL_HOLDS);

        pastTheHub("signing_key", "update signing_key set valid_until = valid_from where id = ?", old);
        assertThat(verdicts()).containsExactly(new Verdict(true, true, true, false), ALL_HOLDS);
    }

    @Test
    void what_is_longer_than_can_be_verified_is_not_signed() {
        // who signs, when and what is no longer than this beside the text
        int rest = 1_000;
        signed("长".repeat(SigningLimits.PAYLOAD_CHARS_MAX - rest));

        assertThat(verdicts()).containsExactly(ALL_HOLDS);
        assertThatThrownBy(() -> signed("长".repeat(SigningLimits.PAYLOAD_CHARS_MAX)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(signatures.versions(document)).hasSize(1);
    }

    @Test
    void each_signature_gives_fifteen_minutes_more() {
        clock.pass(SigningLimits.UNLOCKED_FOR.minusMinutes(1));
        signed("甲");
        clock.pass(SigningLimits.UNLOCKED_FOR.minusMinutes(1));

        assertThat(signed("乙").version()).isEqualTo(2);
        clock.pass(SigningLimits.UNLOCKED_FOR);
        assertThat(refused(sign(doctor, "丙"))).isEqualTo(ProblemType.SIGNING_KEY_LOCKED);
    }
}
