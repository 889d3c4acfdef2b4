package org.wuduan.bridge.janus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.bridge.MediaEvent.NodeDown;
import org.wuduan.bridge.MediaEvent.NodeUp;
import org.wuduan.bridge.MediaEvent.PublisherGone;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.MediaNodeContract;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;
import org.wuduan.bridge.Scene;
import org.wuduan.bridge.Stage;

/** The contract against a real Janus and a real browser, and what only they can show. */
class JanusMediaNodeIT extends MediaNodeContract {
    @TempDir
    static Path shared;

    private static DevTools browser;

    @TempDir
    Path data;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = DevTools.open(Files.createDirectory(shared.resolve("profile")));
        try (var script = Objects.requireNonNull(JanusMediaNodeIT.class.getResourceAsStream("pages.js"))) {
            browser.run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @Override
    protected Stage stage() {
        return new JanusStage(data.resolve("janus-" + UUID.randomUUID()), browser);
    }

    @Test
    void media_comes_over_exactly_the_lines_that_the_tracks_name_and_goes_on_while_no_hub_is_there() {
        RoomName room = new RoomName(UUID.randomUUID(), 1);
        Scene scene = new Scene();
        try (JanusStage stage = new JanusStage(data.resolve("janus"), browser)) {
            MediaNode node = stage.node();
            scene.start(node);
            node.openRoom(room).orThrow();
            UUID patient = UUID.randomUUID();
            UUID doctor = UUID.randomUUID();
            JanusStage.BrowserPage page = stage.page();
            Participant receiver = scene.publishes(room, patient, 1, page);
            scene.publishes(room, doctor, 1, stage.page());
            scene.awaitTracks(receiver, doctor);

            List<String> carried = scene.lastOffer(receiver).tracks().stream()
                    .map(track -> track.mid() + " "
                            + switch (track.kind()) {
                                case AUDIO -> "audio";
                                case VIDEO -> "video";
                            })
                    .sorted()
                    .toList();
            JanusStage.until("media over " + carried, () -> page.received().equals(carried));

            node.close();
            int before = page.frames();
            JanusStage.until("frames without a hub", () -> page.frames() > before + 5);
            MediaNode next = stage.node();
            assertThat(scene.start(next).kept()).containsExactly(room);
            int resumed = page.frames();
            JanusStage.until("frames with the next hub", () -> page.frames() > resumed + 5);
            next.close();
        }
    }

    @Test
    void a_janus_that_does_not_know_our_secret_is_refused_and_named_as_not_ours() {
        try (JanusStage stage = new JanusStage(data.resolve("janus"), browser)) {
            JanusEndpoint wrong = new JanusEndpoint(stage.endpoint().url(), "wrong", "wrong");
            List<NodeDown> downs = new ArrayList<>();

            try (MediaNode node = new JanusMediaNode(new NodeId("janus-test"), wrong)) {
                node.start(List.of(), event -> {
                    synchronized (downs) {
                        if (event instanceof NodeDown down) {
                            downs.add(down);
                        }
                    }
                });
                JanusStage.until("the node to be reported", () -> {
                    synchronized (downs) {
                        return !downs.isEmpty();
                    }
                });
            }

            assertThat(downs).first().extracting(NodeDown::reason).isEqualTo(NodeDown.Reason.NOT_OURS);
        }
    }

    @Test
    void a_lost_connection_to_a_janus_that_is_well_is_mended_without_a_word() throws IOException {
        RoomName room = new RoomName(UUID.randomUUID(), 1);
        Scene scene = new Scene();
        try (JanusStage stage = new JanusStage(data.resolve("janus"), browser);
                Cable cable = new Cable(stage.endpoint().url().getPort());
                MediaNode node = new JanusMediaNode(new NodeId("janus-test"), stage.endpointAt(cable.port()))) {
            scene.start(node);
            node.openRoom(room).orThrow();
            JanusStage.BrowserPage open = stage.page();
            Participant staying = scene.publishes(room, UUID.randomUUID(), 1, open);
            UUID goingSeat = UUID.randomUUID();
            JanusStage.BrowserPage closing = stage.page();
            Participant going = scene.publishes(room, goingSeat, 1, closing);
            scene.awaitTracks(staying, goingSeat);
            scene.awaitTracks(going, staying.seatId());
            scene.awaitAnswers();
            // a message of Janus that comes with the cut can hide it from java.net.http: then the node is found silent
            JanusStage.until("both to see each other", () -> open.frames() > 0 && closing.frames() > 0);

            cable.cut();
            PublisherGone gone = scene.awaitNext(PublisherGone.class, closing::close);

            assertThat(gone.participant()).isEqualTo(going);
            scene.awaitTracks(staying);
            assertThat(scene.heard(NodeDown.class)).isEmpty();
            assertThat(scene.heard(NodeUp.class)).hasSize(1);
        }
    }

    @Test
    void what_a_hub_left_behind_that_nobody_remembers_is_removed_when_the_seat_comes_again() {
        RoomName room = new RoomName(UUID.randomUUID(), 1);
        UUID patient = UUID.randomUUID();
        UUID doctor = UUID.randomUUID();
        try (JanusStage stage = new JanusStage(data.resolve("janus"), browser)) {
            Scene forgotten = new Scene();
            MediaNode killed = stage.node();
            forgotten.start(killed);
            killed.openRoom(room).orThrow();
            Participant ghost = forgotten.publishes(room, patient, 1, stage.page());
            Participant witness = forgotten.joins(room, doctor, 1, stage.page());
            forgotten.awaitTracks(witness, ghost.seatId());
            forgotten.awaitAnswers();
            killed.close();

            Scene scene = new Scene();
            try (MediaNode node = stage.node()) {
                scene.start(node);
                node.openRoom(room).orThrow();
                Participant again = scene.publishes(room, patient, 2, stage.page());
                Participant watching = scene.joins(room, doctor, 2, stage.page());

                scene.awaitTracks(watching, patient);
                assertThat(again.supersedes(ghost)).isTrue();
                assertThat(scene.stored())
                        .first()
                        .extracting(RoomSnapshot::publications)
                        .isEqualTo(List.of(new RoomSnapshot.Publication(again, 1)));
            }
        }
    }
}
