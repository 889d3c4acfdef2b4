package org.wuduan.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuduan.bridge.MediaEvent.NodeDown;
import org.wuduan.bridge.MediaEvent.NodeUp;
import org.wuduan.bridge.MediaEvent.PublisherGone;
import org.wuduan.bridge.MediaEvent.SnapshotChanged;

/** What every media node does, whatever carries its media. */
public abstract class MediaNodeContract {
    private final RoomName room = new RoomName(UUID.randomUUID(), 1);
    private final UUID patient = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private Stage stage;
    private MediaNode node;
    private Scene scene;

    protected abstract Stage stage();

    @BeforeEach
    void open() {
        stage = stage();
        node = stage.node();
        scene = new Scene();
        scene.start(node);
        node.openRoom(room).orThrow();
    }

    @AfterEach
    void close() {
        node.closeRoom(room);
        node.close();
        stage.close();
    }

    @Test
    void each_participant_is_offered_the_others_and_every_track_names_its_seat() {
        Participant first = scene.publishes(room, patient, 1, stage.page());
        Participant second = scene.publishes(room, doctor, 1, stage.page());
        Participant third = scene.publishes(room, child, 1, stage.page());

        scene.awaitTracks(first, doctor, child);
        scene.awaitTracks(second, patient, child);
        scene.awaitTracks(third, patient, doctor);
    }

    @Test
    void five_who_enter_at_the_same_moment_all_receive_each_other() {
        List<UUID> seats =
                IntStream.range(0, 5).mapToObj(_ -> UUID.randomUUID()).toList();
        Map<UUID, Stage.Page> pages = seats.stream().collect(Collectors.toMap(seat -> seat, _ -> stage.page()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            pages.forEach((seat, page) -> threads.execute(() -> scene.publishes(room, seat, 1, page)));
        }

        for (UUID seat : seats) {
            scene.awaitTracks(
                    new Participant(seat, 1),
                    seats.stream().filter(other -> !other.equals(seat)).toArray(UUID[]::new));
        }
    }

    @Test
    void who_has_no_camera_receives_all_the_same() {
        Participant listening = scene.joins(room, child, 1, stage.page());

        Participant first = scene.publishes(room, patient, 1, stage.page());
        scene.publishes(room, doctor, 1, stage.page());

        scene.awaitTracks(listening, patient, doctor);
        scene.awaitTracks(first, doctor);
    }

    @Test
    void what_changes_while_an_offer_waits_comes_in_one_offer_after_its_answer() {
        Participant waiting = new Participant(child, 1);
        scene.slow(waiting);
        scene.joins(room, child, 1, stage.page());
        Participant first = scene.publishes(room, patient, 1, stage.page());
        scene.awaitTracks(waiting, patient);
        Participant second = scene.publishes(room, doctor, 1, stage.page());
        scene.awaitTracks(first, doctor);
        node.leave(room, first);
        scene.awaitTracks(second);

        scene.answers(waiting);

        scene.awaitTracks(waiting, doctor);
        assertThat(scene.offers(waiting)).hasSize(2);
        assertThat(scene.lastOffer(waiting).offer()).isEqualTo(2);
    }

    @Test
    void a_seat_that_comes_again_leaves_no_ghost() {
        Participant other = scene.publishes(room, doctor, 1, stage.page());
        scene.publishes(room, patient, 1, stage.page());
        scene.awaitTracks(other, patient);

        Participant again = scene.publishes(room, patient, 2, stage.page());

        scene.awaitTracks(again, doctor);
        scene.awaitTracks(other, patient);
        assertThat(node.join(room, new Participant(patient, 1))).isEqualTo(Outcome.refused(Refusal.STALE_EPOCH));
        assertThat(node.answer(room, new Participant(patient, 1), 1, "v=0\r\n"))
                .isEqualTo(Outcome.refused(Refusal.STALE_EPOCH));
    }

    @Test
    void who_leaves_is_taken_from_everybody() {
        Participant first = scene.publishes(room, patient, 1, stage.page());
        Participant second = scene.publishes(room, doctor, 1, stage.page());
        scene.awaitTracks(second, patient);

        node.leave(room, first);

        scene.awaitTracks(second);
        assertThat(node.answer(room, first, 1, "v=0\r\n")).isEqualTo(Outcome.refused(Refusal.NOT_JOINED));
    }

    @Test
    void a_closed_page_is_reported_and_taken_from_everybody() {
        Participant staying = scene.publishes(room, doctor, 1, stage.page());
        Stage.Page page = stage.page();
        Participant going = scene.publishes(room, patient, 1, page);
        scene.awaitTracks(staying, patient);
        scene.awaitTracks(going, doctor);
        scene.awaitAnswers();

        PublisherGone gone = scene.awaitNext(PublisherGone.class, () -> stage.closePage(room, going, page));

        assertThat(gone.participant()).isEqualTo(going);
        scene.awaitTracks(staying);
        assertThat(node.isRunning(room, staying)).isTrue();
        assertThat(node.isRunning(room, going)).isFalse();
    }

    @Test
    void impossible_steps_are_refused_each_with_its_reason() {
        Participant participant = new Participant(patient, 1);
        RoomName missing = new RoomName(room.callId(), 2);

        assertThat(node.openRoom(room)).isEqualTo(Outcome.done(room));
        assertThat(node.join(missing, participant)).isEqualTo(Outcome.refused(Refusal.NO_SUCH_ROOM));
        assertThat(node.publish(room, participant, "nonsense")).isEqualTo(Outcome.refused(Refusal.SDP_REFUSED));
        assertThat(node.answer(room, participant, 1, "v=0\r\n")).isEqualTo(Outcome.refused(Refusal.UNKNOWN_OFFER));
        assertThat(node.answer(room, new Participant(doctor, 1), 1, "v=0\r\n"))
                .isEqualTo(Outcome.refused(Refusal.NOT_JOINED));

        Stage.Page page = stage.page();
        node.publish(room, participant, page.offer()).orThrow();
        assertThat(node.publish(room, participant, stage.page().offer()))
                .isEqualTo(Outcome.refused(Refusal.ALREADY_PUBLISHED));
    }

    @Test
    void a_draining_node_keeps_its_rooms_and_takes_no_new_one() {
        node.drain(true);

        assertThat(node.health()).isEqualTo(Health.DRAINING);
        assertThat(node.openRoom(new RoomName(UUID.randomUUID(), 1))).isEqualTo(Outcome.refused(Refusal.DRAINING));
        assertThat(node.join(room, new Participant(patient, 1))).isEqualTo(Outcome.done(new Participant(patient, 1)));

        node.drain(false);
        assertThat(node.health()).isEqualTo(Health.UP);
    }

    @Test
    void a_room_that_is_taken_from_a_draining_node_ends_there_and_does_not_come_back() {
        Participant participant = scene.publishes(room, patient, 1, stage.page());
        node.drain(true);

        node.closeRoom(room);

        assertThat(node.isRunning(room, participant)).isFalse();
        assertThat(node.openRoom(room)).isEqualTo(Outcome.refused(Refusal.DRAINING));
    }

    @Test
    void a_node_that_was_draining_when_it_died_still_is_when_it_is_back() {
        node.drain(true);
        scene.awaitNext(NodeDown.class, stage::kill);
        assertThat(node.health()).isEqualTo(Health.DOWN);

        scene.awaitNext(NodeUp.class, stage::comeBack);

        assertThat(node.health()).isEqualTo(Health.DRAINING);
        assertThat(node.openRoom(new RoomName(UUID.randomUUID(), 1))).isEqualTo(Outcome.refused(Refusal.DRAINING));
    }

    @Test
    void a_killed_bridge_is_reported_with_the_rooms_that_are_lost_and_used_again_when_it_is_back() {
        scene.publishes(room, patient, 1, stage.page());

        NodeDown down = scene.awaitNext(NodeDown.class, stage::kill);

        assertThat(down.reason()).isEqualTo(NodeDown.Reason.CLOSED);
        assertThat(down.lost()).containsExactly(room);
        assertThat(node.health()).isEqualTo(Health.DOWN);
        assertThat(node.join(room, new Participant(doctor, 1))).isEqualTo(Outcome.refused(Refusal.NODE_DOWN));

        scene.awaitNext(NodeUp.class, stage::comeBack);
        assertThat(node.join(room, new Participant(doctor, 1))).isEqualTo(Outcome.refused(Refusal.NO_SUCH_ROOM));
        assertThat(node.openRoom(new RoomName(room.callId(), 2)))
                .isEqualTo(Outcome.done(new RoomName(room.callId(), 2)));
    }

    @Test
    void a_hanging_bridge_is_reported_with_the_rooms_that_are_lost() {
        NodeDown down = scene.awaitNext(NodeDown.class, stage::hang);

        assertThat(down.reason()).isEqualTo(NodeDown.Reason.SILENT);
        assertThat(down.lost()).containsExactly(room);
        assertThat(node.publish(room, new Participant(doctor, 1), "v=0")).isEqualTo(Outcome.refused(Refusal.NODE_DOWN));
        scene.awaitNext(NodeUp.class, stage::comeBack);
    }

    @Test
    void a_hub_that_was_killed_takes_the_room_over_and_goes_on() {
        Participant unanswered = new Participant(child, 1);
        scene.slow(unanswered);
        scene.joins(room, child, 1, stage.page());
        Participant first = scene.publishes(room, patient, 1, stage.page());
        Stage.Page closing = stage.page();
        Participant second = scene.publishes(room, doctor, 1, closing);
        scene.awaitTracks(first, doctor);
        scene.awaitTracks(second, patient);
        scene.awaitAnswers();
        int offered = scene.lastOffer(unanswered).offer();

        node.close();
        stage.closePage(room, second, closing);
        node = stage.node();
        PublisherGone gone = scene.awaitNext(
                PublisherGone.class,
                () -> assertThat(scene.start(node)).isEqualTo(new MediaNode.Resumed(Set.of(room), Set.of())));

        assertThat(gone.participant()).isEqualTo(second);
        assertThat(node.isRunning(room, second)).isFalse();
        assertThat(node.isRunning(room, first)).isTrue();
        assertThat(node.isRunning(room, new Participant(patient, 2))).isFalse();
        assertThat(scene.lastOffer(unanswered).offer()).isEqualTo(offered);
        scene.awaitTracks(first);
        scene.answers(unanswered);
        Participant again = scene.publishes(room, doctor, 2, stage.page());
        scene.awaitTracks(again, patient);
        scene.awaitTracks(first, doctor);
        scene.awaitTracks(unanswered, patient, doctor);
    }

    @Test
    void who_came_in_when_no_snapshot_could_be_kept_is_put_out_by_the_next_hub() {
        Participant known = scene.publishes(room, patient, 1, stage.page());
        scene.awaitKept(room, known);
        scene.keepsNothing();
        Participant stranger = scene.publishes(room, child, 1, stage.page());
        scene.awaitTracks(stranger, patient);
        scene.awaitAnswers();
        scene.slow(known);

        node.close();
        node = stage.node();
        assertThat(scene.start(node).kept()).containsExactly(room);
        Participant coming = scene.publishes(room, doctor, 1, stage.page());

        scene.awaitTracks(coming, patient);
        assertThat(node.isRunning(room, known)).isTrue();
        assertThat(node.isRunning(room, stranger)).isFalse();
    }

    @Test
    void a_room_that_no_snapshot_tells_of_can_be_closed_all_the_same() {
        scene.publishes(room, patient, 1, stage.page());
        node.close();
        scene.forgets(room);
        node = stage.node();
        assertThat(scene.start(node)).isEqualTo(new MediaNode.Resumed(Set.of(), Set.of()));

        node.closeRoom(room);
        node.openRoom(room).orThrow();

        scene.publishes(room, child, 1, stage.page());
        Participant coming = scene.publishes(room, doctor, 1, stage.page());
        scene.awaitTracks(coming, child);
    }

    @Test
    void a_room_whose_bridge_died_while_no_hub_looked_is_reported_lost() {
        scene.awaitNext(SnapshotChanged.class, () -> scene.publishes(room, patient, 1, stage.page()));
        node.close();
        stage.kill();
        stage.comeBack();

        node = stage.node();
        MediaNode.Resumed resumed = scene.start(node);

        assertThat(resumed).isEqualTo(new MediaNode.Resumed(Set.of(), Set.of(room)));
        assertThat(node.health()).isEqualTo(Health.UP);
    }
}
