package org.wuduan.hub.journal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wuduan.contract.WireJson;

/** A journal without a database, for tests of those who use one. One lock stands for the row locks of all streams. */
public final class InMemoryJournal implements Journal {
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<StreamName, Stream> committed = new ConcurrentHashMap<>();
    /** What the transaction that holds the lock has written so far. */
    private final Map<StreamName, Stream> uncommitted = new LinkedHashMap<>();

    private final Clock clock;
    private final Consumer<StreamAdvanced> announce;

    private record Stream(long head, List<JournalEvent> events) {
        static final Stream EMPTY = new Stream(0, List.of());
    }

    /** @param announce is told each new head after its commit */
    public InMemoryJournal(Clock clock, Consumer<StreamAdvanced> announce) {
        this.clock = clock;
        this.announce = announce;
    }

    @Override
    public long append(StreamName stream, UUID actor, Object payload) {
        var before = write(stream);
        var events = new ArrayList<>(before.events());
        events.add(new JournalEvent(
                stream,
                before.head() + 1,
                payload.getClass().getSimpleName(),
                actor,
                clock.instant(),
                WireJson.mapper().writeValueAsString(payload)));
        return advance(stream, new Stream(before.head() + 1, events));
    }

    @Override
    public void touch(Collection<StreamName> streams) {
        new TreeSet<>(streams).forEach(stream -> {
            var before = write(stream);
            advance(stream, new Stream(before.head() + 1, before.events()));
        });
    }

    @Override
    public long head(StreamName stream) {
        return visible(stream).head();
    }

    @Override
    public Map<StreamName, Long> heads(Collection<StreamName> streams) {
        var heads = new LinkedHashMap<StreamName, Long>();
        streams.forEach(stream -> heads.put(stream, head(stream)));
        return heads;
    }

    @Override
    public List<JournalEvent> after(StreamName stream, long sequence) {
        return visible(stream).events().stream()
                .filter(event -> event.sequence() > sequence)
                .limit(PAGE_MAX)
                .toList();
    }

    private Stream visible(StreamName stream) {
        var own = writing.isHeldByCurrentThread() ? uncommitted.get(stream) : null;
        return own == null ? committed.getOrDefault(stream, Stream.EMPTY) : own;
    }

    /** Takes the lock for the rest of the running transaction. */
    private Stream write(StreamName stream) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the journal is written only inside a transaction");
        }
        if (!writing.isHeldByCurrentThread()) {
            writing.lock();
            TransactionSynchronizationManager.registerSynchronization(new End());
        }
        return visible(stream);
    }

    private long advance(StreamName stream, Stream next) {
        uncommitted.put(stream, next);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announce.accept(new StreamAdvanced(stream, next.head()));
            }
        });
        return next.head();
    }

    /** Keeps what was written, or forgets it. */
    private final class End implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            committed.putAll(uncommitted);
        }

        @Override
        public void afterCompletion(int status) {
            uncommitted.clear();
            writing.unlock();
        }
    }
}
