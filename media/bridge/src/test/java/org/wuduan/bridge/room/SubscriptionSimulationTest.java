package org.wuduan.bridge.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuduan.bridge.MediaEvent;
import org.wuduan.bridge.MediaEvent.OfferReady;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.RoomSnapshot;
import org.wuduan.bridge.Track;
import org.wuduan.bridge.fake.FakeBridge;
import org.wuduan.bridge.fake.FakeMediaNode;

/** Seeded rooms in which people come, go, come again, lose their media and answer late, while the hub restarts. */
class SubscriptionSimulationTest {
    private static final int STEPS = 120;
    private static final int SEATS = 6;
    private static final String OFFER = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n";

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_ever_has_two_offers_and_in_the_end_everybody_receives_all_others(int seed) {
        House house = new House(new SplittableRandom(seed));

        for (int step = 0; step < STEPS; step++) {
            house.step();
        }
        house.answerEverything();

        house.members.forEach((seat, epoch) -> assertThat(house.receives(new Participant(seat, epoch)))
                .as("seed %d, seat %s", seed, seat)
                .isEqualTo(house.sending.stream()
                        .filter(other -> !other.equals(seat))
                        .collect(Collectors.toSet())));
    }

    private static final class House {
        private final SplittableRandom random;
        private final RoomName room;
        private final List<UUID> seats;
        private final FakeBridge bridge = new FakeBridge();
        private final Map<UUID, Integer> members = new HashMap<>();
        private final Map<UUID, Integer> epochs = new HashMap<>();
        private final Set<UUID> sending = new HashSet<>();
        private final Map<Participant, OfferReady> underWay = new HashMap<>();
        private final Map<Participant, List<Track>> tracks = new HashMap<>();
        private final List<RoomSnapshot> stored = new ArrayList<>();
        private FakeMediaNode node;

        House(SplittableRandom random) {
            this.random = random;
            room = new RoomName(uuid(), 1);
            seats = IntStream.range(0, SEATS).mapToObj(_ -> uuid()).toList();
            node = new FakeMediaNode(new NodeId("fake"), bridge);
            node.start(List.of(), this::hear);
            node.openRoom(room).orThrow();
        }

        void step() {
            UUID seat = seats.get(random.nextInt(SEATS));
            Participant present = new Participant(seat, members.getOrDefault(seat, 1));
            switch (random.nextInt(8)) {
                case 0, 1 -> enter(seat);
                case 2 -> publish(seat, present);
                case 3 -> leave(seat, present);
                case 4 -> loseMedia(seat, present);
                case 5 -> restartHub();
                default -> answerOne();
            }
        }

        private void enter(UUID seat) {
            Participant next = new Participant(seat, epochs.merge(seat, 1, Integer::sum));
            sending.remove(seat);
            members.put(seat, next.epoch());
            node.join(room, next).orThrow();
            underWay.keySet().removeIf(next::supersedes);
        }

        private void publish(UUID seat, Participant present) {
            if (members.containsKey(seat) && sending.add(seat)) {
                node.publish(room, present, OFFER).orThrow();
            }
        }

        private void leave(UUID seat, Participant present) {
            if (members.remove(seat) != null) {
                sending.remove(seat);
                node.leave(room, present);
                underWay.remove(present);
            }
        }

        private void loseMedia(UUID seat, Participant present) {
            if (sending.remove(seat)) {
                bridge.endMedia(room, present);
            }
        }

        /** The hub may die after the node has acted and before the next event; what it stored is all it has. */
        private void restartHub() {
            node.close();
            underWay.clear();
            node = new FakeMediaNode(new NodeId("fake"), bridge);
            assertThat(node.start(List.of(stored.getLast()), this::hear).lost()).isEmpty();
        }

        private void answerOne() {
            underWay.keySet().stream()
                    .sorted(Comparator.comparing(Participant::feedId))
                    .skip(underWay.isEmpty() ? 0 : random.nextInt(underWay.size()))
                    .findFirst()
                    .ifPresent(this::answer);
        }

        private void answer(Participant participant) {
            OfferReady offer = Objects.requireNonNull(underWay.remove(participant));
            node.answer(room, participant, offer.offer(), "v=0\r\n").orThrow();
        }

        void answerEverything() {
            while (!underWay.isEmpty()) {
                answer(underWay.keySet().iterator().next());
            }
        }

        Set<UUID> receives(Participant participant) {
            return tracks.getOrDefault(participant, List.of()).stream()
                    .map(Track::seatId)
                    .collect(Collectors.toSet());
        }

        private void hear(MediaEvent event) {
            switch (event) {
                case OfferReady offer -> {
                    assertThat(underWay.put(offer.participant(), offer)).isNull();
                    assertThat(offer.tracks().stream().map(Track::mid)).doesNotHaveDuplicates();
                    tracks.put(offer.participant(), offer.tracks());
                }
                case MediaEvent.SnapshotChanged(RoomSnapshot snapshot) -> stored.add(snapshot);
                case MediaEvent.NodeUp _, MediaEvent.NodeDown _, MediaEvent.PublisherGone _ -> {}
            }
        }

        private UUID uuid() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
