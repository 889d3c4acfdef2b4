package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wuduan.contract.AccessMessages.GiveCode;
import org.wuduan.contract.AccessMessages.NewSecondFactor;
import org.wuduan.contract.AccessMessages.SecondFactorOn;
import org.wuduan.contract.AccessMessages.SecondFactorState;
import org.wuduan.contract.AccessMessages.SecondStep;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;

/** Two steps into an account where a second factor is required. */
@TestPropertySource(properties = "hub.second-factor=required")
class SecondFactorTest extends HubTest {
    private static final String PASSWORD = "a password of this test";

    @Autowired
    Accounts people;

    @Autowired
    SecondFactors factors;

    private String login = "";
    private UUID account = new UUID(0, 0);
    private String secret = "";

    @BeforeEach
    void aDoctor() {
        login = "doctor-" + UUID.randomUUID();
        account = people.create(login, PASSWORD, ActorKind.DOCTOR, "演示·赵医生");
    }

    private HttpResponse<String> password(String typed) {
        return HubClient.anonymous(port).post("/api/sessions", new Commands.SignIn(login, typed));
    }

    /** Somebody whose password was right. */
    private HubClient halfWay() {
        return with(password(PASSWORD), "wuduan_half");
    }

    private HubClient with(HttpResponse<String> answer, String cookie) {
        var value = answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith(cookie + "="))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
        return HubClient.anonymous(port).with("Cookie", value);
    }

    private String code(int stepsAhead) {
        return Totp.code(secret, clock.instant().getEpochSecond() / Totp.STEP_SECONDS + stepsAhead);
    }

    /** A step later, so that the present code was not given yet. */
    private void nextStep() {
        clock.pass(Duration.ofSeconds(Totp.STEP_SECONDS));
    }

    private static @Nullable String problem(HttpResponse<String> answer) {
        return answer.statusCode() < 400 ? null : HubClient.problem(answer);
    }

    /** Sets up and confirms on the way in. */
    private List<String> enrolled() {
        var half = halfWay();
        secret = HubClient.read(half.post("/api/sessions/second-factor", null), NewSecondFactor.class)
                .secret();
        var on = half.post("/api/sessions/second-factor/confirm", new GiveCode(code(0)));
        nextStep();
        return HubClient.read(on, SecondFactorOn.class).recoveryCodes();
    }

    private HttpResponse<String> give(String code) {
        return halfWay().post("/api/sessions/code", new GiveCode(code));
    }

    @Test
    void the_first_sign_in_sets_up_a_second_factor_and_the_next_one_asks_for_it() {
        var first = password(PASSWORD);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(HubClient.read(first, SecondStep.class).step()).isEqualTo(SecondStep.Step.ENROL);

        var half = with(first, "wuduan_half");
        var fresh = HubClient.read(half.post("/api/sessions/second-factor", null), NewSecondFactor.class);
        secret = fresh.secret();
        assertThat(fresh.uri()).startsWith("otpauth://totp/").contains("secret=" + secret, login);
        assertThat(problem(half.post("/api/sessions/second-factor/confirm", new GiveCode("000000"))))
                .isEqualTo("wrong-credentials");
        var confirmed = half.post("/api/sessions/second-factor/confirm", new GiveCode(code(0)));
        assertThat(HubClient.read(confirmed, SecondFactorOn.class).recoveryCodes())
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(with(confirmed, "wuduan_session").get("/api/me").statusCode())
                .isEqualTo(200);

        assertThat(HubClient.read(password(PASSWORD), SecondStep.class).step()).isEqualTo(SecondStep.Step.CODE);
        nextStep();
        var in = with(give(code(0)), "wuduan_session");
        assertThat(HubClient.read(in.get("/api/me/second-factor"), SecondFactorState.class))
                .matches(state -> state.on() && state.required() && state.recoveryCodesLeft() == 10);
    }

    @Test
    void half_a_sign_in_opens_nothing_else() {
        enrolled();
        var half = halfWay();

        assertThat(problem(half.get("/api/me"))).isEqualTo("not-signed-in");
        assertThat(problem(half.post("/api/duty", new Commands.SetDuty(true)))).isEqualTo("not-signed-in");
        assertThat(problem(half.post("/api/me/second-factor", null))).isEqualTo("not-signed-in");
        assertThat(HubClient.handshakeStatus(port, half, "http://127.0.0.1:" + port))
                .isEqualTo(401);
        // nor does its secret as the cookie of a session
        var value = password(PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
        var dressedUp = value.split(";", 2)[0].replace("wuduan_half", "wuduan_session");
        assertThat(problem(HubClient.anonymous(port).with("Cookie", dressedUp).get("/api/me")))
                .isEqualTo("not-signed-in");
    }

    @Test
    void the_password_alone_never_replaces_a_second_factor() {
        enrolled();

        assertThat(problem(halfWay().post("/api/sessions/second-factor", null))).isEqualTo("action-not-allowed");
        assertThat(problem(halfWay().post("/api/sessions/second-factor/confirm", new GiveCode(code(0)))))
                .isEqualTo("wrong-credentials");
    }

    @Test
    void a_code_is_taken_once_and_an_older_one_not_after_a_newer() {
        enrolled();

        assertThat(give(code(0)).statusCode()).isEqualTo(200);
        assertThat(problem(give(code(0)))).isEqualTo("wrong-credentials");
        assertThat(problem(give(code(-1)))).isEqualTo("wrong-credentials");
        assertThat(give(code(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_phone_one_step_off_is_let_in_and_two_steps_are_not() {
        enrolled();
        nextStep();

        assertThat(problem(give(code(2)))).isEqualTo("wrong-credentials");
        assertThat(problem(give(code(-2)))).isEqualTo("wrong-credentials");
        assertThat(give(code(-1)).statusCode()).isEqualTo(200);
        assertThat(give(code(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_recovery_code_lets_in_once_however_it_is_typed() {
        var codes = enrolled();
        var typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");

        assertThat(give(typed).statusCode()).isEqualTo(200);
        assertThat(problem(give(codes.getFirst()))).isEqualTo("wrong-credentials");
        assertThat(give(codes.get(1)).statusCode()).isEqualTo(200);
        assertThat(audited(account, "write", "recovery-code-used")).isEqualTo(2);
    }

    @Test
    void wrong_codes_lock_the_login_and_a_right_password_between_them_does_not_help() {
        enrolled();
        for (int wrong = 1; wrong < 5; wrong++) {
            assertThat(problem(give("000000"))).isEqualTo("wrong-credentials");
        }
        assertThat(problem(give("000000"))).isEqualTo("locked-out");
        assertThat(problem(password(PASSWORD))).isEqualTo("locked-out");

        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(give(code(0)).statusCode()).isEqualTo(200);
        assertThat(audited(account, "sign_in_failure", "sign-in")).isEqualTo(5);
    }

    @Test
    void a_half_session_that_waited_while_the_login_was_locked_is_locked_too() {
        enrolled();
        var waiting = halfWay();
        for (int wrong = 1; wrong <= 5; wrong++) {
            password("wrong");
        }

        assertThat(problem(waiting.post("/api/sessions/code", new GiveCode(code(0)))))
                .isEqualTo("locked-out");
    }

    @Test
    void the_second_step_must_follow_within_ten_minutes() {
        enrolled();
        var half = halfWay();
        clock.pass(Duration.ofMinutes(10));

        assertThat(problem(half.post("/api/sessions/code", new GiveCode(code(0)))))
                .isEqualTo("sign-in-over");
        assertThat(problem(HubClient.anonymous(port).post("/api/sessions/code", new GiveCode(code(0)))))
                .isEqualTo("sign-in-over");
    }

    @Test
    void a_deactivated_account_does_not_get_past_the_second_step() {
        enrolled();
        var half = halfWay();
        people.deactivate(account);

        assertThat(problem(half.post("/api/sessions/code", new GiveCode(code(0)))))
                .isEqualTo("sign-in-over");
    }

    @Test
    void who_must_have_one_cannot_take_it_off_and_a_family_may_have_one_and_may() {
        enrolled();
        var doctor = with(give(code(0)), "wuduan_session");
        nextStep();
        assertThat(problem(doctor.post("/api/me/second-factor/remove", new GiveCode(code(0)))))
                .isEqualTo("action-not-allowed");

        login = "family-" + UUID.randomUUID();
        account = people.create(login, PASSWORD, ActorKind.FAMILY, "演示·李明");
        var child = with(password(PASSWORD), "wuduan_session");
        secret = HubClient.read(child.post("/api/me/second-factor", null), NewSecondFactor.class)
                .secret();
        assertThat(child.post("/api/me/second-factor/confirm", new GiveCode(code(0)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(password(PASSWORD).statusCode()).isEqualTo(202);
        assertThat(problem(child.post("/api/me/second-factor", null))).isEqualTo("action-not-allowed");
        assertThat(problem(child.post("/api/me/second-factor/remove", new GiveCode("000000"))))
                .isEqualTo("wrong-credentials");
        nextStep();
        assertThat(child.post("/api/me/second-factor/remove", new GiveCode(code(0)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(password(PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_lost_the_recovery_codes_makes_new_ones_with_the_phone_and_the_old_are_worthless() {
        var lost = enrolled();
        var doctor = with(give(code(0)), "wuduan_session");
        assertThat(problem(doctor.post("/api/me/second-factor/recovery-codes", new GiveCode("000000"))))
                .isEqualTo("wrong-credentials");
        nextStep();

        var fresh = HubClient.read(
                        doctor.post("/api/me/second-factor/recovery-codes", new GiveCode(code(0))),
                        SecondFactorOn.class)
                .recoveryCodes();

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(lost);
        assertThat(problem(halfWay().post("/api/sessions/code", new GiveCode(lost.getFirst()))))
                .isEqualTo("wrong-credentials");
        assertThat(halfWay()
                        .post("/api/sessions/code", new GiveCode(fresh.getFirst()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrong_codes_for_new_recovery_codes_count_as_at_the_sign_in_until_a_right_one() {
        enrolled();
        var doctor = with(give(code(0)), "wuduan_session");
        nextStep();
        var wrong = new GiveCode("000000");
        for (int failure = 1; failure < IdentityLimits.FAILURES_MAX; failure++) {
            assertThat(problem(doctor.post("/api/me/second-factor/recovery-codes", wrong)))
                    .isEqualTo("wrong-credentials");
        }
        assertThat(doctor.post("/api/me/second-factor/recovery-codes", new GiveCode(code(0)))
                        .statusCode())
                .isEqualTo(200);

        for (int failure = 1; failure < IdentityLimits.FAILURES_MAX; failure++) {
            assertThat(problem(doctor.post("/api/me/second-factor/recovery-codes", wrong)))
                    .isEqualTo("wrong-credentials");
        }
        doctor.post("/api/me/second-factor/recovery-codes", wrong);
        nextStep();
        assertThat(problem(doctor.post("/api/me/second-factor/recovery-codes", new GiveCode(code(0)))))
                .isEqualTo("locked-out");
    }

    @Test
    void without_a_second_factor_there_are_no_recovery_codes_to_make() {
        login = "family-" + UUID.randomUUID();
        account = people.create(login, PASSWORD, ActorKind.FAMILY, "演示·李明");
        var child = with(password(PASSWORD), "wuduan_session");

        assertThat(problem(child.post("/api/me/second-factor/recovery-codes", new GiveCode("000000"))))
                .isEqualTo("wrong-credentials");
    }

    @Test
    void neither_the_secret_nor_a_recovery_code_lies_open_in_the_database() {
        var codes = enrolled();

        var kept = jdbc.sql("select encode(secret, 'escape') from second_factor where account = ?"
                        + " union all select encode(fingerprint, 'escape') from recovery_code where account = ?")
                .params(account, account)
                .query(String.class)
                .list();
        assertThat(kept).hasSize(11).noneMatch(text -> text.contains(secret));
        var plain = codes.getFirst().replace("-", "");
        assertThat(kept).noneMatch(text -> text.contains(plain));
        assertThat(jdbc.sql("select fingerprint from recovery_code where account = ?")
                        .param(account)
                        .query(byte[].class)
                        .list())
                .doesNotContain(Secrets.hash(plain), plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_taken_away_second_factor_has_to_be_set_up_again() {
        enrolled();
        assertThat(factors.remove(account)).isTrue();

        assertThat(HubClient.read(password(PASSWORD), SecondStep.class).step()).isEqualTo(SecondStep.Step.ENROL);
    }
}
