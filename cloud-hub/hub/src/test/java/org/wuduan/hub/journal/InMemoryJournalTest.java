package org.wuduan.hub.journal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal that stands in for the real one keeps to what the real one keeps to. */
class InMemoryJournalTest implements JournalContract {
    private final Map<StreamName, List<Long>> announced = new ConcurrentHashMap<>();
    private final Journal journal = new InMemoryJournal(
            Clock.systemUTC(),
            advanced -> announced
                    .computeIfAbsent(advanced.stream(), _ -> new CopyOnWriteArrayList<>())
                    .add(advanced.head()));
    private final TransactionTemplate transactions = new TransactionTemplate(new WithoutDatabase());

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public TransactionTemplate transactions() {
        return transactions;
    }

    @Override
    public List<Long> announced(StreamName stream) {
        return announced.getOrDefault(stream, List.of());
    }

    /** Transactions of nothing but what takes part in them. */
    private static final class WithoutDatabase extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // nothing is connected
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // the journal keeps it when it is told so
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // the journal forgets it when it is told so
        }
    }
}
