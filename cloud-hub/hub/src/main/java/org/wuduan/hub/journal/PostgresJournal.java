package org.wuduan.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wuduan.hub.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What an event tells lies locked in the database; its stream, type, actor and time lie open. */
@Component
class PostgresJournal implements Journal {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Vault vault;
    private final Clock clock;

    PostgresJournal(JdbcClient jdbc, ApplicationEventPublisher events, JsonMapper json, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public long append(StreamName stream, UUID actor, Object payload) {
        long head = advance(new TreeSet<>(Set.of(stream))).getOrDefault(stream, 0L);
        jdbc.sql("insert into journal_event (stream, sequence, type, actor, at, locked)" + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        stream.toString(),
                        head,
                        payload.getClass().getSimpleName(),
                        actor,
                        Timestamp.from(clock.instant()),
                        vault.lock(json.writeValueAsString(payload), place(stream, head)))
                .update();
        return head;
    }

    @Override
    public void touch(Collection<StreamName> streams) {
        if (!streams.isEmpty()) {
            advance(new TreeSet<>(streams));
        }
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
        return jdbc.sql("select sequence, type, actor, at, payload, locked from journal_event"
                        + " where stream = ? and sequence > ? order by sequence limit ?")
                .params(stream.toString(), sequence, PAGE_MAX)
                .query((row, _) -> event(stream, row))
                .list();
    }

    /** In one statement, which takes the row locks in the order of the names; the heads are told after the commit. */
    private Map<StreamName, Long> advance(SortedSet<StreamName> streams) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the journal is written only inside a transaction");
        }
        Map<StreamName, Long> heads = new HashMap<>();
        jdbc.sql("insert into journal_stream (name, head)"
                        + " select name, 1 from unnest(?::text[]) with ordinality as wanted (name, place) order by place"
                        + " on conflict (name) do update set head = journal_stream.head + 1 returning name, head")
                .param(streams.stream().map(StreamName::toString).toArray(String[]::new))
                .query(row -> {
                    heads.put(StreamName.parse(row.getString("name")), row.getLong("head"));
                });
        announcement().putAll(heads);
        return heads;
    }

    /** What the running transaction will announce: each stream once, with its last head. */
    @SuppressWarnings("unchecked")
    private Map<StreamName, Long> announcement() {
        var bound = (Map<StreamName, Long>) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        Map<StreamName, Long> heads = new LinkedHashMap<>();
        TransactionSynchronizationManager.bindResource(this, heads);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(PostgresJournal.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(PostgresJournal.this, heads);
            }

            @Override
            public void afterCommit() {
                heads.forEach((stream, head) -> events.publishEvent(new StreamAdvanced(stream, head)));
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(PostgresJournal.this);
            }
        });
        return heads;
    }

    /** Those of before payloads were locked are read as they lie. */
    private JournalEvent event(StreamName stream, ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        var locked = row.getBytes("locked");
        return new JournalEvent(
                stream,
                sequence,
                row.getString("type"),
                row.getObject("actor", UUID.class),
                row.getTimestamp("at").toInstant(),
                locked == null ? row.getString("payload") : vault.open(locked, place(stream, sequence)));
    }

    private static Vault.Place place(StreamName stream, long sequence) {
        return new Vault.Place("journal." + stream.kind() + "/" + sequence, stream.id());
    }
}
