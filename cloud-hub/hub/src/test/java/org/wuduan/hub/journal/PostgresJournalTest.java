package org.wuduan.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.vault.VaultDamaged;

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

    private record Said(String text) {}

    @Test
    void what_an_event_tells_lies_locked_in_the_database_and_bound_to_its_place() {
        var stream = new StreamName("consultation", UUID.randomUUID());
        var other = new StreamName("consultation", UUID.randomUUID());
        transactions.executeWithoutResult(_ -> {
            journal.append(stream, UUID.randomUUID(), new Said("建议低盐饮食"));
            journal.append(other, UUID.randomUUID(), new Said("多休息"));
        });

        assertThat(journal.after(stream, 0))
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).contains("建议低盐饮食"));
        assertThat(jdbc.sql("select count(*) from journal_event where stream = ? and payload is null"
                                + " and position(? in locked) = 0")
                        .params(stream.toString(), "建议低盐饮食".getBytes(StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("update journal_event set locked = (select locked from journal_event where stream = ?)"
                        + " where stream = ?")
                .params(other.toString(), stream.toString())
                .update();
        assertThatThrownBy(() -> journal.after(stream, 0)).isInstanceOf(VaultDamaged.class);
    }

    @Test
    void an_event_of_before_payloads_were_locked_is_read_as_it_lies() {
        var stream = new StreamName("consultation", UUID.randomUUID());
        transactions.executeWithoutResult(_ -> journal.touch(List.of(stream)));
        jdbc.sql("insert into journal_event (stream, sequence, type, actor, at, payload)"
                        + " values (?, 1, 'Said', ?, now(), '{\"text\": \"旧\"}')")
                .params(stream.toString(), UUID.randomUUID())
                .update();

        assertThat(journal.after(stream, 0))
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).contains("旧"));
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
