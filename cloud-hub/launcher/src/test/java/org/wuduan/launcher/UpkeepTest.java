package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.lan.LanDoor;

/** What is done for the network's certificate while everything runs. */
class UpkeepTest {

    /** Goes only when it is told to. */
    private static final class Hands extends Clock {
        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir
    private Path secrets;

    private final Hands clock = new Hands();
    private final List<String> told = new ArrayList<>();

    private LanDoor door() {
        var door = LanDoor.generated("192.168.1.20", 8443, secrets);
        assertThat(door.certificate().keepUp()).isEmpty();
        return door;
    }

    @Test
    void a_lost_certificate_is_made_anew_within_the_hour() throws Exception {
        var door = door();
        var upkeep = new Upkeep(Optional.of(door), _ -> true, clock, told::add);
        Files.delete(door.certificate().certificateFile());

        clock.now = clock.now.plus(Upkeep.EVERY).minusSeconds(1);
        upkeep.turn();
        assertThat(door.certificate().certificateFile()).doesNotExist();

        clock.now = clock.now.plus(Duration.ofSeconds(1));
        upkeep.turn();
        assertThat(door.certificate().certificateFile()).exists();
    }

    @Test
    void what_cannot_be_done_is_told_once_and_not_every_hour() throws Exception {
        var door = door();
        var upkeep = new Upkeep(Optional.of(door), _ -> true, clock, told::add);
        Files.delete(door.certificate().certificateFile());
        Files.createDirectory(door.certificate().certificateFile());

        for (int hour = 0; hour < 3; hour++) {
            clock.now = clock.now.plus(Upkeep.EVERY);
            upkeep.turn();
        }

        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).contains("certificate");
    }

    @Test
    void without_a_door_nothing_is_done() {
        var upkeep = new Upkeep(Optional.empty(), _ -> false, clock, told::add);

        clock.now = clock.now.plus(Upkeep.EVERY);
        upkeep.turn();

        assertThat(told).isEmpty();
    }

    @Test
    void a_lost_address_is_told_once_and_so_is_its_return() {
        var here = new AtomicBoolean(true);
        var upkeep = new Upkeep(Optional.of(door()), _ -> here.get(), clock, told::add);
        var said = new ArrayList<Integer>();

        for (boolean present : new boolean[] {true, false, false, true, true}) {
            here.set(present);
            clock.now = clock.now.plus(Upkeep.ADDRESS_EVERY);
            upkeep.turn();
            said.add(told.size());
        }

        assertThat(said).containsExactly(0, 1, 1, 2, 2);
        assertThat(told).allSatisfy(sentence -> assertThat(sentence).contains("192.168.1.20"));
    }

    @Test
    void the_address_is_looked_for_at_once_and_then_every_ten_seconds() {
        var looks = new AtomicInteger();
        var upkeep = new Upkeep(Optional.of(door()), _ -> looks.incrementAndGet() == 0, clock, told::add);

        upkeep.turn();
        assertThat(told).hasSize(1);

        clock.now = clock.now.plus(Upkeep.ADDRESS_EVERY).minusSeconds(1);
        upkeep.turn();
        assertThat(looks).hasValue(1);

        clock.now = clock.now.plusSeconds(1);
        upkeep.turn();
        assertThat(looks).hasValue(2);
    }

    @Test
    void a_list_of_addresses_that_cannot_be_read_ends_nothing_and_says_nothing_about_the_address() {
        var looks = new ArrayDeque<Callable<Boolean>>(List.of(
                () -> {
                    throw new SocketException("No such device");
                },
                () -> true,
                () -> false));
        var upkeep = new Upkeep(Optional.of(door()), _ -> called(looks.remove()), clock, told::add);
        var said = new ArrayList<Integer>();

        for (int look = 0; look < 3; look++) {
            upkeep.turn();
            said.add(told.size());
            clock.now = clock.now.plus(Upkeep.ADDRESS_EVERY);
        }

        assertThat(said).containsExactly(1, 1, 2);
        assertThat(told.getFirst()).contains("No such device").doesNotContain("192.168.1.20");
        assertThat(told.getLast()).contains("no longer has the address 192.168.1.20");
    }

    @Test
    void whatever_else_breaks_ends_nothing() {
        var upkeep = new Upkeep(
                Optional.of(door()),
                _ -> {
                    throw new IllegalStateException("broken");
                },
                clock,
                told::add);

        assertThatCode(upkeep::turn).doesNotThrowAnyException();

        assertThat(told).hasSize(1);
    }

    private static boolean called(Callable<Boolean> look) {
        try {
            return look.call();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
