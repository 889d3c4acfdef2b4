package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Accounts of staff, and what becomes of one that is deactivated. */
class AccountStandingTest extends HubTest {
    @Autowired
    Accounts people;

    @Autowired
    TransactionTemplate transactions;

    private UUID administrator(String login) {
        return people.create(
                new Accounts.NewAccount(login, ActorKind.ADMINISTRATOR, AdministratorRole.SYSTEM, "管理员"),
                Town.PASSWORD);
    }

    @Test
    void an_administrator_is_told_the_own_role() {
        administrator("standing-role");

        var me = HubClient.read(
                HubClient.person(port, "standing-role", Town.PASSWORD).get("/api/me"), Answers.Me.class);

        assertThat(me.kind()).isEqualTo(ActorKind.ADMINISTRATOR);
        assertThat(me.role()).isEqualTo(AdministratorRole.SYSTEM);
        assertThat(me.institution()).isNull();
    }

    @Test
    void a_deactivated_account_is_signed_out_at_once_and_its_socket_closed() {
        var town = town();
        try (var live = town.live(town.doctor)) {
            live.watch("inbox");
            people.deactivate(town.doctorId);

            assertThat(live.awaitClose()).isEqualTo(4401);
        }

        assertThat(town.doctor.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_deactivated_account_is_refused_like_an_unknown_one_and_comes_back_when_reactivated() {
        var town = town();
        people.deactivate(town.doctorId);

        var refused = HubClient.anonymous(port)
                .post("/api/sessions", new Commands.SignIn(town.login("doctor"), Town.PASSWORD));
        assertThat(HubClient.problem(refused)).isEqualTo("wrong-credentials");

        people.reactivate(town.doctorId);
        assertThat(town.signIn("doctor").get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_deactivation_that_is_rolled_back_ends_nothing() {
        var town = town();

        transactions.executeWithoutResult(status -> {
            people.deactivate(town.doctorId);
            status.setRollbackOnly();
        });

        assertThat(town.doctor.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_role_belongs_to_administrators_and_to_nobody_else() {
        var without = new Accounts.NewAccount("standing-1", ActorKind.ADMINISTRATOR, null, "x");
        var doctor = new Accounts.NewAccount("standing-2", ActorKind.DOCTOR, AdministratorRole.AUDIT, "x");

        assertThatThrownBy(() -> people.create(without, Town.PASSWORD))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> people.create(doctor, Town.PASSWORD))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
