package org.wuduan.hub.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.Department;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.Level;
import org.wuduan.contract.Sex;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.household.Registry;
import org.wuduan.hub.identity.Accounts;

/**
 * Two households, one actor of every kind, and of the first household one consultation that waits and one that is live,
 * of the second one that is live. What a probe changes in a consultation is put back.
 */
final class Scene {
    private static final String PASSWORD = "a password for the walk";
    private static final int SEATS_OF_THE_LIVE_ONE = 5;
    private static final String SPARE = "备用";

    private final Books books;
    private final int port;
    private final UUID township;
    private final UUID other;
    private final Map<Who, HubClient> clients = new EnumMap<>(Who.class);
    private final Map<Who, UUID> accounts = new EnumMap<>(Who.class);
    private final Map<Thing, Target> targets = new EnumMap<>(Thing.class);

    /** The hub's own books, in which the scene is written. */
    record Books(Accounts accounts, Consortium consortium, Registry registry, JdbcClient jdbc) {}

    Scene(Books books, int port) {
        this.books = books;
        this.port = port;
        this.township = books.consortium().addInstitution("镇卫生院", Level.FIRST_CONTACT);
        this.other = books.consortium().addInstitution("另一镇卫生院", Level.FIRST_CONTACT);
        books.jdbc()
                .sql("insert into institution (id, name, level, departments)"
                        + " values (?, '市医院', 'tertiary', '{cardiology}')")
                .param(ReferralTable.HOSPITAL)
                .update();
        clients.put(Who.ANONYMOUS, HubClient.anonymous(port));
        doctors();
        staff();
        households();
        jdbc("create table saved_consultation as select * from consultation");
        jdbc("create table saved_binding as select * from binding");
        jdbc("create table saved_box as select * from box");
        jdbc("create table saved_part as select * from consultation_part");
    }

    HubClient client(Who who) {
        return of(clients, who);
    }

    Target target(Thing thing) {
        return of(targets, thing);
    }

    UUID account(Who who) {
        return of(accounts, who);
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("not in the scene: " + key);
        }
        return value;
    }

    /** Puts every consultation back to what it was, after a probe that was done. */
    void putBack() {
        // one at a time: the hub may be at work on several of them, and two who lock several wait for each other
        books.jdbc()
                .sql("select id from saved_consultation")
                .query(UUID.class)
                .list()
                .forEach(id -> books.jdbc()
                        .sql(
                                "update consultation c set state = s.state, doctor = s.doctor, ring_started_at = s.ring_started_at,"
                                        + " ended_at = s.ended_at, body = s.body from saved_consultation s"
                                        + " where s.id = c.id and c.id = ?")
                        .param(id)
                        .update());
        jdbc("delete from consultation_part");
        jdbc("insert into consultation_part select * from saved_part");
        jdbc("delete from binding");
        jdbc("insert into binding select * from saved_binding");
        jdbc("delete from care_plan");
        jdbc("update reading set declined_at = null");
        jdbc("update box set removed_at = null, name = saved_box.name, household = saved_box.household"
                + " from saved_box where saved_box.id = box.id");
    }

    private void jdbc(String sql) {
        books.jdbc().sql(sql).update();
    }

    private void doctors() {
        var county = books.consortium().addInstitution("县医院", Level.COUNTY);
        books.consortium().lead(county, township);
        books.consortium().lead(county, other);
        for (var who : Who.DOCTORS) {
            var institution = switch (who) {
                case QUEUE_DOCTOR, OFF_DUTY_DOCTOR, CASE_DOCTOR -> township;
                case FOREIGN_DOCTOR -> other;
                default -> county;
            };
            var account = person(who, ActorKind.DOCTOR);
            books.consortium()
                    .addDoctor(new Consortium.NewDoctor(account, institution, who.name(), "医师", Department.GENERAL));
            books.consortium().allowInternetPractice(account, 2008);
        }
        post(Who.OFF_DUTY_DOCTOR, "/api/duty", new Commands.SetDuty(false));
    }

    private void staff() {
        administrator(Who.SYSTEM_ADMINISTRATOR, AdministratorRole.SYSTEM);
        administrator(Who.SECURITY_ADMINISTRATOR, AdministratorRole.SECURITY);
        administrator(Who.AUDIT_ADMINISTRATOR, AdministratorRole.AUDIT);
        books.consortium().addStaff(person(Who.PHARMACIST, ActorKind.PHARMACIST), township);
        books.consortium().addStaff(person(Who.REGISTRAR, ActorKind.REGISTRAR), township);
        books.consortium().addStaff(person(Who.FOREIGN_REGISTRAR, ActorKind.REGISTRAR), other);
    }

    private void administrator(Who who, AdministratorRole role) {
        var account = Accounts.NewAccount.administrator(who.name(), role, who.name());
        admit(who, books.accounts().create(account, PASSWORD));
    }

    private void households() {
        var household = books.registry().addHousehold("一家", township);
        var waiting = patient(household, "父亲");
        var live = patient(household, "母亲");
        var neighbours = books.registry().addHousehold("二家", other);
        var neighbour = patient(neighbours, "邻居");
        box(Who.BOX, household);
        spareBoxFor(household);
        spareBoxFor(neighbours);
        box(Who.FOREIGN_BOX, neighbours);
        child(Who.CHILD_WITH_ALL_RIGHTS, EnumSet.allOf(FamilyRight.class), waiting, live);
        child(Who.CHILD_WHO_SEES_VITALS, EnumSet.of(FamilyRight.SEE_VITALS), waiting, live);
        child(Who.CHILD_WHO_IS_PROXY, EnumSet.of(FamilyRight.PROXY_CONSENT), waiting, live);
        child(Who.FOREIGN_CHILD, EnumSet.allOf(FamilyRight.class), neighbour);
        targets.put(Thing.WAITING, request(Who.BOX, waiting));
        targets.put(Thing.LIVE, live(Who.BOX, Who.CASE_DOCTOR, live));
        targets.put(Thing.FOREIGN, live(Who.FOREIGN_BOX, Who.FOREIGN_DOCTOR, neighbour));
        fillTheLiveOne();
    }

    private UUID patient(UUID household, String name) {
        return books.registry().addPatient(new Registry.NewPatient(household, name, Sex.FEMALE, 1948));
    }

    private void box(Who who, UUID household) {
        var code = "CODE-" + who;
        books.registry().admitCode(household, code);
        clients.put(who, HubClient.box(port, code));
    }

    private void child(Who who, Set<FamilyRight> rights, UUID... parents) {
        var account = person(who, ActorKind.FAMILY);
        for (var parent : parents) {
            books.registry().bind(account, parent, "女儿", rights);
        }
    }

    private UUID person(Who who, ActorKind kind) {
        return admit(who, books.accounts().create(who.name(), PASSWORD, kind, who.name()));
    }

    private UUID admit(Who who, UUID account) {
        accounts.put(who, account);
        clients.put(who, HubClient.person(port, who.name(), PASSWORD));
        return account;
    }

    private Target request(Who box, UUID patient) {
        var id = UUID.randomUUID();
        post(box, "/api/consultations", new Commands.RequestConsultation(id, patient, null));
        var call = books.jdbc()
                .sql("select call from consultation where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        var household = books.jdbc()
                .sql("select household from patient where id = ?")
                .param(patient)
                .query(UUID.class)
                .single();
        return new Target(
                patient,
                id,
                call,
                UUID.randomUUID(),
                household,
                spareBox(household),
                spareChild(patient),
                readingOfNobody(household));
    }

    private UUID spareChild(UUID patient) {
        var child = books.accounts().create("spare-" + patient, PASSWORD, ActorKind.FAMILY, SPARE);
        books.registry().bind(child, patient, "侄女", EnumSet.of(FamilyRight.SEE_VITALS));
        return child;
    }

    private UUID readingOfNobody(UUID household) {
        var id = UUID.randomUUID();
        books.jdbc()
                .sql("insert into reading (id, box, household, device_address, device_model, profile, received_at,"
                        + " accepted_at, shown_at, bytes, measured, marks) values (?, ?, ?, 'C0:00:00:00:00:01', 'SimBP',"
                        + " 'blood_pressure', now(), now(), now(), '\\x00', '[]'::jsonb, '{}')")
                .params(id, household, household)
                .update();
        return id;
    }

    private UUID spareBox(UUID household) {
        return books.jdbc()
                .sql("select id from box where household = ? and name = ?")
                .params(household, SPARE)
                .query(UUID.class)
                .single();
    }

    private void spareBoxFor(UUID household) {
        books.jdbc()
                .sql("insert into box (id, household, name) values (gen_random_uuid(), ?, ?)")
                .params(household, SPARE)
                .update();
    }

    private Target live(Who box, Who doctor, UUID patient) {
        var target = request(box, patient);
        var path = "/api/consultations/" + target.consultation();
        post(doctor, path + "/accept", HttpTable.accept());
        post(box, path + "/answer", null);
        post(box, path + "/consent", HttpTable.consent(ConsentGiver.PATIENT));
        return target;
    }

    private void fillTheLiveOne() {
        var target = target(Thing.LIVE);
        var path = "/api/consultations/" + target.consultation();
        invite(path, target.invitation(), Who.RUNG_DOCTOR);
        var accepted = UUID.randomUUID();
        invite(path, accepted, Who.INVITED_DOCTOR);
        post(Who.INVITED_DOCTOR, path + "/invitations/" + accepted + "/accept", null);
        var declined = UUID.randomUUID();
        invite(path, declined, Who.DECLINED_DOCTOR);
        post(
                Who.DECLINED_DOCTOR,
                path + "/invitations/" + declined + "/decline",
                new Commands.DeclineInvitation("正在手术"));
        ReferralTable.follow(books.jdbc(), account(Who.FOLLOWING_DOCTOR), target.patient());
        post(Who.CHILD_WITH_ALL_RIGHTS, path + "/join", null);
        Eventually.holds(
                "everybody has a seat",
                () -> books.jdbc()
                                .sql("select count(*) from seat where call = ? and seated")
                                .param(target.call())
                                .query(Integer.class)
                                .single()
                        == SEATS_OF_THE_LIVE_ONE);
    }

    private void invite(String path, UUID invitation, Who doctor) {
        post(
                Who.CASE_DOCTOR,
                path + "/invitations",
                new Commands.Invite(invitation, account(doctor), HttpTable.fields(), null));
    }

    private void post(Who who, String path, @org.jspecify.annotations.Nullable Object body) {
        var answer = client(who).post(path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("the scene could not be set: " + path + " " + answer.body());
        }
    }
}
