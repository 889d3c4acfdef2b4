package org.wuduan.hub.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Signing.SetUpSigningKey;
import org.wuduan.contract.Signing.SigningState;
import org.wuduan.contract.Signing.UnlockSigningKey;
import org.wuduan.hub.fixtures.AuthenticatorApp;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.Town;

/** Setting a signing key up, unlocking, locking and replacing it. */
class SigningKeyTest extends HubTest {
    @Autowired
    UnlockedKeys unlocked;

    private Town town;
    private SigningHand hand;

    @BeforeEach
    void aDoctorWithAKey() {
        town = town();
        hand = SigningHand.readyFor(town.doctor, clock);
    }

    private UUID key() {
        return Objects.requireNonNull(hand.state().key()).id();
    }

    private static String problem(HttpResponse<String> answer) {
        return HubClient.problem(answer);
    }

    @Test
    void a_new_key_is_unlocked_for_the_session_that_made_it_and_for_no_other() {
        var fresh = town();
        var elsewhere = fresh.signIn("doctor");
        var here = SigningHand.readyFor(fresh.doctor, clock).state();

        var other = HubClient.read(elsewhere.get("/api/signing"), SigningState.class);

        assertThat(here.unlockedUntil()).isNotNull();
        assertThat(other.key()).isEqualTo(here.key()).isNotNull();
        assertThat(other.unlockedUntil()).isNull();
        assertThat(audited(fresh.doctorId, "write", "set-up-signing-key")).isEqualTo(1);
    }

    @Test
    void without_a_second_factor_there_is_no_key() {
        var answer = town.county.post("/api/signing/key", new SetUpSigningKey(SigningHand.PIN, "123456", null));

        assertThat(problem(answer)).isEqualTo("second-factor-missing");
        assertThat(problem(town.county.post("/api/signing/unlock", new UnlockSigningKey(SigningHand.PIN, "123456"))))
                .isEqualTo("signing-key-missing");
    }

    @Test
    void an_easy_pin_and_a_wrong_code_make_no_key() {
        var other = AuthenticatorApp.setUpFor(town.county, clock);

        assertThat(problem(town.county.post("/api/signing/key", new SetUpSigningKey("123456", other.code(), null))))
                .isEqualTo("pin-too-easy");
        assertThat(problem(town.county.post(
                        "/api/signing/key", new SetUpSigningKey(SigningHand.PIN, other.wrongCode(), null))))
                .isEqualTo("wrong-credentials");
        assertThat(HubClient.read(town.county.get("/api/signing"), SigningState.class)
                        .key())
                .isNull();
    }

    @Test
    void pin_and_code_unlock_and_the_command_locks() {
        hand.lock();
        assertThat(hand.state().unlockedUntil()).isNull();

        assertThat(hand.unlock(SigningHand.PIN).statusCode()).isEqualTo(200);

        assertThat(hand.state().unlockedUntil()).isNotNull();
        assertThat(audited(town.doctorId, "write", "unlock-signing-key")).isEqualTo(1);
    }

    @Test
    void a_wrong_pin_spends_no_code_and_a_wrong_code_does_not_unlock() {
        hand.lock();
        var code = hand.app().code();

        assertThat(problem(town.doctor.post("/api/signing/unlock", new UnlockSigningKey(SigningHand.WRONG_PIN, code))))
                .isEqualTo("wrong-pin");
        assertThat(problem(town.doctor.post(
                        "/api/signing/unlock",
                        new UnlockSigningKey(SigningHand.PIN, hand.app().wrongCode()))))
                .isEqualTo("wrong-credentials");
        assertThat(hand.state().unlockedUntil()).isNull();
        assertThat(town.doctor
                        .post("/api/signing/unlock", new UnlockSigningKey(SigningHand.PIN, code))
                        .statusCode())
                .isEqualTo(200);
        assertThat(audited(town.doctorId, "denial", "wrong-signing-pin")).isEqualTo(1);
        assertThat(audited(town.doctorId, "sign_in_failure", "sign-in")).isEqualTo(1);
    }

    @Test
    void the_fifth_wrong_pin_locks_the_key_for_ten_minutes_and_the_right_one_does_not_help() {
        hand.lock();
        for (int wrong = 1; wrong <= 4; wrong++) {
            assertThat(problem(hand.unlock(SigningHand.WRONG_PIN))).isEqualTo("wrong-pin");
        }

        assertThat(problem(hand.unlock(SigningHand.WRONG_PIN))).isEqualTo("locked-out");
        assertThat(problem(hand.unlock(SigningHand.PIN))).isEqualTo("locked-out");
        assertThat(Objects.requireNonNull(hand.state().key()).refusedUntil()).isNotNull();

        clock.pass(SigningLimits.REFUSED_FOR);
        assertThat(hand.unlock(SigningHand.PIN).statusCode()).isEqualTo(200);
    }

    @Test
    void of_many_wrong_pins_at_once_no_more_than_five_are_tried() {
        hand.lock();
        var code = hand.app().code();
        var answers = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> problem(
                        town.doctor.post("/api/signing/unlock", new UnlockSigningKey(SigningHand.WRONG_PIN, code)))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).isSubsetOf("wrong-pin", "locked-out");
        assertThat(audited(town.doctorId, "denial", "wrong-signing-pin")).isEqualTo(SigningLimits.WRONG_PINS_MAX);
    }

    @Test
    void a_key_that_is_not_used_for_fifteen_minutes_is_locked() {
        clock.pass(SigningLimits.UNLOCKED_FOR.minus(Duration.ofMinutes(1)));
        assertThat(hand.state().unlockedUntil()).isNotNull();

        clock.pass(Duration.ofMinutes(1));
        assertThat(hand.state().unlockedUntil()).isNull();
    }

    @Test
    void the_end_of_the_session_locks_the_key() {
        var session = jdbc.sql("select id from session where actor = ?")
                .param(town.doctorId)
                .query(UUID.class)
                .single();
        assertThat(unlocked.of(session)).isPresent();

        town.doctor.send("DELETE", "/api/sessions/current", "", UUID.randomUUID());

        assertThat(unlocked.of(session)).isEmpty();
    }

    @Test
    void a_replaced_key_retires_and_is_locked_everywhere() {
        var old = key();
        var replaced = town.doctor.post(
                "/api/signing/key", new SetUpSigningKey("906312", hand.app().code(), old));

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(key()).isNotEqualTo(old);
        assertThat(problem(hand.unlock(SigningHand.PIN))).isEqualTo("wrong-pin");
        assertThat(jdbc.sql(
                                "select valid_until is not null and locked_private_key is null from signing_key where id = ?")
                        .param(old)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(audited(town.doctorId, "write", "replace-signing-key")).isEqualTo(1);
    }

    @Test
    void nobody_replaces_a_key_without_naming_it() {
        var answer = town.doctor.post(
                "/api/signing/key", new SetUpSigningKey("906312", hand.app().code(), null));

        assertThat(problem(answer)).isEqualTo("edit-conflict");
    }

    @Test
    void neither_the_database_nor_the_pin_alone_opens_the_private_key() {
        var locked = jdbc.sql("select locked_private_key from signing_key where id = ?")
                .param(key())
                .query(byte[].class)
                .single();

        assertThat(new PinLock().open(locked, SigningHand.PIN, key())).isEmpty();
    }
}
