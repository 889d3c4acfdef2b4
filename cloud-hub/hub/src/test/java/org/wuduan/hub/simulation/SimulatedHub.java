package org.wuduan.hub.simulation;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.fake.FakeBridge;
import org.wuduan.bridge.fake.FakeMediaNode;
import org.wuduan.hub.call.CallSide;
import org.wuduan.hub.call.MediaBridges;
import org.wuduan.hub.journal.StreamAdvanced;

/** The hub's own context, with the clock, the scheduler, the executor, the bridges and the database of a simulation. */
@TestConfiguration(proxyBeanMethods = false)
class SimulatedHub {
    /** A disk in memory: what is durable is another test's question, and each commit would wait for a real disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final EmbeddedPostgres SERVER = start();

    static void giveDatabase(DynamicPropertyRegistry registry) {
        registry.add("hub.database.url", () -> SERVER.getJdbcUrl("postgres", "postgres"));
        registry.add("hub.database.user", () -> "postgres");
        registry.add("hub.database.password", () -> "");
        // a font takes longer than a schedule: each report is owed
        registry.add("hub.report-font", () -> "/nowhere/font.ttc,2");
        registry.add(
                "hub.secrets",
                () -> Path.of("target", "secrets", "simulation-" + SERVER.getPort())
                        .toString());
    }

    private static EmbeddedPostgres start() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1");
            if (Files.isWritable(MEMORY)) {
                builder.setDataDirectory(
                        Files.createTempDirectory(MEMORY, "wuduan-simulation").toFile());
            }
            return builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Bean
    static HubLife hubLife() {
        return new HubLife();
    }

    @Bean
    @Primary
    VirtualClock virtualClock() {
        return new VirtualClock();
    }

    @Bean
    static BeanPostProcessor faultyDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource real ? new FaultyDatabase(real) : bean;
            }
        };
    }

    /** What runs in the background of the hub waits here until the schedule lets it run. */
    static final class Background implements TaskExecutor {
        final Deque<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }
    }

    @Bean(name = {"taskExecutor", "applicationTaskExecutor"})
    Background background() {
        return new Background();
    }

    @Bean
    FakeBridge bridgeA() {
        return new FakeBridge();
    }

    @Bean
    FakeBridge bridgeB() {
        return new FakeBridge();
    }

    @Bean
    @Primary
    @Scope(HubLife.NAME)
    MediaBridges fakeBridges(FakeBridge bridgeA, FakeBridge bridgeB) {
        return new MediaBridges(List.of(
                new FakeMediaNode(new NodeId("bridge-a"), bridgeA),
                new FakeMediaNode(new NodeId("bridge-b"), bridgeB)));
    }

    @Bean
    Machine machine(ApplicationContext context, Machine.Surroundings around, JdbcClient jdbc, Background background) {
        return new Machine(context, around, new CallSide(context, jdbc), background.tasks);
    }

    @Bean
    Machine.Surroundings surroundings(
            HubLife life, VirtualClock clock, FaultyDatabase database, FakeBridge bridgeA, FakeBridge bridgeB) {
        return new Machine.Surroundings(life, clock, database, bridgeA, bridgeB);
    }

    /** Hears the journal as the connections do. */
    @Bean
    Ear ear(Machine machine) {
        return new Ear(machine);
    }

    record Ear(Machine machine) {
        @EventListener
        void on(StreamAdvanced advanced) {
            machine.announced(advanced);
        }
    }
}
