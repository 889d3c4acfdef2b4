package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.AccessMessages.Browser;
import org.wuduan.contract.AccessMessages.ChangePassword;
import org.wuduan.contract.AccessMessages.Platform;
import org.wuduan.contract.AccessMessages.SessionList;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** What people do with their own password and their own sessions. */
class OwnAccountTest extends HubTest {
    private static final String FRESH = "kuai7-ma4-Sheng";
    private static final String WINDOWS_EDGE =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
                    + " Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0";
    private static final String WECHAT_PHONE = "Mozilla/5.0 (Linux; Android 14; PJD110) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Version/4.0 Chrome/122.0 Mobile Safari/537.36 MicroMessenger/8.0.50";

    private int change(HubClient who, String current, String password) {
        return who.post("/api/me/password", new ChangePassword(current, password))
                .statusCode();
    }

    private int signIn(Town town, String password) {
        return HubClient.anonymous(port)
                .post("/api/sessions", new Commands.SignIn(town.login("child"), password))
                .statusCode();
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_their_live_links_and_keeps_this_one() {
        var town = town();
        var other = town.signIn("child");
        try (var live = town.live(other)) {
            assertThat(change(town.child, Town.PASSWORD, FRESH)).isEqualTo(204);

            assertThat(live.awaitClose()).isEqualTo(4401);
        }
        assertThat(other.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(town.child.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(signIn(town, Town.PASSWORD)).isEqualTo(401);
        assertThat(signIn(town, FRESH)).isEqualTo(200);
        assertThat(audited(town.childId, "write", "change-password")).isEqualTo(1);
    }

    @Test
    void a_password_is_changed_by_whoever_knows_the_old_one_and_to_one_that_is_hard_to_guess() {
        var town = town();

        assertThat(HubClient.problem(
                        town.child.post("/api/me/password", new ChangePassword(Town.PASSWORD, "password123"))))
                .isEqualTo("password-too-easy");
        assertThat(HubClient.problem(town.child.post("/api/me/password", new ChangePassword("not it", FRESH))))
                .isEqualTo("wrong-credentials");
        assertThat(signIn(town, Town.PASSWORD)).isEqualTo(200);
    }

    @Test
    void guessing_the_old_password_locks_the_login_as_at_the_sign_in() {
        var town = town();
        for (int wrong = 1; wrong <= 4; wrong++) {
            assertThat(change(town.child, "not it", FRESH)).isEqualTo(401);
        }

        assertThat(change(town.child, "not it", FRESH)).isEqualTo(429);
        assertThat(change(town.child, Town.PASSWORD, FRESH)).isEqualTo(429);
    }

    @Test
    void the_list_of_sessions_says_where_and_with_what() {
        var town = town();
        var phone = signedInWith(town, WECHAT_PHONE);
        signedInWith(town, WINDOWS_EDGE);

        var sessions =
                HubClient.read(phone.get("/api/me/sessions"), SessionList.class).sessions();

        assertThat(sessions).hasSize(3);
        assertThat(sessions.get(0))
                .matches(one -> one.browser() == Browser.EDGE && one.system() == Platform.WINDOWS && !one.current());
        assertThat(sessions.get(1))
                .matches(one -> one.browser() == Browser.WECHAT && one.system() == Platform.ANDROID && one.current());
        assertThat(sessions.get(0).address()).isEqualTo("127.0.0.1");
    }

    private HubClient signedInWith(Town town, String agent) {
        var answer = HubClient.anonymous(port)
                .with("User-Agent", agent)
                .post("/api/sessions", new Commands.SignIn(town.login("child"), Town.PASSWORD));
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return HubClient.anonymous(port).with("Cookie", cookie);
    }

    @Test
    void a_revoked_session_and_its_live_link_end_at_once() {
        var town = town();
        var lost = town.signIn("child");
        var id = HubClient.read(town.child.get("/api/me/sessions"), SessionList.class).sessions().stream()
                .filter(one -> !one.current())
                .findFirst()
                .orElseThrow()
                .id();
        try (var live = town.live(lost)) {
            Town.done(town.child, "/api/me/sessions/" + id + "/revoke", null);

            assertThat(live.awaitClose()).isEqualTo(4401);
        }
        assertThat(lost.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(audited(town.childId, "write", "revoke-session")).isEqualTo(1);
    }

    @Test
    void nobody_ends_the_session_of_another() {
        var town = town();
        var foreign = HubClient.read(town.doctor.get("/api/me/sessions"), SessionList.class)
                .sessions()
                .getFirst()
                .id();

        assertThat(HubClient.problem(town.child.post("/api/me/sessions/" + foreign + "/revoke", null)))
                .isEqualTo("not-found");
        assertThat(HubClient.problem(town.child.post("/api/me/sessions/" + UUID.randomUUID() + "/revoke", null)))
                .isEqualTo("not-found");
        assertThat(town.doctor.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_box_has_no_account() {
        var town = town();

        assertThat(HubClient.problem(town.box.get("/api/me/sessions"))).isEqualTo("action-not-allowed");
        assertThat(HubClient.problem(town.box.post("/api/me/password", new ChangePassword("x", FRESH))))
                .isEqualTo("action-not-allowed");
    }
}
