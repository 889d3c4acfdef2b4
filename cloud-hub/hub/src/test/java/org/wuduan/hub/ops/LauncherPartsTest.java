package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;

class LauncherPartsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void each_process_is_as_the_launcher_wrote_and_since_then() throws IOException {
        var found = look("""
                {"at":"2026-11-22T00:59:56Z","of-a-later-launcher":1,"processes":[
                 {"name":"hub","state":"answers","since":"2026-11-22T00:00:00Z"},
                 {"name":"box-1","state":"keeps-ending","since":"2026-11-22T00:58:00Z"}]}""");

        assertThat(found)
                .containsExactly(
                        Finding.well(PartKind.LAUNCHER, "launcher"),
                        Finding.well(PartKind.PROCESS, "hub").since(Instant.parse("2026-11-22T00:00:00Z")),
                        Finding.of(PartKind.PROCESS, "box-1", PartState.ILL, PartTrouble.KEEPS_ENDING)
                                .since(Instant.parse("2026-11-22T00:58:00Z")));
    }

    @Test
    void of_a_launcher_that_fell_silent_nothing_is_known_any_more() throws IOException {
        var found = look("""
                {"at":"2026-11-22T00:59:44Z","processes":[
                 {"name":"hub","state":"answers","since":"2026-11-22T00:00:00Z"}]}""");

        assertThat(found)
                .containsExactly(
                        Finding.of(PartKind.LAUNCHER, "launcher", PartState.ILL, PartTrouble.NO_ANSWER)
                                .since(Instant.parse("2026-11-22T00:59:44Z")),
                        Finding.of(PartKind.PROCESS, "hub", PartState.UNKNOWN, PartTrouble.NO_ANSWER));
    }

    @Test
    void one_that_spoke_fifteen_seconds_ago_still_counts() throws IOException {
        assertThat(look("{\"at\":\"2026-11-22T00:59:45Z\",\"processes\":[]}"))
                .containsExactly(Finding.well(PartKind.LAUNCHER, "launcher"));
    }

    @Test
    void a_torn_or_missing_file_is_ill_and_no_bug() throws IOException {
        var unreadable = Finding.of(PartKind.LAUNCHER, "launcher", PartState.ILL, PartTrouble.UNREADABLE);

        assertThat(look("{\"at\":\"2026-11")).containsExactly(unreadable);
        assertThat(look("{}")).containsExactly(unreadable);
        assertThat(parts(folder.resolve("none").toString()).look()).containsExactly(unreadable);
    }

    @Test
    void without_a_launcher_there_is_nothing_to_look_at() {
        assertThat(parts("").look()).isEmpty();
    }

    private java.util.List<Finding> look(String written) throws IOException {
        var file = folder.resolve("health.json");
        Files.writeString(file, written);
        return parts(file.toString()).look();
    }

    private static LauncherParts parts(String file) {
        return new LauncherParts(file, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
