package org.wuduan.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.wuduan.contract.ActorKind;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.TestClock;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.BoxesSeen;
import org.wuduan.hub.identity.Sessions;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.JournalEvent;
import org.wuduan.hub.journal.StreamName;

/** The beat of all connections, and who takes over from whom. */
class ConnectionsTest extends HubTest {
    private static final String INBOX = "inbox";

    @Autowired
    Sessions sessions;

    @Autowired
    BoxesSeen seen;

    private final AskedJournal journal = new AskedJournal();
    private final TestClock time = new TestClock();
    private Connections connections;
    private SignedIn child;
    private SignedIn doctor;
    private SignedIn box;

    @BeforeEach
    void threeTerminals() {
        var town = town();
        connections = new Connections(sessions, seen, journal, time);
        child = signedIn(town.childId, ActorKind.FAMILY);
        doctor = signedIn(town.doctorId, ActorKind.DOCTOR);
        var boxId = jdbc.sql("select id from box where household = ?")
                .param(town.household)
                .query(UUID.class)
                .single();
        box = signedIn(boxId, ActorKind.BOX);
    }

    @Test
    void one_question_answers_the_beat_of_all_connections() {
        var open = List.of(open(child), open(doctor), open(box));
        open.forEach(one -> IntStream.range(0, 20)
                .forEach(number -> one.connection.watch(stream(number), "consultation/" + number)));
        open.getFirst().connection.watch(new StreamName(INBOX, child.actor().id()), INBOX);

        connections.beat();

        assertThat(journal.questions).hasValue(1);
        open.forEach(one -> one.awaitSent("\"consultation/7\":7"));
        open.getFirst().awaitSent("\"inbox\":0");
    }

    @Test
    void a_bug_in_one_connection_keeps_no_other_from_its_beat() {
        var faulty = new Socket(child, new StoppingClock());
        connections.opened(faulty.connection);
        var others = List.of(open(doctor), open(box));
        others.forEach(one -> one.connection.watch(stream(3), "consultation/3"));

        connections.beat();

        others.forEach(one -> one.awaitSent("\"consultation/3\":3"));
    }

    @Test
    void without_the_database_dead_links_still_end_and_the_others_are_still_pinged() {
        var dead = open(child);
        journal.away = true;
        turns(6);
        assertThat(dead.connection.isSilent(time.instant())).isFalse();
        var alive = open(doctor);

        turns(1);
        connections.beat();

        assertThat(dead.awaitClose()).isEqualTo(4000);
        alive.awaitPing();
        journal.away = false;
        alive.connection.watch(stream(5), "consultation/5");
        connections.beat();
        alive.awaitSent("\"consultation/5\":5");
    }

    @Test
    void a_terminal_that_answers_each_ping_stays_and_one_that_stops_answering_does_not() {
        var alive = open(child);
        for (int turn = 0; turn < 10; turn++) {
            turns(1);
            alive.connection.pongArrived();
        }
        assertThat(connections.all()).contains(alive.connection);

        turns(7);

        assertThat(alive.awaitClose()).isEqualTo(4000);
    }

    @Test
    void a_hub_that_was_stopped_itself_judges_nobody_by_that_while() {
        var alive = open(child);
        turns(1);
        time.pass(Duration.ofSeconds(30));

        connections.ping();

        assertThat(alive.connection.isSilent(time.instant())).isFalse();
        assertThat(connections.all()).contains(alive.connection);
        turns(6);
        assertThat(alive.awaitClose()).isEqualTo(4000);
    }

    /** So many looks of the hub, each a ping, unanswered by who does not answer. */
    private void turns(int count) {
        for (int turn = 0; turn < count; turn++) {
            time.pass(Limits.PING_EVERY);
            connections.ping();
        }
    }

    @Test
    void a_session_that_is_over_closes_its_own_connection_and_no_other() {
        var over = open(new SignedIn(child.actor(), UUID.randomUUID(), "女儿"));
        var revoked = open(new SignedIn(new Actor(UUID.randomUUID(), ActorKind.BOX), UUID.randomUUID(), "家"));
        var others = List.of(open(doctor), open(box));

        connections.beat();

        assertThat(over.awaitClose()).isEqualTo(4401);
        assertThat(revoked.awaitClose()).isEqualTo(4401);
        turns(1);
        others.forEach(Socket::awaitPing);
        assertThat(connections.all())
                .filteredOn(one -> one.actor().kind() != ActorKind.FAMILY)
                .hasSize(3);
    }

    @Test
    void of_many_connections_of_one_session_at_once_the_last_alone_stays() throws Exception {
        for (int round = 0; round < 50; round++) {
            var fresh = new Connections(sessions, seen, journal, time);
            var sockets =
                    IntStream.range(0, 8).mapToObj(_ -> new Socket(child, time)).toList();
            var together = new CountDownLatch(1);
            try (var terminals = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Boolean>> opening = sockets.stream()
                        .map(socket -> terminals.submit(() -> {
                            together.await();
                            fresh.opened(socket.connection);
                            return true;
                        }))
                        .toList();
                together.countDown();
                for (var one : opening) {
                    assertThat(one.get()).isTrue();
                }
            }

            assertThat(fresh.all()).hasSize(1);
            var stays = fresh.all().getFirst();
            for (var socket : sockets) {
                if (socket.connection != stays) {
                    assertThat(socket.awaitClose()).isEqualTo(4409);
                }
            }
            assertThat(sockets).filteredOn(Socket::isClosed).hasSize(sockets.size() - 1);
            sockets.forEach(socket -> fresh.ended(socket.connection));
            assertThat(fresh.all()).isEmpty();
        }
    }

    private Socket open(SignedIn who) {
        var socket = new Socket(who, time);
        connections.opened(socket.connection);
        return socket;
    }

    /** The head of stream 7 is 7. */
    private static StreamName stream(int number) {
        return new StreamName("consultation", new UUID(0, number));
    }

    private SignedIn signedIn(UUID actor, ActorKind kind) {
        var session = jdbc.sql("select id from session where actor = ?")
                .param(actor)
                .query(UUID.class)
                .single();
        return new SignedIn(new Actor(actor, kind), session, "somebody");
    }

    /** Gives each stream the number in its name as its head, counts how often it is asked, and can be away. */
    private static final class AskedJournal implements Journal {
        final AtomicInteger questions = new AtomicInteger();
        volatile boolean away;

        @Override
        public Map<StreamName, Long> heads(Collection<StreamName> streams) {
            questions.incrementAndGet();
            if (away) {
                throw new DataAccessResourceFailureException("the database is away");
            }
            var heads = new java.util.HashMap<StreamName, Long>();
            streams.forEach(stream -> heads.put(
                    stream, stream.kind().equals(INBOX) ? 0L : stream.id().getLeastSignificantBits()));
            return heads;
        }

        @Override
        public long head(StreamName stream) {
            questions.incrementAndGet();
            return stream.id().getLeastSignificantBits();
        }

        @Override
        public long append(StreamName stream, UUID actor, Object payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void touch(Collection<StreamName> streams) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<JournalEvent> after(StreamName stream, long sequence) {
            return List.of();
        }
    }

    /** Tells the time once, which is when its connection is opened, and then fails. */
    private static final class StoppingClock extends Clock {
        private boolean asked;

        @Override
        public Instant instant() {
            if (asked) {
                throw new IllegalStateException("a bug");
            }
            asked = true;
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
