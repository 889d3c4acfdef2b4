package org.wuduan.hub.ops;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether this hub can serve now; asked by the launcher, load balancers and televisions, also from the network, and
 * without a sign-in. Says nothing else, and however many ask, the database is asked once a second.
 */
@RestController
class HealthEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Shared<Boolean> database = new Shared<>(this::databaseAnswers, EVERY, System::nanoTime);

    HealthEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        return database.answer()
                ? ResponseEntity.ok(Map.of("status", "up", "database", "up"))
                : ResponseEntity.status(503).body(Map.of("status", "down", "database", "down"));
    }

    private boolean databaseAnswers() {
        return new Bounded<>(this::askDatabase, PATIENCE).answer().isPresent();
    }

    private Integer askDatabase() {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
