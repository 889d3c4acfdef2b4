package org.wuduan.hub.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few database connections beside the hub's pool. A refused command still holds its own connection while its denial
 * is written; from the same pool, as many denials at once as it has connections would wait for each other for ever.
 */
@Component
class DenialConnections implements DisposableBean {
    private static final int CONNECTIONS_MAX = 2;

    private final HikariDataSource pool;

    DenialConnections(DataSource hub) throws SQLException {
        var settings = new HikariConfig();
        hub.unwrap(HikariDataSource.class).copyStateTo(settings);
        settings.setPoolName("denials");
        settings.setMaximumPoolSize(CONNECTIONS_MAX);
        settings.setMinimumIdle(0);
        // opened with the first denial
        settings.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(settings);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
