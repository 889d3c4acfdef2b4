package org.wuduan.hub.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.fake.FakeBridge;
import org.wuduan.contract.Call;
import org.wuduan.contract.LiveToHub.ClaimSeat.RunningMedia;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.LiveToTerminal.SeatClaimed.Media;
import org.wuduan.contract.Presence;
import org.wuduan.contract.SeatRole;
import org.wuduan.hub.Hub;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** Seats, epochs and media generations, over real sockets and two bridges in memory. */
class CallTest extends HubTest {
    @Autowired
    Environment settings;

    @Autowired
    Calls calls;

    @Autowired
    SeatBook seats;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transactions;

    /** Calls that other tests left open would weigh on one bridge more than on the other. */
    @BeforeEach
    void endEarlierCalls() {
        jdbc.sql("update call set ended_at = now() where ended_at is null").update();
    }

    @Test
    void a_repeated_arrangement_is_told_to_nobody() {
        try (var talk = new Talk(town())) {
            var call = talk.awaitCall(one -> one.media() == Call.Media.READY).id();
            var planned = jdbc.sql("select actor, role, name, seated from seat where call = ?")
                    .param(call)
                    .query((row, _) -> new PlannedSeat(
                            row.getObject("actor", UUID.class),
                            SeatRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                            row.getString("name"),
                            row.getBoolean("seated")))
                    .list();
            var stream = new StreamName("consultation", talk.consultation);
            var before = journal.head(stream);

            arrange(call, planned);
            assertThat(journal.head(stream)).isEqualTo(before);

            var withoutTheFirst = new PlannedSeat(
                    planned.getFirst().actor(),
                    planned.getFirst().role(),
                    planned.getFirst().name(),
                    false);
            arrange(call, List.of(withoutTheFirst));
            assertThat(journal.head(stream)).isEqualTo(before + 1);
        }
    }

    private void arrange(UUID call, List<PlannedSeat> planned) {
        transactions.executeWithoutResult(_ -> calls.arrange(call, planned));
    }

    @Test
    void who_is_told_that_the_join_is_done_can_claim_the_seat() {
        try (var talk = new Talk(town());
                var child = talk.town.live(talk.town.child)) {
            var before = talk.claim(child, null);
            Town.done(talk.town.child, Town.path(talk.consultation) + "/leave", null);
            talk.awaitPresence(SeatRole.FAMILY, Presence.LEFT);

            Town.done(talk.town.child, Town.path(talk.consultation) + "/join", null);

            var again = talk.claim(child, null);
            assertThat(again.seatId()).isEqualTo(before.seatId());
            assertThat(again.epoch()).isGreaterThan(before.epoch());
        }
    }

    @Test
    void a_claim_that_joins_is_one_step_and_may_be_repeated() {
        try (var talk = new Talk(town());
                var child = talk.town.live(talk.town.child)) {
            Town.done(talk.town.child, Town.path(talk.consultation) + "/leave", null);
            talk.awaitPresence(SeatRole.FAMILY, Presence.LEFT);
            assertThat(talk.refusedClaim(child, false)).isEqualTo("not-found");

            var joined = talk.joinAndClaim(child);
            talk.awaitPresence(SeatRole.FAMILY, Presence.PRESENT);
            var again = talk.joinAndClaim(child);

            assertThat(again.seatId()).isEqualTo(joined.seatId());
            assertThat(again.epoch()).isEqualTo(joined.epoch() + 1);
        }
    }

    @Test
    void who_may_not_join_gets_no_seat_by_claiming_one() {
        try (var talk = new Talk(town());
                var stranger = talk.town.live(talk.town.county)) {
            assertThat(talk.refusedClaim(stranger, true)).isEqualTo("not-found");
        }
    }

    @Test
    void a_newer_claim_has_the_seat_and_the_older_connection_is_told() {
        try (var talk = new Talk(town());
                var first = talk.town.live(talk.town.signIn("child"));
                var second = talk.town.live(talk.town.signIn("child"))) {
            assertThat(talk.refusedPublish(first, 1, 1)).isEqualTo("seat-not-held");
            var older = talk.claim(first, null);
            assertThat(older.media()).isEqualTo(Media.BUILD);
            var newer = talk.claim(second, null);

            assertThat(newer.epoch()).isGreaterThan(older.epoch());
            assertThat(newer.seatId()).isEqualTo(older.seatId());
            first.await(LiveToTerminal.SeatSuperseded.class, one -> one.epoch() == newer.epoch());
            assertThat(talk.refusedPublish(first, older.epoch(), older.generation()))
                    .isEqualTo("seat-not-held");
            assertThat(talk.refusedPublish(second, older.epoch(), newer.generation()))
                    .isEqualTo("stale-epoch");
            assertThat(talk.refusedPublish(second, newer.epoch(), newer.generation() + 1))
                    .isEqualTo("stale-generation");
            talk.publish(second, newer.epoch(), newer.generation());
        }
    }

    @Test
    void a_dropped_link_shows_as_reconnecting_and_media_goes_on_for_who_comes_back() {
        try (var talk = new Talk(town());
                var tv = talk.town.live(talk.town.box)) {
            var child = talk.town.live(talk.town.child);
            var before = talk.claim(child, null);
            talk.publish(child, before.epoch(), before.generation());
            child.close();
            talk.awaitPresence(SeatRole.FAMILY, Presence.RECONNECTING);

            // what the others began to send meanwhile waits for the one who is away
            var patient = talk.claim(tv, null);
            talk.publish(tv, patient.epoch(), patient.generation());
            try (var back = talk.town.live(talk.town.child)) {
                var after = talk.claim(back, new RunningMedia(before.epoch(), before.generation()));

                assertThat(after.media()).isEqualTo(Media.KEEP);
                assertThat(after.epoch()).isGreaterThan(before.epoch());
                var offer = back.await(
                        LiveToTerminal.Offer.class,
                        one -> one.tracks().stream()
                                .anyMatch(track -> track.seatId().equals(patient.seatId())));
                assertThat(offer.epoch()).isEqualTo(after.epoch());
                talk.awaitPresence(SeatRole.FAMILY, Presence.PRESENT);
                assertThat(talk.claim(back, null).media()).isEqualTo(Media.BUILD);
            }
        }
    }

    @Test
    void who_does_not_come_back_within_the_hold_is_absent_and_the_media_ends() {
        try (var talk = new Talk(town())) {
            var child = talk.town.live(talk.town.child);
            var seat = talk.claim(child, null);
            talk.publish(child, seat.epoch(), seat.generation());
            child.close();
            talk.awaitPresence(SeatRole.FAMILY, Presence.RECONNECTING);

            clock.pass(Duration.ofSeconds(31));

            try (var again = talk.town.live(talk.town.doctor)) {
                again.watch(talk.stream());
                again.awaitView(
                        talk.stream(),
                        org.wuduan.contract.View.ConsultationView.class,
                        view -> view.call() != null
                                && view.call().seats().stream()
                                        .anyMatch(one ->
                                                one.id().equals(seat.seatId()) && one.presence() == Presence.ABSENT));
            }
            Eventually.holds("the seat's media has ended", () -> !inRoom(seat.callId(), 1, seat.seatId()));
        }
    }

    @Test
    void whose_media_was_written_down_as_ended_and_told_to_no_bridge_is_sent_out_all_the_same() {
        try (var talk = new Talk(town())) {
            var child = talk.town.live(talk.town.child);
            var seat = talk.claim(child, null);
            talk.publish(child, seat.epoch(), seat.generation());
            assertThat(inRoom(seat.callId(), 1, seat.seatId())).isTrue();
            child.close();
            talk.awaitPresence(SeatRole.FAMILY, Presence.RECONNECTING);

            // as a hub leaves it that died, or lost its database, between the two
            jdbc.sql("update seat set presence = 'absent', media_epoch = 0 where id = ?")
                    .param(seat.seatId())
                    .update();

            Eventually.holds("the seat's media has ended", () -> !inRoom(seat.callId(), 1, seat.seatId()));
        }
    }

    @Test
    void who_comes_back_while_the_seat_is_given_up_keeps_the_media_or_builds_it_anew_but_never_loses_it() {
        try (var talk = new Talk(town())) {
            var before = lost(talk);
            var abandoned = givenUp(before.seatId());
            try (var back = talk.town.live(talk.town.child)) {
                var kept = talk.claim(back, new RunningMedia(before.epoch(), before.generation()));
                assertThat(kept.media()).isEqualTo(Media.KEEP);
                assertThat(seats.mediaEnded(abandoned)).isFalse();
            }
        }
        try (var talk = new Talk(town())) {
            var before = lost(talk);
            assertThat(seats.mediaEnded(givenUp(before.seatId()))).isTrue();
            try (var back = talk.town.live(talk.town.child)) {
                var built = talk.claim(back, new RunningMedia(before.epoch(), before.generation()));
                assertThat(built.media()).isEqualTo(Media.BUILD);
            }
        }
    }

    /** The child's seat with media, and the link that held it gone. */
    private static LiveToTerminal.SeatClaimed lost(Talk talk) {
        var child = talk.town.live(talk.town.child);
        var seat = talk.claim(child, null);
        talk.publish(child, seat.epoch(), seat.generation());
        child.close();
        talk.awaitPresence(SeatRole.FAMILY, Presence.RECONNECTING);
        return seat;
    }

    @Test
    void a_seat_that_is_shown_as_taken_and_that_nobody_holds_is_waited_for() {
        try (var talk = new Talk(town());
                var child = talk.town.live(talk.town.child)) {
            var seat = talk.claim(child, null);

            // as after a claim whose commit went through while its answer was lost
            jdbc.sql("update seat set epoch = epoch + 1 where id = ?")
                    .param(seat.seatId())
                    .update();

            talk.awaitPresence(SeatRole.FAMILY, Presence.RECONNECTING);
        }
    }

    private SeatBook.Left givenUp(UUID seat) {
        seats.giveUp(Duration.ofSeconds(-1));
        return seats.absentWithMedia().stream()
                .map(SeatBook.Abandoned::seat)
                .filter(left -> left.seat().equals(seat))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_leaves_is_shown_as_left_and_sends_no_more() {
        try (var talk = new Talk(town());
                var child = talk.town.live(talk.town.child)) {
            var seat = talk.claim(child, null);
            talk.publish(child, seat.epoch(), seat.generation());
            assertThat(inRoom(seat.callId(), 1, seat.seatId())).isTrue();

            Town.done(talk.town.child, Town.path(talk.consultation) + "/leave", null);

            talk.awaitPresence(SeatRole.FAMILY, Presence.LEFT);
            Eventually.holds("the seat's media has ended", () -> !inRoom(seat.callId(), 1, seat.seatId()));
            assertThat(talk.refusedPublish(child, seat.epoch(), 1)).isEqualTo("seat-not-held");
        }
    }

    @Test
    void a_lost_bridge_moves_its_calls_and_leaves_the_others_alone() {
        try (var moved = new Talk(town());
                var untouched = onAnotherBridge(moved);
                var child = moved.town.live(moved.town.child)) {
            var before = moved.claim(child, null);
            moved.publish(child, before.epoch(), before.generation());
            var lost = bridgeOf(moved);
            try {
                lost.die();

                var after = moved.awaitCall(call -> call.generation() == before.generation() + 1);
                assertThat(after.media()).isEqualTo(Call.Media.READY);
                assertThat(bridgeOf(moved)).isNotSameAs(lost);
                assertThat(moved.refusedPublish(child, before.epoch(), before.generation()))
                        .isEqualTo("stale-generation");
                var again = moved.claim(child, new RunningMedia(before.epoch(), before.generation()));
                assertThat(again.media()).isEqualTo(Media.BUILD);
                moved.publish(child, again.epoch(), again.generation());
                assertThat(untouched.awaitCall(_ -> true).generation()).isEqualTo(1);
            } finally {
                lost.comeBack();
            }
        }
    }

    @Test
    void with_no_bridge_left_the_media_is_moving_until_one_comes_back() {
        try (var talk = new Talk(town())) {
            try {
                BRIDGE_A.die();
                BRIDGE_B.die();
                talk.awaitCall(call -> call.media() == Call.Media.MOVING);
                try (var child = talk.town.live(talk.town.child)) {
                    var seat = talk.claim(child, null);
                    assertThat(talk.refusedPublish(child, seat.epoch(), seat.generation()))
                            .isEqualTo("media-unavailable");
                }
            } finally {
                BRIDGE_B.comeBack();
                BRIDGE_A.comeBack();
            }
            var ready = talk.awaitCall(call -> call.media() == Call.Media.READY);
            // 2 or 3: the bridge that died second may have had the call for a moment
            assertThat(ready.generation()).isGreaterThan(1);
        }
    }

    @Test
    void media_goes_on_through_a_restart_of_the_hub() {
        try (var talk = new Talk(town());
                var child = talk.town.live(talk.town.child)) {
            var before = talk.claim(child, null);
            talk.publish(child, before.epoch(), before.generation());

            try (var restarted = new SpringApplicationBuilder(Hub.class, HubTest.Fakes.class)
                    .run(
                            "--server.port=0",
                            // else the first hub believes that whoever the second lost has been away for hours
                            "--test.clock-ahead=" + clock.ahead(),
                            "--hub.database.url=" + settings.getProperty("hub.database.url"),
                            "--hub.database.user=postgres",
                            "--hub.secrets=" + settings.getProperty("hub.secrets"))) {
                int newPort = Integer.parseInt(java.util.Objects.requireNonNull(
                        restarted.getEnvironment().getProperty("local.server.port")));
                try (var back = LiveClient.open(newPort, talk.town.child.at(newPort))) {
                    var after = talk.claim(back, new RunningMedia(before.epoch(), before.generation()));

                    assertThat(after.media()).isEqualTo(Media.KEEP);
                    assertThat(after.generation()).isEqualTo(before.generation());
                    assertThat(inRoom(before.callId(), before.generation(), before.seatId()))
                            .isTrue();
                }
            }
        }
    }

    /** A talk whose call runs on the other bridge; calls go to the bridge that has fewer. */
    private Talk onAnotherBridge(Talk one) {
        var other = new Talk(town());
        if (bridgeOf(other) == bridgeOf(one)) {
            other.close();
            throw new AssertionError("both calls were placed on one bridge");
        }
        return other;
    }

    private FakeBridge bridgeOf(Talk talk) {
        // placed after the commit, in the background
        talk.awaitCall(call -> call.media() == Call.Media.READY);
        var node = jdbc.sql("select node from call where id = ?")
                .param(talk.call())
                .query(String.class)
                .single();
        return node.equals("bridge-a") ? BRIDGE_A : BRIDGE_B;
    }

    private static boolean inRoom(UUID call, int generation, UUID seat) {
        var room = new RoomName(call, generation);
        return BRIDGE_A.participants(room).stream().anyMatch(one -> one.seatId().equals(seat))
                || BRIDGE_B.participants(room).stream()
                        .anyMatch(one -> one.seatId().equals(seat));
    }
}
