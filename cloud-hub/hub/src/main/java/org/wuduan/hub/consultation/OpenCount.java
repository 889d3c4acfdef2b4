package org.wuduan.hub.consultation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many consultations are open, for operators. */
@Component
public class OpenCount {
    private final JdbcClient jdbc;

    OpenCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param waiting requests that no doctor has accepted
     * @param underWay accepted and not over
     */
    public record Open(int waiting, int underWay) {}

    public Open now() {
        return jdbc.sql("select count(*) filter (where state = 'waiting') as waiting,"
                        + " count(*) filter (where state <> 'waiting') as under_way from consultation"
                        + " where state not in ('concluded', 'cancelled')")
                .query((row, _) -> new Open(row.getInt("waiting"), row.getInt("under_way")))
                .single();
    }
}
