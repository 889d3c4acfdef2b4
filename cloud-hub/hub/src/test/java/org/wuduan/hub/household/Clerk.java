package org.wuduan.hub.household;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.IdNumberAbsence;
import org.wuduan.contract.Level;
import org.wuduan.contract.Registration;
import org.wuduan.contract.Sex;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.identity.Accounts;

/** A registrar at work. */
final class Clerk {
    static final LocalDate BIRTH = LocalDate.of(1947, 3, 5);
    private static final String PASSWORD = "a password of a clerk";
    private static final AtomicInteger CLERKS = new AtomicInteger();

    final UUID institution;
    final UUID account;
    final HubClient client;

    Clerk(Accounts accounts, Consortium consortium, int port) {
        this(accounts, consortium, port, consortium.addInstitution("卫生院", Level.FIRST_CONTACT));
    }

    Clerk(Accounts accounts, Consortium consortium, int port, UUID institution) {
        var login = "clerk-" + CLERKS.incrementAndGet();
        this.institution = institution;
        this.account = accounts.create(login, PASSWORD, ActorKind.REGISTRAR, "登记员");
        consortium.addStaff(account, institution);
        this.client = HubClient.person(port, login, PASSWORD);
    }

    UUID household(String name) {
        var id = UUID.randomUUID();
        done(client.post("/api/households", new Registration.MakeHousehold(id, name, "柳树村 12 号", "13800138000")));
        return id;
    }

    UUID patient(UUID household, String name) {
        var id = UUID.randomUUID();
        done(make(id, household, name, null));
        return id;
    }

    /** @param idNumber null: the patient did not bring it */
    HttpResponse<String> make(
            UUID id, UUID household, String name, @org.jspecify.annotations.Nullable String idNumber) {
        return client.post(
                "/api/patients",
                idNumber == null
                        ? new Registration.MakePatient(
                                id, household, name, Sex.FEMALE, BIRTH, null, IdNumberAbsence.NOT_AT_HAND)
                        : new Registration.MakePatient(id, household, name, Sex.FEMALE, BIRTH, idNumber, null));
    }

    Registration.HouseholdRecord open(UUID household) {
        return HubClient.read(client.get("/api/households/" + household), Registration.HouseholdRecord.class);
    }

    Registration.HouseholdPage find(@org.jspecify.annotations.Nullable String text) {
        return HubClient.read(
                client.post("/api/households/search", new Registration.FindHouseholds(text, null, false)),
                Registration.HouseholdPage.class);
    }

    static void done(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError("refused: " + answer.body());
        }
    }
}
