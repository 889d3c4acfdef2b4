package org.wuduan.hub.ops;

import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this hub can serve now; asked by the launcher and by load balancers. Says nothing else. */
@RestController
class HealthEndpoint {
    private final JdbcClient jdbc;

    HealthEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok(Map.of("status", "up", "database", "up"));
        } catch (DataAccessException databaseAway) {
            return ResponseEntity.status(503).body(Map.of("status", "down", "database", "down"));
        }
    }
}
