package org.wuduan.hub.journal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.hub.fixtures.HubTest;

/** The journal of the hub. */
class PostgresJournalTest extends HubTest implements JournalContract {
    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ConfigurableApplicationContext hub;

    private final Map<StreamName, List<Long>> announced = new ConcurrentHashMap<>();
    private final ApplicationListener<ApplicationEvent> listener = event -> {
        if (event instanceof PayloadApplicationEvent<?> sent && sent.getPayload() instanceof StreamAdvanced advanced) {
            remember(advanced);
        }
    };

    private void remember(StreamAdvanced advanced) {
        announced
                .computeIfAbsent(advanced.stream(), _ -> new CopyOnWriteArrayList<>())
                .add(advanced.head());
    }

    @BeforeEach
    void listen() {
        hub.addApplicationListener(listener);
    }

    @AfterEach
    void stopListening() {
        hub.removeApplicationListener(listener);
    }

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
}
