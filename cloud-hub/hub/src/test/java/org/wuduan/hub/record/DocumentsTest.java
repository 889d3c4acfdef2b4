package org.wuduan.hub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.contract.ClinicalRecord.Document.Kind;
import org.wuduan.contract.ClinicalRecord.Document.State;
import org.wuduan.contract.ClinicalRecord.DocumentPage;
import org.wuduan.contract.Department;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.Urgency;
import org.wuduan.contract.Sex;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.household.Registry;

/** The documents of a patient, as a doctor finds them in the record. */
class DocumentsTest extends HubTest {
    @Autowired
    Registry registry;

    @Test
    void each_document_stands_once_the_newest_first_with_where_and_by_whom_it_was_written() {
        var town = town();
        var consultation = town.talk();
        var first = order(town, consultation);
        var second = order(town, consultation);
        var referral = refer(town, consultation, town.countyId);
        conclude(town, consultation);

        var documents = page(town.doctor, town, null).documents();

        assertThat(documents)
                .extracting(Document::kind, Document::id, Document::state)
                .containsExactly(
                        tuple(Kind.REPORT, consultation, State.CONCLUDED),
                        tuple(Kind.REFERRAL, referral, State.SENT),
                        tuple(Kind.HOME_PLAN, second, State.IN_FORCE),
                        tuple(Kind.HOME_PLAN, first, State.REPLACED));
        assertThat(documents).allSatisfy(document -> {
            assertThat(document.consultationId()).isEqualTo(consultation);
            assertThat(document.institution()).startsWith("卫生院");
            assertThat(document.author()).startsWith("医生");
        });
        assertThat(audited(town.doctorId, "opening", "open-record")).isEqualTo(1);
    }

    @Test
    void a_plan_that_a_doctor_ended_is_not_called_replaced_also_once_another_is_in_force() {
        var town = town();
        var consultation = town.talk();
        var replaced = order(town, consultation);
        var ended = order(town, consultation);

        end(town, ended);

        assertThat(page(town.doctor, town, null).documents())
                .extracting(Document::id, Document::state)
                .containsExactly(tuple(ended, State.ENDED), tuple(replaced, State.REPLACED));

        var inForce = order(town, consultation);

        assertThat(page(town.doctor, town, null).documents())
                .extracting(Document::id, Document::state)
                .containsExactly(
                        tuple(inForce, State.IN_FORCE), tuple(ended, State.ENDED), tuple(replaced, State.REPLACED));
    }

    @Test
    void a_doctor_finds_only_what_that_doctor_could_open_and_no_denial_is_kept_of_the_rest() {
        var town = town();
        var elsewhere = town();
        var shared = town.talk();
        accepted(town, shared);
        conclude(town, shared);
        var apart = town.talk();
        order(town, apart);
        var toOthers = refer(town, apart, elsewhere.countyId);
        conclude(town, apart);
        var toCounty = refer(town, apart, town.countyId);

        assertThat(page(town.county, town, null).documents())
                .extracting(Document::id)
                .containsExactly(toCounty, shared);
        assertThat(page(town.doctor, town, null).documents())
                .extracting(Document::id)
                .contains(toOthers, apart, shared);
        assertThat(jdbc.sql("select count(*) from audit_entry where kind = 'denial' and actor = ?")
                        .param(town.countyId)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(HubClient.problem(town.county.get(Town.path(apart) + "/report")))
                .isEqualTo("not-found");
    }

    @Test
    void who_may_not_see_the_record_gets_no_list_of_it() {
        var town = town();
        var stranger = town();
        var consultation = town.talk();
        order(town, consultation);
        conclude(town, consultation);

        assertThat(HubClient.problem(stranger.doctor.get(path(town)))).isEqualTo("not-found");
        assertThat(HubClient.problem(town.county.get(path(town)))).isEqualTo("not-found");
        assertThat(HubClient.problem(town.box.get(path(town)))).isEqualTo("action-not-allowed");
        assertThat(HubClient.problem(town.child.get(path(town)))).isEqualTo("action-not-allowed");
    }

    @Test
    void of_two_patients_of_one_doctor_each_has_the_own_documents() {
        var town = town();
        var consultation = town.talk();
        conclude(town, consultation);
        var father = registry.addPatient(new Registry.NewPatient(town.household, "父亲", Sex.MALE, 1946));
        var his = concludedLike(consultation, father, 1);

        assertThat(page(town.doctor, town, null).documents())
                .extracting(Document::id)
                .containsExactly(consultation);
        assertThat(read(town.doctor, "/api/patients/" + father + "/record/documents")
                        .documents())
                .extracting(Document::id)
                .containsExactly(his);
    }

    @Test
    void twenty_documents_are_a_page_and_one_more_begins_the_next_also_of_one_moment() {
        var town = town();
        var consultation = town.talk();
        conclude(town, consultation);
        for (int more = 1; more < RecordLimits.DOCUMENTS_PAGE_MAX; more++) {
            concludedLike(consultation, town.patient, more / 4);
        }
        assertThat(page(town.doctor, town, null).next()).isNull();
        var oldest = concludedLike(consultation, town.patient, 100);

        var first = page(town.doctor, town, null);
        var second = page(town.doctor, town, first.next());

        assertThat(first.documents()).hasSize(RecordLimits.DOCUMENTS_PAGE_MAX);
        assertThat(first.documents()).extracting(Document::id).doesNotHaveDuplicates();
        assertThat(second.documents()).extracting(Document::id).containsExactly(oldest);
        assertThat(second.next()).isNull();
        assertThat(HubClient.problem(town.doctor.get(path(town) + "?before=2026-11-22T02:00:00Z")))
                .isEqualTo("invalid-field");
        assertThat(HubClient.problem(town.doctor.get(path(town) + "?before=x&beforeId=" + oldest)))
                .isEqualTo("invalid-field");
    }

    @Test
    void what_only_others_may_open_hides_nothing_that_is_older() {
        var town = town();
        var consultation = town.talk();
        accepted(town, consultation);
        var referral = refer(town, consultation, town.countyId);
        conclude(town, consultation);
        for (int more = 0; more < 2 * RecordLimits.DOCUMENTS_PAGE_MAX; more++) {
            toNeurologyLike(referral);
        }

        assertThat(page(town.county, town, null).documents())
                .extracting(Document::id)
                .containsExactly(consultation, referral);
    }

    private UUID order(Town town, UUID consultation) {
        var id = UUID.randomUUID();
        var carePackage = new CarePackage("每天量血压", null, null, List.of(), List.of());
        Town.done(town.doctor, Town.path(consultation) + "/home-plan", new Referrals.OrderHomePlan(id, carePackage));
        clock.pass(Duration.ofSeconds(1));
        return id;
    }

    private void end(Town town, UUID plan) {
        Town.done(town.doctor, "/api/home-plans/" + plan + "/end", new Referrals.EndHomePlan("血压平稳"));
        clock.pass(Duration.ofSeconds(1));
    }

    /** Up, to where this doctor works. */
    private UUID refer(Town town, UUID consultation, UUID doctor) {
        var id = UUID.randomUUID();
        var wish = new Referrals.SendReferral(
                id,
                town.patient,
                consultation,
                null,
                Direction.UP,
                institutionOf(doctor),
                Department.CARDIOLOGY,
                new Disease("高血压 3 级", "I10"),
                Urgency.URGENT,
                null,
                "头晕三天",
                null);
        Town.done(town.doctor, "/api/referrals", wish);
        clock.pass(Duration.ofSeconds(1));
        return id;
    }

    private void conclude(Town town, UUID consultation) {
        town.conclude(consultation);
        clock.pass(Duration.ofSeconds(1));
    }

    private static void accepted(Town town, UUID consultation) {
        Town.done(town.county, Town.path(consultation) + "/invitations/" + town.invite(consultation) + "/accept", null);
    }

    /** One more of the same doctors, so many days older. */
    private UUID concludedLike(UUID known, UUID patient, int daysOlder) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into consultation (id, patient, household, institution, state, doctor, requested_at, ended_at,"
                        + " call, body) select :id, :patient, household, institution, state, doctor, requested_at,"
                        + " ended_at - make_interval(days => :days), gen_random_uuid(), body || jsonb_build_object('id',"
                        + " :id::text, 'patient', :patient::text) from consultation where id = :known")
                .param("id", id)
                .param("patient", patient)
                .param("days", daysOlder)
                .param("known", known)
                .update();
        jdbc.sql("insert into consultation_part (consultation, account, role)"
                        + " select ?, account, role from consultation_part where consultation = ?")
                .params(id, known)
                .update();
        return id;
    }

    /** One more to the same hospital, into whose neurology the doctors of cardiology don't look; a day newer. */
    private void toNeurologyLike(UUID known) {
        jdbc.sql("insert into referral (id, patient, direction, state, sender, sender_institution, target_institution,"
                        + " target_department, disease_code, sent_at, body) select :id, patient, direction, state, sender,"
                        + " sender_institution, target_institution, 'neurology', disease_code, sent_at + interval '1 day',"
                        + " body || jsonb_build_object('id', :id::text, 'department', 'neurology', 'sentAt',"
                        + " to_char((sent_at + interval '1 day') at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'))"
                        + " from referral where id = :known")
                .param("id", UUID.randomUUID())
                .param("known", known)
                .update();
    }

    private UUID institutionOf(UUID doctor) {
        return jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
    }

    private static String path(Town town) {
        return "/api/patients/" + town.patient + "/record/documents";
    }

    private static DocumentPage page(HubClient who, Town town, DocumentPage.@Nullable Place place) {
        var query = place == null ? "" : "?before=" + place.before() + "&beforeId=" + place.beforeId();
        return read(who, path(town) + query);
    }

    private static DocumentPage read(HubClient who, String path) {
        return HubClient.read(who.get(path), DocumentPage.class);
    }
}
