package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;

/** A new account: nobody can sign in with it before its person chose a password by a one-time link. */
class ActivationTest extends HubTest {
    private static final String CHOSEN = "green kettle on tuesday";

    @Autowired
    Accounts people;

    @Autowired
    Activations activations;

    @Autowired
    TransactionTemplate transactions;

    private UUID invite(String login) {
        return people.invite(new Accounts.NewAccount(login, ActorKind.REGISTRAR, null, "登记员甲"));
    }

    private String token(UUID account) {
        return token(activations.make(account));
    }

    private static String token(Administration.ActivationLink link) {
        assertThat(link.path()).startsWith("/admin/activate#");
        return link.path().substring("/admin/activate#".length());
    }

    private HttpResponse<String> activate(String token, String password) {
        return HubClient.anonymous(port).post("/api/activations", new Administration.Activate(token, password));
    }

    private HttpResponse<String> lookUp(String token) {
        return HubClient.anonymous(port).post("/api/activations/lookup", new Administration.LookUpActivation(token));
    }

    private int signIn(String login, String password) {
        return HubClient.anonymous(port)
                .post("/api/sessions", new Commands.SignIn(login, password))
                .statusCode();
    }

    @Test
    void a_link_says_whose_it_is_and_lets_that_person_choose_the_password_once() {
        var account = invite("activation-once");
        assertThat(signIn("activation-once", "")).isNotEqualTo(200);
        var token = token(account);

        var whose = HubClient.read(lookUp(token), Administration.Activation.class);
        assertThat(whose).isEqualTo(new Administration.Activation("activation-once", "登记员甲", ActorKind.REGISTRAR));
        assertThat(activate(token, CHOSEN).statusCode()).isEqualTo(204);
        assertThat(signIn("activation-once", CHOSEN)).isEqualTo(200);
        assertThat(audited(account, "write", "activate")).isEqualTo(1);

        assertThat(HubClient.problem(activate(token, "another good password"))).isEqualTo("activation-over");
        assertThat(signIn("activation-once", CHOSEN)).isEqualTo(200);
    }

    @Test
    void a_password_that_is_too_easy_leaves_the_link_as_it_was() {
        var token = token(invite("activation-easy"));

        assertThat(HubClient.problem(activate(token, "activation-easy"))).isEqualTo("password-too-easy");
        assertThat(activate(token, CHOSEN).statusCode()).isEqualTo(204);
    }

    @Test
    void a_newer_link_replaces_the_older_and_signs_out_who_had_the_old_password() {
        var account = invite("activation-newer");
        assertThat(activate(token(account), CHOSEN).statusCode()).isEqualTo(204);
        var signedIn = HubClient.person(port, "activation-newer", CHOSEN);
        var older = token(account);
        var newer = token(account);

        assertThat(HubClient.problem(lookUp(older))).isEqualTo("activation-over");
        assertThat(activate(newer, "another good password").statusCode()).isEqualTo(204);

        assertThat(signedIn.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(signIn("activation-newer", CHOSEN)).isEqualTo(401);
        assertThat(signIn("activation-newer", "another good password")).isEqualTo(200);
    }

    @Test
    void a_link_is_good_for_a_day_and_not_a_second_longer() {
        var intime = token(invite("activation-in-time"));
        var late = token(invite("activation-late"));

        clock.pass(IdentityLimits.ACTIVATION_FOR.minusSeconds(1));
        assertThat(activate(intime, CHOSEN).statusCode()).isEqualTo(204);
        clock.pass(Duration.ofSeconds(1));
        assertThat(HubClient.problem(activate(late, CHOSEN))).isEqualTo("activation-over");
    }

    @Test
    void the_link_of_a_deactivated_account_is_over() {
        var account = invite("activation-gone");
        var token = token(account);
        people.deactivate(account);

        assertThat(HubClient.problem(activate(token, CHOSEN))).isEqualTo("activation-over");
    }

    @Test
    void who_guesses_links_waits_after_ten() {
        var guesser = HubClient.anonymousFrom(port, "127.0.9.1");
        for (int guess = 1; guess <= IdentityLimits.CODES_FROM_ONE_ADDRESS_MAX; guess++) {
            var answer = guesser.post("/api/activations/lookup", new Administration.LookUpActivation("guess-" + guess));
            assertThat(HubClient.problem(answer)).isEqualTo("activation-over");
        }

        var next = guesser.post("/api/activations/lookup", new Administration.LookUpActivation("guess"));
        assertThat(HubClient.problem(next)).isEqualTo("locked-out");
    }

    @Test
    void the_first_administrators_link_lies_in_a_private_file_until_it_is_used(@TempDir Path folder) throws Exception {
        jdbc.sql("update account set deactivated_at = now() where role = 'system'")
                .update();
        var file = folder.resolve("link");
        var first = new FirstAdministrator(people, activations, transactions, file);

        first.afterSingletonsInstantiated();
        var link = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        first.afterSingletonsInstantiated();
        assertThat(Files.readString(file).strip()).isEqualTo(link);

        clock.pass(IdentityLimits.ACTIVATION_FOR);
        first.afterSingletonsInstantiated();
        var fresh = Files.readString(file).strip();
        assertThat(fresh).isNotEqualTo(link);

        assertThat(activate(fresh.substring(fresh.indexOf('#') + 1), CHOSEN).statusCode())
                .isEqualTo(204);
        first.afterSingletonsInstantiated();
        assertThat(file).doesNotExist();
    }
}
