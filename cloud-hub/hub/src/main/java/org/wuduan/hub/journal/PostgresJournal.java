package org.wuduan.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

@Component
class PostgresJournal implements Journal {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    PostgresJournal(JdbcClient jdbc, ApplicationEventPublisher events, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public long append(StreamName stream, UUID actor, Object payload) {
        long head = advance(stream);
        jdbc.sql("insert into journal_event (stream, sequence, type, actor, at, payload)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        stream.toString(),
                        head,
                        payload.getClass().getSimpleName(),
                        actor,
                        Timestamp.from(clock.instant()),
                        json.writeValueAsString(payload))
                .update();
        return head;
    }

    @Override
    public void touch(Collection<StreamName> streams) {
        new TreeSet<>(streams).forEach(this::advance);
    }

    @Override
    public long head(StreamName stream) {
        return jdbc.sql("select head from journal_stream where name = ?")
                .param(stream.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public Map<StreamName, Long> heads(Collection<StreamName> streams) {
        var byName = new HashMap<String, StreamName>();
        streams.forEach(stream -> byName.put(stream.toString(), stream));
        var heads = new HashMap<StreamName, Long>();
        streams.forEach(stream -> heads.put(stream, 0L));
        if (!streams.isEmpty()) {
            jdbc.sql("select name, head from journal_stream where name = any(:names)")
                    .param("names", byName.keySet().toArray(String[]::new))
                    .query((row, _) -> Map.entry(row.getString("name"), row.getLong("head")))
                    .list()
                    .forEach(found -> heads.put(Objects.requireNonNull(byName.get(found.getKey())), found.getValue()));
        }
        return heads;
    }

    @Override
    public List<JournalEvent> after(StreamName stream, long sequence) {
        return jdbc.sql("select sequence, type, actor, at, payload from journal_event"
                        + " where stream = ? and sequence > ? order by sequence limit ?")
                .params(stream.toString(), sequence, PAGE_MAX)
                .query((row, _) -> event(stream, row))
                .list();
    }

    private long advance(StreamName stream) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the journal is written only inside a transaction");
        }
        long head = jdbc.sql("insert into journal_stream (name, head) values (?, 1)"
                        + " on conflict (name) do update set head = journal_stream.head + 1 returning head")
                .param(stream.toString())
                .query(Long.class)
                .single();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new StreamAdvanced(stream, head));
            }
        });
        return head;
    }

    private static JournalEvent event(StreamName stream, ResultSet row) throws SQLException {
        return new JournalEvent(
                stream,
                row.getLong("sequence"),
                row.getString("type"),
                row.getObject("actor", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("payload"));
    }
}
