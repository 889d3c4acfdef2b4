package org.wuduan.hub.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The running calls as operators see them: counts and ids, nobody's name. */
@Component
public class RunningCalls {
    private final JdbcClient jdbc;

    RunningCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A running call.
     *
     * @param bridge null while none has it
     * @param seats who should sit in it
     * @param reconnecting of those, who lost the connection a moment ago
     */
    public record Running(
            UUID id,
            Instant openedAt,
            @Nullable String bridge,
            int generation,
            int seats,
            int present,
            int reconnecting) {}

    /** The oldest running calls. */
    public List<Running> oldest(int max) {
        return jdbc.sql("select c.id, c.opened_at, c.node, c.generation,"
                        + " count(s.id) filter (where s.seated) as seats,"
                        + " count(s.id) filter (where s.seated and s.presence = 'present') as present,"
                        + " count(s.id) filter (where s.seated and s.presence = 'reconnecting') as reconnecting"
                        + " from call c left join seat s on s.call = c.id where c.ended_at is null"
                        + " group by c.id order by c.opened_at, c.id limit ?")
                .param(max)
                .query((row, _) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("node"),
                        row.getInt("generation"),
                        row.getInt("seats"),
                        row.getInt("present"),
                        row.getInt("reconnecting")))
                .list();
    }

    /** Who sits in all running calls, and of whom the connection was lost a moment ago. */
    public record Seats(int present, int reconnecting) {}

    public Seats seats() {
        return jdbc.sql("select count(*) filter (where s.presence = 'present') as present,"
                        + " count(*) filter (where s.presence = 'reconnecting') as reconnecting"
                        + " from seat s join call c on c.id = s.call where c.ended_at is null and s.seated")
                .query((row, _) -> new Seats(row.getInt("present"), row.getInt("reconnecting")))
                .single();
    }

    /** All running calls by the bridge that has them; those that none has are under the empty name. */
    public Map<String, Integer> byBridge() {
        Map<String, Integer> calls = new HashMap<>();
        jdbc.sql("select coalesce(node, '') as bridge, count(*) as calls from call where ended_at is null group by 1")
                .query(row -> {
                    calls.put(row.getString("bridge"), row.getInt("calls"));
                });
        return calls;
    }
}
