package org.wuduan.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Town;

/** What a terminal may get wrong on /live, and what becomes of its connection. */
@Tag("thorough")
class LiveBadInputTest extends HubTest {
    private static final int FRAME_BYTES_MAX = 256 * 1024;

    @ParameterizedTest(name = "{1} is refused as {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "malformed-json|{",
                "malformed-json|not json at all",
                "malformed-json|[]",
                "malformed-json|null",
                "malformed-json|{\"type\":\"watch\",\"stream\":\"inbox\"}",
                "malformed-json|{\"id\":\"x\",\"stream\":\"inbox\"}",
                "malformed-json|{\"type\":7,\"id\":\"x\"}",
                "malformed-json|{\"type\":\"watch\",\"id\":\"x\"}",
                "malformed-json|{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"inbox\",\"more\":1}",
                "malformed-json|{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"inbox/../x\"}",
                "malformed-json|{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"vitals/\\u0000\"}",
                "malformed-json|{\"type\":\"seat.claim\",\"id\":\"x\",\"callId\":\"7\"}",
                "malformed-json|{\"type\":\"media.publish\",\"id\":\"x\",\"callId\":\"01a20180-2226-7230-8292-f946ef64d300\",\"epoch\":0,\"generation\":1,\"sdp\":\"v\"}",
                "malformed-json|{\"type\":\"media.publish\",\"id\":\"x\",\"callId\":\"01a20180-2226-7230-8292-f946ef64d300\",\"epoch\":99999999999,\"generation\":1,\"sdp\":\"v\"}",
                "unknown-message-type|{\"type\":\"sing\",\"id\":\"x\"}",
                "unsupported-version|{\"type\":\"hello\",\"id\":\"x\",\"protocol\":2}",
                "hello-expected|{\"type\":\"hello\",\"id\":\"x\",\"protocol\":1}",
                "not-found|{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"vitals/01a20180-2226-7230-8292-f946ef64d300\"}",
                "not-found|{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"consultation/01a20180-2226-7230-8292-f946ef64d300\"}",
                "not-found|{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"vitals/------------------------------------\"}"
            })
    void a_bad_message_is_refused_and_the_connection_goes_on(String problem, String frame) {
        var town = town();
        try (var live = town.live(town.child)) {
            live.sendText(frame);

            live.await(
                    LiveToTerminal.Refused.class,
                    refused -> refused.problem().type().equals("urn:wuduan:problem:" + problem));
            live.watch("inbox");
            assertThat(live.awaitView("inbox", View.FamilyInbox.class, _ -> true)
                            .patients())
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "{1} as the first message ends it")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unsupported-version|{\"type\":\"hello\",\"id\":\"x\",\"protocol\":2}",
                "hello-expected|{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"inbox\"}",
                "malformed-json|{"
            })
    void a_bad_first_message_is_refused_and_the_connection_closed(String problem, String frame) {
        var town = town();
        try (var live = LiveClient.silent(port, town.child)) {
            live.sendText(frame);

            live.await(
                    LiveToTerminal.Refused.class,
                    refused -> refused.problem().type().equals("urn:wuduan:problem:" + problem));
            assertThat(live.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void a_frame_at_the_limit_is_read_and_one_byte_more_closes_the_connection() {
        var town = town();
        try (var live = town.live(town.child)) {
            var watch = "{\"type\":\"watch\",\"id\":\"x\",\"stream\":\"inbox\"}";
            live.sendText(watch + " ".repeat(FRAME_BYTES_MAX - watch.length()));
            live.awaitView("inbox", View.FamilyInbox.class, _ -> true);

            live.sendText(watch + " ".repeat(FRAME_BYTES_MAX - watch.length() + 1));
            assertThat(live.awaitClose()).isEqualTo(1009);
        }
    }

    @Test
    void sixty_four_streams_are_watched_and_one_more_is_refused() {
        var town = town();
        var consultations = new java.util.ArrayList<UUID>();
        for (int number = 0; number < Limits.STREAMS_MAX - 1; number++) {
            consultations.add(copyOfAConcludedOne(town, consultations));
        }
        try (var live = town.live(town.child)) {
            live.watch("inbox");
            consultations.forEach(id -> live.watch("consultation/" + id));
            live.awaitView("consultation/" + consultations.getLast(), View.ConsultationView.class, _ -> true);

            live.watch("vitals/" + town.patient);
            live.await(
                    LiveToTerminal.Refused.class,
                    refused -> refused.problem().type().endsWith("watch-limit"));
            live.send(new LiveToHub.Unwatch(live.nextId(), "consultation/" + consultations.getFirst()));
            live.watch("vitals/" + town.patient);
            live.awaitView("vitals/" + town.patient, View.VitalsView.class, _ -> true);
        }
    }

    private UUID copyOfAConcludedOne(Town town, java.util.List<UUID> earlier) {
        if (earlier.isEmpty()) {
            var id = town.talk();
            town.conclude(id);
            return id;
        }
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into consultation (id, patient, household, institution, state, doctor, requested_at, ended_at,"
                                + " call, body) select :id, patient, household, institution, state, doctor, requested_at,"
                                + " ended_at, :id, jsonb_set(body, '{id}', to_jsonb(:id::text)) from consultation where id = :from")
                .param("id", id)
                .param("from", earlier.getFirst())
                .update();
        return id;
    }

    @Test
    void a_newer_connection_of_the_same_session_takes_over() {
        var town = town();
        try (var older = town.live(town.child);
                var newer = town.live(town.child)) {
            assertThat(older.awaitClose()).isEqualTo(4409);
            newer.watch("inbox");
            newer.awaitView("inbox", View.FamilyInbox.class, _ -> true);
        }
    }

    @Test
    void a_lost_announcement_heals_by_the_heads_of_the_beat() {
        var town = town();
        var stream = "vitals/" + town.patient;
        try (var live = town.live(town.box)) {
            live.watch(stream);
            var first = live.await(
                    LiveToTerminal.ViewFrame.class, one -> one.stream().equals(stream));
            // a head that nobody announced, as when another hub node's word was lost
            jdbc.sql("insert into journal_stream (name, head) values (?, ?)"
                            + " on conflict (name) do update set head = excluded.head")
                    .params(stream, first.seq() + 5)
                    .update();

            live.await(
                    LiveToTerminal.Beat.class,
                    beat -> java.util.Objects.equals(beat.heads().get(stream), first.seq() + 5));
            live.watch(stream);
            live.await(
                    LiveToTerminal.ViewFrame.class, one -> one.stream().equals(stream) && one.seq() == first.seq() + 5);
        }
    }

    @Test
    void who_loses_access_is_told_that_the_stream_is_gone() {
        var town = town();
        var consultation = town.talk();
        var invitation = town.invite(consultation);
        var stream = "consultation/" + consultation;
        try (var live = town.live(town.county)) {
            live.watch(stream);
            live.awaitView(stream, View.ConsultationView.class, view -> view.myInvitationId() != null);
            town.doctor.post(Town.path(consultation) + "/invitations/" + invitation + "/withdraw", null);

            live.await(
                    LiveToTerminal.Gone.class,
                    gone -> gone.stream().equals(stream)
                            && gone.problem().type().endsWith("not-found"));
        }
        assertThat(HubClient.problem(
                        town.county.post(Town.path(consultation) + "/invitations/" + invitation + "/accept", null)))
                .isEqualTo("not-found");
    }
}
