package org.wuduan.hub.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Operations.LiveCall;
import org.wuduan.contract.Operations.OperationsStatus;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;
import org.wuduan.hub.call.NewCalls;
import org.wuduan.hub.call.RunningCalls;
import org.wuduan.hub.consultation.OpenCount;
import org.wuduan.hub.live.OpenConnections;

/**
 * Looks after every part every two seconds and keeps what it found: whoever asks is answered from memory, also while the
 * database is away. What only the database knows is then shown as it was last.
 */
@Component
class Rounds {
    private static final long EVERY_MILLIS = 2_000;

    /** How long one question to the database may take before it counts as away. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Running calls that are listed; all are counted. */
    static final int CALLS_SHOWN_MAX = 100;

    private final Bounded<Integer> database;
    private final Bounded<Census> census;
    private final Wards wards;
    private final OpenConnections connections;
    private final Clock clock;
    private final Instant startedAt;
    /** A turn that comes while the one before still looks is left out. */
    private final ReentrantLock looking = new ReentrantLock();

    private final PartBook book = new PartBook();
    private volatile Census counted = Census.NOTHING;
    private volatile OperationsStatus newest;

    /** What is looked at. */
    @Component
    record Wards(
            BridgeParts bridges,
            BoxParts boxes,
            StoreParts stores,
            DiskPart disk,
            LauncherParts launcher,
            ObjectProvider<DoorKeeper> door,
            RunningCalls calls,
            OpenCount consultations,
            NewCalls newCalls) {}

    /** What the database knew when it was asked last. */
    record Census(
            List<Finding> stores,
            BoxParts.Looked boxes,
            List<RunningCalls.Running> oldestCalls,
            Map<String, Integer> callsByBridge,
            RunningCalls.Seats seats,
            OpenCount.Open consultations) {
        static final Census NOTHING = new Census(
                List.of(),
                new BoxParts.Looked(List.of(), 0, 0),
                List.of(),
                Map.of(),
                new RunningCalls.Seats(0, 0),
                new OpenCount.Open(0, 0));
    }

    Rounds(JdbcClient jdbc, Wards wards, OpenConnections connections, Clock clock) {
        this.database =
                new Bounded<>(() -> jdbc.sql("select 1").query(Integer.class).single(), PATIENCE);
        this.census = new Bounded<>(this::count, PATIENCE);
        this.wards = wards;
        this.connections = connections;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.newest = status(List.of(), startedAt);
    }

    /** How everything was at the last round. */
    OperationsStatus newest() {
        return newest;
    }

    RunningCalls.Seats seats() {
        return counted.seats();
    }

    /**
     * At a fixed rate, which gives each turn a thread of its own: tasks with a fixed delay share one, and one of them that
     * waits for a database that is stopped would keep this one from saying so.
     */
    @Scheduled(fixedRate = EVERY_MILLIS)
    void lookAgain() {
        if (looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
    }

    void look() {
        looking.lock();
        try {
            lookAtAll();
        } finally {
            looking.unlock();
        }
    }

    private void lookAtAll() {
        var findings = new ArrayList<Finding>();
        boolean answers = database.answer().isPresent();
        findings.add(
                answers
                        ? Finding.well(PartKind.DATABASE, "database")
                        : Finding.of(PartKind.DATABASE, "database", PartState.ILL, PartTrouble.NO_ANSWER));
        if (answers) {
            counted = census.answer().orElse(counted);
        }
        findings.addAll(wards.bridges().look(counted.callsByBridge()));
        findings.addAll(wards.launcher().look());
        wards.door().stream().map(DoorKeeper::look).forEach(findings::add);
        findings.addAll(counted.stores());
        findings.add(wards.disk().look());
        findings.addAll(counted.boxes().findings());
        newest = status(findings, clock.instant());
    }

    private Census count() {
        return new Census(
                wards.stores().look(),
                wards.boxes().look(),
                wards.calls().oldest(CALLS_SHOWN_MAX),
                wards.calls().byBridge(),
                wards.calls().seats(),
                wards.consultations().now());
    }

    private OperationsStatus status(List<Finding> findings, Instant now) {
        return new OperationsStatus(
                now,
                startedAt,
                wards.newCalls().stoppedSince().orElse(null),
                counted.consultations().underWay(),
                counted.consultations().waiting(),
                connections.now().size(),
                counted.boxes().known(),
                counted.boxes().connected(),
                counted.callsByBridge().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                counted.oldestCalls().stream().map(Rounds::shown).toList(),
                book.enter(findings, now));
    }

    private static LiveCall shown(RunningCalls.Running call) {
        return new LiveCall(
                call.id(),
                call.openedAt(),
                call.bridge(),
                call.generation(),
                call.seats(),
                call.present(),
                call.reconnecting());
    }
}
