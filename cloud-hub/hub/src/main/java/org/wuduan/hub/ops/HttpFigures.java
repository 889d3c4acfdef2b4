package org.wuduan.hub.ops;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts and times requests by method and class of status. Paths hold ids and are no label. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpFigures extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS");
    private static final int STATUSES_OF_A_CLASS = 100;
    private static final int HIGHEST_CLASS = 5;

    /** A socket that is opened stays open: that is no slow request. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Upgrade") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = Timer.start();
        try {
            chain.doFilter(request, response);
        } finally {
            begun.stop(timer(request.getMethod(), response.getStatus()));
        }
    }

    /** Anybody can send any word as a method. */
    static Timer timer(String method, int status) {
        int kind = Math.clamp(status / STATUSES_OF_A_CLASS, 1, HIGHEST_CLASS);
        return Timer.builder("wuduan.http.requests")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("status", kind + "xx")
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(Metrics.globalRegistry);
    }
}
