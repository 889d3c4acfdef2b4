package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Looks.LookPage;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;

/** The patient and the children see who looked at the record. */
class RecordLooksTest extends HubTest {
    @Test
    void the_home_sees_who_looked_with_post_or_relation_and_not_its_own_television() {
        var town = town();
        town.talk();
        town.box.post("/api/readings", new ReadingBatch(List.of(Readings.bloodPressure(town.wearable(), 141))));
        open(town, town.doctor);
        open(town, town.child);

        var looks = page(town.box, town, "").looks();

        assertThat(looks).extracting(LookPage.Look::kind).containsOnly(ActorKind.DOCTOR, ActorKind.FAMILY);
        assertThat(looks.getFirst().what()).isEqualTo(LookPage.Kind.VITALS);
        assertThat(looks.getFirst().relation()).isEqualTo("儿子");
        assertThat(looks)
                .filteredOn(look -> look.kind() == ActorKind.DOCTOR)
                .extracting(LookPage.Look::what)
                .contains(LookPage.Kind.VITALS, LookPage.Kind.CARE);
        assertThat(looks).filteredOn(look -> look.kind() == ActorKind.DOCTOR).allSatisfy(look -> {
            assertThat(look.institution()).startsWith("卫生院");
            assertThat(look.title()).isNotNull();
        });
        assertThat(page(town.child, town, "").looks()).hasSameSizeAs(looks);
    }

    @Test
    void a_doctor_to_whom_the_queue_showed_the_request_is_told_once_however_often_it_was_shown() {
        var town = town();
        try (var live = town.live(town.doctor)) {
            live.watch("inbox");
            town.request();
            awaitInbox(live, inbox -> inbox.waiting().size() == 1);
        }
        try (var again = town.live(town.doctor)) {
            again.watch("inbox");
            awaitInbox(again, inbox -> inbox.waiting().size() == 1);
        }

        assertThat(audited(town.doctorId, "opening", "open-request")).isEqualTo(1);
        assertThat(page(town.box, town, "").looks()).singleElement().satisfies(look -> {
            assertThat(look.kind()).isEqualTo(ActorKind.DOCTOR);
            assertThat(look.what()).isEqualTo(LookPage.Kind.REQUEST);
        });
    }

    @Test
    void a_doctor_who_is_rung_in_has_seen_the_request_and_nobody_else_has() {
        var town = town();
        var consultation = town.talk();
        assertThat(audited(town.countyId, "opening", "open-request")).isZero();
        town.invite(consultation);

        try (var live = town.live(town.county)) {
            live.watch("inbox");
            awaitInbox(live, inbox -> inbox.invitations().size() == 1);
        }

        assertThat(audited(town.countyId, "opening", "open-request")).isEqualTo(1);
        assertThat(audited(town.doctorId, "opening", "open-request")).isZero();
    }

    @Test
    void twenty_looks_are_a_page_and_one_more_begins_the_next() {
        var town = town();
        for (int look = 0; look <= RecordLooks.PAGE_MAX; look++) {
            jdbc.sql("insert into audit_entry (at, kind, actor, action, object) values (now(), 'opening', ?, ?, ?)")
                    .params(look % 2 == 0 ? town.doctorId : town.countyId, "open-vitals", town.patient)
                    .update();
        }

        var first = page(town.box, town, "");
        var second = page(town.box, town, "?before=" + first.next());

        assertThat(first.looks()).hasSize(RecordLooks.PAGE_MAX);
        assertThat(first.next()).isNotNull();
        assertThat(second.looks()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void what_one_person_does_several_times_in_a_row_is_told_once() {
        var town = town();
        open(town, town.child);
        open(town, town.child);

        assertThat(page(town.box, town, "").looks()).hasSize(1);
    }

    @Test
    void nobody_else_sees_who_looked() {
        var town = town();
        var stranger = town();

        for (var who : new HubClient[] {stranger.box, stranger.child, stranger.doctor}) {
            assertThat(who.get("/api/patients/" + town.patient + "/looks").statusCode())
                    .isEqualTo(404);
        }
        assertThat(HubClient.problem(town.box.get("/api/patients/" + town.patient + "/looks?before=x")))
                .isEqualTo("invalid-field");
        assertThat(town.box.get("/api/patients/" + UUID.randomUUID() + "/looks").statusCode())
                .isEqualTo(404);
    }

    private static void awaitInbox(LiveClient live, Function<View.DoctorInbox, Boolean> asDescribed) {
        live.awaitView("inbox", View.DoctorInbox.class, asDescribed);
    }

    private static void open(Town town, HubClient who) {
        var stream = "vitals/" + town.patient;
        try (var live = town.live(who)) {
            live.watch(stream);
            live.awaitView(stream, View.VitalsView.class, _ -> true);
        }
    }

    private static LookPage page(HubClient who, Town town, String query) {
        return HubClient.read(who.get("/api/patients/" + town.patient + "/looks" + query), LookPage.class);
    }
}
