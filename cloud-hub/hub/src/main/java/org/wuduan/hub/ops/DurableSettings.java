package org.wuduan.hub.ops;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to serve on a database that does not keep what it has committed: an acknowledged reading is a promise, and
 * embedded servers and tuned ones often run with these settings off.
 */
@Component
class DurableSettings implements SmartLifecycle {
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final JdbcClient jdbc;
    private volatile boolean running;

    DurableSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before calls resume and before the web server takes the first reading. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        for (var setting : MUST_BE_ON) {
            var value = jdbc.sql("select current_setting(?)")
                    .param(setting)
                    .query(String.class)
                    .single();
            if (keepsNothing(value)) {
                throw new IllegalStateException("the database runs with " + setting + " = " + value
                        + " and could lose what was acknowledged: set " + setting + " = on and start the hub again");
            }
        }
        running = true;
    }

    /** Stronger promises than on, such as remote_apply, are welcome; local waits for this server's disk, which is ours. */
    private static boolean keepsNothing(String value) {
        return value.equals("off");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
