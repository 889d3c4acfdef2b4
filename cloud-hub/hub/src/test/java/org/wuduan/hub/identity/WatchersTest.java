package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.AccessMessages.AccountAccess;
import org.wuduan.contract.AccessMessages.AccountAccessList;
import org.wuduan.contract.AccessMessages.GiveCode;
import org.wuduan.contract.AccessMessages.NewSecondFactor;
import org.wuduan.contract.Administration;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Commands;
import org.wuduan.contract.TrailMessages.TrailLine;
import org.wuduan.contract.TrailMessages.TrailPage;
import org.wuduan.contract.TrailMessages.TrailVerdict;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** The desks of the security and of the audit administrator. */
class WatchersTest extends HubTest {
    @Autowired
    Accounts people;

    private HubClient security = HubClient.anonymous(0);
    private HubClient audit = HubClient.anonymous(0);
    private UUID securityId = new UUID(0, 0);

    @BeforeEach
    void twoAdministrators() {
        var one = UUID.randomUUID().toString();
        securityId = people.create(
                Accounts.NewAccount.administrator("security-" + one, AdministratorRole.SECURITY, "演示·安全"),
                Town.PASSWORD);
        people.create(
                Accounts.NewAccount.administrator("audit-" + one, AdministratorRole.AUDIT, "演示·审计"), Town.PASSWORD);
        security = HubClient.person(port, "security-" + one, Town.PASSWORD);
        audit = HubClient.person(port, "audit-" + one, Town.PASSWORD);
    }

    private HttpResponse<String> signIn(Town town, String password) {
        return HubClient.anonymous(port).post("/api/sessions", new Commands.SignIn(town.login("doctor"), password));
    }

    private AccountAccess found(Town town) {
        var list = HubClient.read(
                security.get("/api/access/accounts?search=" + town.login("doctor")), AccountAccessList.class);
        return list.accounts().stream()
                .filter(one -> one.login().equals(town.login("doctor")))
                .findFirst()
                .orElseThrow();
    }

    private static String account(UUID id, String step) {
        return "/api/access/accounts/" + id + "/" + step;
    }

    private void enrol(HubClient who) {
        var secret = HubClient.read(who.post("/api/me/second-factor", null), NewSecondFactor.class)
                .secret();
        var code = Totp.code(secret, clock.instant().getEpochSecond() / Totp.STEP_SECONDS);
        assertThat(who.post("/api/me/second-factor/confirm", new GiveCode(code)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_locked_login_is_seen_and_unlocked() {
        var town = town();
        for (int wrong = 1; wrong <= 5; wrong++) {
            signIn(town, "wrong");
        }
        assertThat(found(town).lockedUntil()).isNotNull();

        Town.done(security, account(town.doctorId, "unlock"), null);

        assertThat(found(town).lockedUntil()).isNull();
        assertThat(signIn(town, Town.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(audited(securityId, "write", "unlock-account")).isEqualTo(1);
    }

    @Test
    void a_lost_phone_is_reset_and_who_was_signed_in_is_out() {
        var town = town();
        enrol(town.doctor);
        assertThat(found(town)).matches(one -> one.secondFactor() && one.sessions() == 1);
        try (var live = town.live(town.doctor)) {
            Town.done(security, account(town.doctorId, "reset-second-factor"), null);

            assertThat(live.awaitClose()).isEqualTo(4401);
        }
        assertThat(found(town)).matches(one -> !one.secondFactor() && one.sessions() == 0);
        assertThat(signIn(town, Town.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(audited(securityId, "write", "reset-second-factor")).isEqualTo(1);
    }

    @Test
    void nobody_resets_the_own_second_factor() {
        enrol(security);

        assertThat(HubClient.problem(security.post(account(securityId, "reset-second-factor"), null)))
                .isEqualTo("action-not-allowed");
    }

    @Test
    void who_forgot_the_password_chooses_another_by_a_link_and_whoever_was_signed_in_is_out() {
        var town = town();
        var link = HubClient.read(
                security.post(account(town.doctorId, "activation-link"), null), Administration.ActivationLink.class);
        var token = link.path().substring(link.path().indexOf('#') + 1);
        assertThat(town.doctor.get("/api/me").statusCode())
                .as("until the link is used")
                .isEqualTo(200);

        var chosen = "walnut umbrella river notebook";
        assertThat(HubClient.anonymous(port)
                        .post("/api/activations", new Administration.Activate(token, chosen))
                        .statusCode())
                .isEqualTo(204);

        assertThat(town.doctor.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(signIn(town, Town.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(signIn(town, chosen).statusCode()).isEqualTo(200);
        assertThat(audited(securityId, "write", "make-activation-link")).isEqualTo(1);
    }

    @Test
    void nobody_makes_the_own_link_nor_one_for_a_deactivated_account() {
        assertThat(HubClient.problem(security.post(account(securityId, "activation-link"), null)))
                .isEqualTo("action-not-allowed");

        var town = town();
        people.deactivate(town.doctorId);
        assertThat(HubClient.problem(security.post(account(town.doctorId, "activation-link"), null)))
                .isEqualTo("wrong-state");
    }

    @Test
    void sessions_of_others_end_at_once() {
        var town = town();
        Town.done(security, account(town.doctorId, "end-sessions"), null);

        assertThat(town.doctor.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(HubClient.problem(security.post(account(UUID.randomUUID(), "end-sessions"), null)))
                .isEqualTo("not-found");
    }

    @Test
    void a_search_is_text_and_no_pattern() {
        town();
        assertThat(HubClient.read(security.get("/api/access/accounts?search=%25"), AccountAccessList.class)
                        .accounts())
                .isEmpty();
        assertThat(HubClient.problem(security.get("/api/access/accounts?search=" + "x".repeat(65))))
                .isEqualTo("invalid-field");
    }

    @Test
    void the_trail_of_a_person_is_read_with_names_page_by_page() {
        var town = town();
        for (int command = 0; command < 51; command++) {
            Town.done(town.doctor, "/api/duty", new Commands.SetDuty(command % 2 == 0));
        }

        var path = "/api/audit/entries?kind=write&about=" + town.doctorId;
        var first = HubClient.read(audit.get(path), TrailPage.class);
        long older = Objects.requireNonNull(first.next());
        var second = HubClient.read(audit.get(path + "&before=" + older), TrailPage.class);

        assertThat(first.entries()).hasSize(50);
        assertThat(first.entries()).allMatch(line -> line.actorName() != null && line.kind() == TrailLine.Kind.WRITE);
        assertThat(second.entries()).isNotEmpty().allMatch(line -> line.number() < older);
        assertThat(second.next()).isNull();
        assertThat(HubClient.problem(audit.get("/api/audit/entries?kind=gossip")))
                .isEqualTo("invalid-field");
        assertThat(HubClient.problem(audit.get("/api/audit/entries?before=x"))).isEqualTo("invalid-field");
    }

    @Test
    void the_trail_is_verified_from_its_page_and_that_is_told_in_it() {
        var verdict = HubClient.read(audit.get("/api/audit/verification"), TrailVerdict.class);

        assertThat(verdict.whole()).isTrue();
        assertThat(audited(
                        HubClient.read(audit.get("/api/me"), org.wuduan.contract.Answers.Me.class)
                                .id(),
                        "opening",
                        "verify-audit"))
                .isEqualTo(1);
    }

    @Test
    void one_administrator_does_not_do_the_work_of_another() {
        assertThat(HubClient.problem(security.get("/api/audit/entries"))).isEqualTo("action-not-allowed");
        assertThat(HubClient.problem(audit.get("/api/access/accounts"))).isEqualTo("action-not-allowed");
    }
}
