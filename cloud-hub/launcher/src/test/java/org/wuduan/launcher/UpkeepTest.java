package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.lan.LanDoor;
import org.wuduan.launcher.lan.LanWish;

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
        var wish = new LanWish(Optional.empty(), 8443, Optional.empty(), Optional.empty());
        var door = LanDoor.open(wish, "192.168.1.20", 8443, secrets);
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
    void the_address_is_looked_for_every_ten_seconds_and_not_more_often() {
        var upkeep = new Upkeep(Optional.of(door()), _ -> false, clock, told::add);

        clock.now = clock.now.plus(Upkeep.ADDRESS_EVERY).minusSeconds(1);
        upkeep.turn();
        assertThat(told).isEmpty();

        clock.now = clock.now.plusSeconds(1);
        upkeep.turn();
        assertThat(told).hasSize(1);
    }
}
