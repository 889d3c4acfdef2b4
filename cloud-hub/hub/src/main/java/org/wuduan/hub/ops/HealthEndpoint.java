package org.wuduan.hub.ops;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this hub can serve now; asked by the launcher and by load balancers. Says nothing else. */
@RestController
class HealthEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final JdbcClient jdbc;

    HealthEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        return new Bounded<>(this::askDatabase, PATIENCE).answer().isPresent()
                ? ResponseEntity.ok(Map.of("status", "up", "database", "up"))
                : ResponseEntity.status(503).body(Map.of("status", "down", "database", "down"));
    }

    private Integer askDatabase() {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
