package org.wuduan.hub.simulation;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.EnumSet;
import java.util.UUID;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Department;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.Level;
import org.wuduan.contract.Sex;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Enrolment;
import org.wuduan.hub.household.Registry;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.Actor;

/** One patient with a box, a child, a first-contact doctor and a county doctor; made once, used by every schedule. */
record Village(UUID patient, Actor box, Actor child, Actor doctor, Actor county) {
    /** The hub's own books. */
    record Books(Accounts accounts, Consortium consortium, Registry registry, Enrolment enrolment) {}

    static Village found(Books books, String name) {
        var township = books.consortium().addInstitution("卫生院 " + name, Level.FIRST_CONTACT);
        var hospital = books.consortium().addInstitution("县医院 " + name, Level.COUNTY);
        var household = books.registry().addHousehold("家 " + name, township);
        var patient = books.registry().addPatient(new Registry.NewPatient(household, "老人", Sex.FEMALE, 1947));
        var child = person(books, "sim-child-" + name, ActorKind.FAMILY);
        books.registry().bind(child.id(), patient, "儿子", EnumSet.allOf(FamilyRight.class));
        return new Village(
                patient,
                box(books, household),
                child,
                doctor(books, "sim-doctor-" + name, township),
                doctor(books, "sim-county-" + name, hospital));
    }

    private static Actor person(Books books, String login, ActorKind kind) {
        return new Actor(books.accounts().create(login, "a password of this village", kind, login), kind);
    }

    private static Actor doctor(Books books, String login, UUID institution) {
        var doctor = person(books, login, ActorKind.DOCTOR);
        books.consortium()
                .addDoctor(new Consortium.NewDoctor(doctor.id(), institution, login, "医师", Department.CARDIOLOGY));
        return doctor;
    }

    private static Actor box(Books books, UUID household) {
        try {
            var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
            var id = UUID.randomUUID();
            books.enrolment().enrol(new Commands.EnrolBox(id, books.registry().makeCode(household), text), "127.0.0.1");
            return new Actor(id, ActorKind.BOX);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
