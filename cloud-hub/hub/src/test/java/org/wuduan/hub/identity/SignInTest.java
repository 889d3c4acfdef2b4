package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Problem;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Signing in and out, lockout, idle logout. */
class SignInTest extends HubTest {
    @Autowired
    SignInLocks locks;

    private HttpResponse<String> signIn(String login, String password) {
        return HubClient.anonymous(port).post("/api/sessions", new Commands.SignIn(login, password));
    }

    @Test
    void five_wrong_passwords_lock_a_login_for_ten_minutes() {
        var town = town();
        var login = town.login("doctor");
        for (int failure = 1; failure < 5; failure++) {
            assertThat(HubClient.problem(signIn(login, "wrong"))).isEqualTo("wrong-credentials");
        }
        assertThat(HubClient.problem(signIn(login, "wrong"))).isEqualTo("locked-out");

        var locked = signIn(login, Town.PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(HubClient.read(locked, Problem.class).retryAfterSeconds()).isBetween(1, 600);
        assertThat(locked.headers().firstValue("Retry-After")).isPresent();

        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(signIn(login, Town.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(audited(town.doctorId, "sign_in_failure", "sign-in")).isEqualTo(5);
        assertThat(audited(town.doctorId, "sign_in", "sign-in")).isEqualTo(2);
    }

    @Test
    void a_right_guess_among_many_at_once_does_not_outrun_the_lock() throws Exception {
        var town = town();
        var login = town.login("doctor");
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> wrong = IntStream.range(0, 12)
                    .mapToObj(number -> guessers.submit(() -> signIn(login, "wrong " + number)))
                    .toList();
            for (var guess : wrong) {
                assertThat(guess.get().statusCode()).isIn(401, 429);
            }
        }

        assertThat(HubClient.problem(signIn(login, Town.PASSWORD))).isEqualTo("locked-out");
    }

    @Test
    void an_unknown_login_is_answered_and_locked_like_a_known_one() {
        var known = town().login("doctor");
        var unknown = "nobody-of-" + known;

        for (int failure = 1; failure <= 7; failure++) {
            var wrong = signIn(known, "wrong");
            var nobody = signIn(unknown, "wrong");

            assertThat(HubClient.problem(wrong)).isEqualTo(failure < 5 ? "wrong-credentials" : "locked-out");
            assertThat(HubClient.problem(nobody)).isEqualTo(HubClient.problem(wrong));
            assertThat(nobody.statusCode()).isEqualTo(wrong.statusCode());
            assertThat(withoutSeconds(nobody)).isEqualTo(withoutSeconds(wrong));
        }
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(HubClient.problem(signIn(unknown, "wrong"))).isEqualTo("wrong-credentials");
    }

    private static String withoutSeconds(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"retryAfterSeconds\":\\d+", "");
    }

    @Test
    void failures_of_long_ago_are_forgotten_and_invented_logins_do_not_stay() {
        var login = "invented-" + UUID.randomUUID();
        for (int failure = 1; failure < 5; failure++) {
            signIn(login, "wrong");
        }

        clock.pass(Duration.ofHours(25));
        locks.forgetOld();

        assertThat(jdbc.sql("select count(*) from sign_in_failure")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(HubClient.problem(signIn(login, "wrong"))).isEqualTo("wrong-credentials");
    }

    @Test
    void an_address_with_a_hundred_failures_waits_and_another_goes_on() {
        var town = town();
        var guesser = HubClient.anonymousFrom(port, "127.0.0.77");
        for (int failure = 1; failure <= IdentityLimits.FAILURES_FROM_ONE_ADDRESS_MAX; failure++) {
            var answer = guesser.post("/api/sessions", new Commands.SignIn("guess-" + UUID.randomUUID(), "wrong"));
            assertThat(HubClient.problem(answer)).isEqualTo("wrong-credentials");
        }

        var right = new Commands.SignIn(town.login("child"), Town.PASSWORD);
        var refused = guesser.post("/api/sessions", right);
        assertThat(HubClient.problem(refused)).isEqualTo("locked-out");
        assertThat(HubClient.read(refused, Problem.class).retryAfterSeconds()).isBetween(1, 600);
        assertThat(signIn(right.login(), right.password()).statusCode()).isEqualTo(200);

        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(guesser.post("/api/sessions", right).statusCode()).isEqualTo(200);
    }

    @Test
    void the_cookie_is_kept_from_scripts_and_foreign_pages() {
        var town = town();

        var cookie = signIn(town.login("child"), Town.PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/");
    }

    @Test
    void signing_out_ends_the_session_and_closes_its_live_link() {
        var town = town();
        var child = town.signIn("child");
        try (var live = town.live(child)) {
            assertThat(child.send("DELETE", "/api/sessions/current", "", UUID.randomUUID())
                            .statusCode())
                    .isEqualTo(204);

            assertThat(live.awaitClose()).isEqualTo(4401);
            assertThat(HubClient.problem(child.get("/api/me"))).isEqualTo("not-signed-in");
        }
    }

    @Test
    void a_session_without_commands_ends_and_a_command_keeps_it() {
        var town = town();
        clock.pass(Duration.ofMinutes(29));
        Town.done(town.doctor, "/api/duty", new Commands.SetDuty(true));
        clock.pass(Duration.ofMinutes(29));
        assertThat(town.doctor.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(HubClient.problem(town.child.get("/api/me"))).isEqualTo("session-expired");

        try (var live = town.live(town.doctor)) {
            clock.pass(Duration.ofMinutes(2));
            // the clock's jump also makes the last pong look old: either is the end of this link
            assertThat(live.awaitClose()).isIn(4401, 4000);
        }
        assertThat(HubClient.problem(town.doctor.get("/api/me"))).isEqualTo("session-expired");
    }

    @Test
    void a_page_of_a_foreign_origin_is_refused_by_http_and_by_websocket() {
        var town = town();
        var foreign = town.doctor.with("Origin", "https://elsewhere.example");

        assertThat(HubClient.problem(foreign.get("/api/me"))).isEqualTo("origin-not-allowed");
        assertThat(HubClient.problem(foreign.post("/api/duty", new Commands.SetDuty(true))))
                .isEqualTo("origin-not-allowed");
        assertThat(HubClient.handshakeStatus(port, town.doctor, "https://elsewhere.example"))
                .isEqualTo(403);
        assertThat(HubClient.handshakeStatus(port, town.doctor, "http://127.0.0.1:" + port))
                .isEqualTo(101);
        assertThat(HubClient.handshakeStatus(port, HubClient.anonymous(port), "http://127.0.0.1:" + port))
                .isEqualTo(401);
    }
}
