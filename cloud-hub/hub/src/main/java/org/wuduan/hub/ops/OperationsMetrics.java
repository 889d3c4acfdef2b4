package org.wuduan.hub.ops;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Operations.OperationsPart;
import org.wuduan.contract.Operations.OperationsStatus;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.hub.call.Bridges;
import org.wuduan.hub.live.OpenConnections;

/**
 * The metrics of this hub for Prometheus. Modules count in Micrometer's global registry; here are the gauges, which are
 * read from the newest round. A label is a word of the program or of the settings, never of a person.
 */
@Component
class OperationsMetrics implements DisposableBean {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Rounds rounds;

    OperationsMetrics(Rounds rounds, OpenConnections connections, Bridges bridges, DataSource database) {
        this.rounds = rounds;
        ofTheProcess(database);
        ofTheRound();
        for (var bridge : bridges.all()) {
            ofTheBridge(bridge.name());
        }
        for (var kind : ActorKind.values()) {
            Gauge.builder(
                            "wuduan.live.connections",
                            connections,
                            all -> all.now().stream()
                                    .filter(open -> open.kind() == kind)
                                    .count())
                    .tag("kind", word(kind))
                    .register(registry);
        }
        Gauge.builder(
                        "wuduan.live.streams",
                        connections,
                        all -> all.now().stream()
                                .mapToInt(OpenConnections.Open::streams)
                                .sum())
                .description("watched streams of all connections")
                .register(registry);
        Metrics.addRegistry(registry);
    }

    /** In the text form of Prometheus. */
    String scrape() {
        return registry.scrape();
    }

    MeterRegistry registry() {
        return registry;
    }

    @Override
    public void destroy() {
        Metrics.removeRegistry(registry);
        collections.close();
        registry.close();
    }

    private void ofTheProcess(DataSource database) {
        for (var binder : List.of(
                new JvmMemoryMetrics(),
                collections,
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics())) {
            binder.bindTo(registry);
        }
        if (database instanceof HikariDataSource pool) {
            pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        }
    }

    private void ofTheRound() {
        gauge("wuduan.calls", OperationsStatus::calls);
        gauge("wuduan.calls.seats.present", _ -> rounds.seats().present());
        gauge("wuduan.calls.seats.reconnecting", _ -> rounds.seats().reconnecting());
        gauge("wuduan.consultations.waiting", OperationsStatus::waiting);
        gauge("wuduan.consultations.under.way", OperationsStatus::underWay);
        gauge("wuduan.boxes", OperationsStatus::boxes);
        gauge("wuduan.boxes.on.line", OperationsStatus::boxesOnLine);
        gauge("wuduan.events.waiting", status -> waiting(status, PartKind.EVENTS));
        gauge("wuduan.seals.waiting", status -> waiting(status, PartKind.SEALS));
        gauge("wuduan.disk.free.mib", OperationsMetrics::freeMib);
        gauge("wuduan.no.new.calls", status -> status.noNewCallsSince() == null ? 0 : 1);
        gauge("wuduan.round.at.seconds", status -> status.at().getEpochSecond());
        for (var kind : PartKind.values()) {
            for (var state : PartState.values()) {
                Gauge.builder("wuduan.parts", rounds, all -> count(all.newest(), kind, state))
                        .description("parts of a kind that are in a state")
                        .tag("kind", word(kind))
                        .tag("state", word(state))
                        .register(registry);
            }
        }
    }

    private void ofTheBridge(String name) {
        Gauge.builder("wuduan.bridge.up", rounds, all -> {
                    var bridge = bridge(all.newest(), name);
                    return bridge == null || bridge.state() == PartState.ILL ? 0 : 1;
                })
                .tag("bridge", name)
                .register(registry);
        Gauge.builder("wuduan.bridge.calls", rounds, all -> {
                    var bridge = bridge(all.newest(), name);
                    return bridge == null || bridge.calls() == null ? 0 : bridge.calls();
                })
                .tag("bridge", name)
                .register(registry);
    }

    private void gauge(String name, ToDoubleFunction<OperationsStatus> value) {
        Gauge.builder(name, rounds, all -> value.applyAsDouble(all.newest())).register(registry);
    }

    private static @Nullable OperationsPart bridge(OperationsStatus status, String name) {
        return status.parts().stream()
                .filter(part -> part.kind() == PartKind.BRIDGE && part.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Not a number while it is not known. */
    private static double waiting(OperationsStatus status, PartKind kind) {
        return status.parts().stream()
                .filter(part -> part.kind() == kind)
                .map(OperationsPart::waiting)
                .mapToDouble(waiting -> waiting == null ? Double.NaN : waiting)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double freeMib(OperationsStatus status) {
        return status.parts().stream()
                .filter(part -> part.kind() == PartKind.DISK)
                .map(OperationsPart::freeMib)
                .mapToDouble(free -> free == null ? Double.NaN : free)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double count(OperationsStatus status, PartKind kind, PartState state) {
        return status.parts().stream()
                .filter(part -> part.kind() == kind && part.state() == state)
                .count();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
