package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.Commands;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.ops.FailedEvents;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.signing.Signatures;
import org.wuduan.signed.Digests;

/** Reports lie in the archive of each institution that took part, without anybody having opened them. */
class ReportArchiveTest extends HubTest {
    private static final String LISTENER = "%ReportArchiving.on(%";

    /** So long an event is left to the listener that has it first. */
    private static final Duration LISTENERS_HAVE = Duration.ofSeconds(11);

    /** After the first try that failed. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    @Autowired
    FailedEvents failedEvents;

    @Autowired
    ReportArchiving archiving;

    @Autowired
    Consultations consultations;

    @Autowired
    Signatures signatures;

    @Autowired
    SignedContent contents;

    @Autowired
    Reports.People people;

    @Autowired
    Reports.Shelf shelf;

    @Autowired
    Reports.Gate gate;

    private Town town;
    private Town elsewhere;
    private UUID consultation;
    private UUID opinion;

    @BeforeEach
    void aTalkIntoWhichTheCountyDoctorCameAndAnotherDidNot() {
        town = town();
        elsewhere = town();
        consultation = town.talk();
        opinion = UUID.randomUUID();
        var path = Town.path(consultation);
        var invitation = town.invite(consultation);
        Town.done(town.county, path + "/invitations/" + invitation + "/accept", null);
        Town.done(town.county, path + "/opinions", new Commands.SubmitOpinion(opinion, "建议住院观察"));
        town.inviteAndBeDeclined(consultation, elsewhere);
    }

    @AfterEach
    void theDatabaseTakesEveryReport() {
        jdbc.sql("drop trigger if exists stuck on consultation_report").update();
    }

    @Test
    void the_conclusion_archives_it_for_the_inviting_and_the_invited_side_and_not_for_who_declined() {
        town.conclude(consultation);

        awaitVersion(1, town.doctorId);
        awaitVersion(1, town.countyId);
        assertThat(versionAt(institution(elsewhere.countyId))).isZero();
        assertThat(digest()).isEqualTo(Digests.of(town.county.bytes(Town.path(consultation) + "/report")));
        assertThat(audited(institution(town.countyId), "write", "archive-report"))
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        jdbc.sql("delete from consultation_report_archive").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_decision_after_the_conclusion_is_the_second_version_on_both_sides_also_of_a_doctor_who_moved() {
        town.conclude(consultation);
        awaitVersion(1, town.countyId);
        var hospital = institution(town.countyId);
        jdbc.sql("update doctor set institution = ? where account = ?")
                .params(institution(elsewhere.countyId), town.countyId)
                .update();

        decide();

        Eventually.holds("the hospital has the decision", () -> versionAt(hospital) == 2);
        assertThat(versionAt(institution(town.doctorId))).isEqualTo(2);
        assertThat(versionAt(institution(town.countyId))).isZero();
    }

    @Test
    void a_doctor_who_moved_before_the_conclusion_took_part_for_the_institution_of_the_acceptance() {
        var hospital = institution(town.countyId);
        jdbc.sql("update doctor set institution = ? where account = ?")
                .params(institution(elsewhere.countyId), town.countyId)
                .update();

        town.conclude(consultation);

        Eventually.holds("the hospital has it", () -> versionAt(hospital) == 1);
        assertThat(versionAt(institution(town.countyId))).isZero();
    }

    @Test
    void doctors_see_in_whose_archives_it_lies_and_the_home_does_not() {
        var stream = "consultation/" + consultation;
        try (var doctor = town.live(town.doctor);
                var child = town.live(town.child)) {
            doctor.watch(stream);

            town.conclude(consultation);

            var seen = doctor.awaitView(stream, ConsultationView.class, view -> view.report() != null);
            var report = Objects.requireNonNull(seen.report());
            assertThat(report.version()).isEqualTo(1);
            assertThat(report.archived())
                    .extracting(ConsultationView.Archived::institution)
                    .containsExactly(name(town.doctorId), name(town.countyId));
            child.watch(stream);
            assertThat(child.awaitView(stream, ConsultationView.class, _ -> true)
                            .report())
                    .isNull();
        }
    }

    @Test
    void a_report_that_the_database_did_not_take_is_made_when_the_event_is_given_again() {
        refuse(consultation);
        town.conclude(consultation);
        Eventually.holds("the listener has failed", this::eventHasFailed);

        theDatabaseTakesEveryReport();
        clock.pass(LISTENERS_HAVE);
        failedEvents.again();

        awaitVersion(1, town.doctorId);
    }

    @Test
    void what_could_not_be_made_for_want_of_a_font_is_owed_and_made_later() {
        town.conclude(consultation);
        awaitVersion(1, town.doctorId);
        somethingElseToTell(town);

        assertThat(withoutFont().archive(consultation))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problem().type()).isEqualTo(ProblemType.REPORT_FONT_MISSING.urn()));
        assertThat(owed(consultation)).isTrue();
        archiving.makeOwed();

        assertThat(versionAt(institution(town.countyId))).isEqualTo(2);
        assertThat(owed(consultation)).isFalse();
    }

    @Test
    void one_that_can_not_be_made_is_tried_again_and_keeps_no_other_waiting() {
        var other = elsewhere.talk();
        elsewhere.conclude(other);
        town.conclude(consultation);
        awaitVersion(1, town.doctorId);
        Eventually.holds(
                "the other is archived", () -> shelf.book().newest(other).size() == 1);
        somethingElseToTell(town);
        somethingElseToTell(elsewhere);
        refuse(consultation);
        shelf.book().owe(consultation);
        shelf.book().owe(other);

        archiving.makeOwed();

        assertThat(owed(other)).isFalse();
        assertThat(owed(consultation)).isTrue();
        theDatabaseTakesEveryReport();
        clock.pass(FIRST_WAIT);
        archiving.makeOwed();
        assertThat(owed(consultation)).isFalse();
    }

    @Test
    void one_that_fails_for_ever_is_tried_ever_more_rarely() {
        town.conclude(consultation);
        awaitVersion(1, town.doctorId);
        somethingElseToTell(town);
        refuse(consultation);
        shelf.book().owe(consultation);
        archiving.makeOwed();
        clock.pass(FIRST_WAIT);
        archiving.makeOwed();
        theDatabaseTakesEveryReport();

        clock.pass(FIRST_WAIT.multipliedBy(2).minusSeconds(1));
        archiving.makeOwed();
        assertThat(owed(consultation))
                .as("it failed twice, so that two minutes pass")
                .isTrue();

        clock.pass(Duration.ofSeconds(1));
        archiving.makeOwed();
        assertThat(owed(consultation)).isFalse();
    }

    @Test
    void however_often_it_failed_it_is_tried_again_within_a_day() {
        town.conclude(consultation);
        awaitVersion(1, town.doctorId);
        var book = shelf.book();
        jdbc.sql("insert into consultation_report_owed (consultation, tries, next_try_at) values (?, 5000, 'infinity')")
                .param(consultation)
                .update();

        book.postpone(consultation, clock.instant());

        assertThat(book.owed(clock.instant().plus(Duration.ofDays(1)), ReportArchiving.AT_ONCE_MAX))
                .contains(consultation);
        book.settle(consultation);
    }

    private void decide() {
        Town.done(
                town.doctor,
                Town.path(consultation) + "/opinions/" + opinion + "/decision",
                new Commands.Decide(UUID.randomUUID(), Adoption.ADOPTED, null, null));
    }

    /** No step of the consultation, so that nobody makes the next version by itself. */
    private void somethingElseToTell(Town of) {
        jdbc.sql("update consultation set body = jsonb_set(body, '{conclusion,summary}', '\"少吃盐\"')"
                        + " where patient = ?")
                .param(of.patient)
                .update();
    }

    private Reports withoutFont() {
        var none = new ReportFont("/nowhere/font.ttc,2");
        return new Reports(consultations, signatures, contents, people, none, shelf, gate, clock);
    }

    private void refuse(UUID stuck) {
        jdbc.sql("create or replace function refuse() returns trigger language plpgsql as $$"
                        + " begin raise exception 'refused by the test'; end $$")
                .update();
        jdbc.sql("create trigger stuck before insert on consultation_report for each row when (new.consultation = '"
                        + stuck + "') execute function refuse()")
                .update();
    }

    private boolean eventHasFailed() {
        return jdbc.sql("select count(*) from event_publication where listener_id like ? and serialized_event like ?"
                                + " and status = 'FAILED'")
                        .params(LISTENER, "%" + consultation + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void awaitVersion(int version, UUID doctor) {
        var place = institution(doctor);
        Eventually.holds("version " + version + " is archived", () -> versionAt(place) == version);
    }

    /** The newest in an archive; 0 for none. */
    private int versionAt(UUID place) {
        return jdbc.sql("select coalesce(max(version), 0) from consultation_report_archive"
                        + " where consultation = ? and institution = ?")
                .params(consultation, place)
                .query(Integer.class)
                .single();
    }

    private String digest() {
        return jdbc.sql("select distinct encode(digest, 'hex') from consultation_report_archive where consultation = ?")
                .param(consultation)
                .query(String.class)
                .single();
    }

    private boolean owed(UUID one) {
        return jdbc.sql("select exists (select 1 from consultation_report_owed where consultation = ?)")
                .param(one)
                .query(Boolean.class)
                .single();
    }

    private UUID institution(UUID doctor) {
        return jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
    }

    private String name(UUID doctor) {
        return jdbc.sql("select i.name from doctor d join institution i on i.id = d.institution where d.account = ?")
                .param(doctor)
                .query(String.class)
                .single();
    }
}
