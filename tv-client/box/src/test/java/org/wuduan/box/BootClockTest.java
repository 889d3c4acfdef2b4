package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.box.BootClock.Tick;

class BootClockTest {
    @TempDir
    Path folder;

    @Test
    void the_kernel_says_how_long_this_machine_has_been_up() throws IOException {
        Path uptime = Files.writeString(folder.resolve("uptime"), "350735.47 234388.90\n");
        Path boot = Files.writeString(folder.resolve("boot_id"), "b6a1c2de-0000\n");

        assertThat(BootClock.kernel(uptime, boot)).contains(new Tick("b6a1c2de-0000", 350_735_470));
        assertThat(BootClock.OF_THIS_MACHINE.now()).isPresent();
    }

    @Test
    void a_machine_without_such_a_clock_has_no_tick() throws IOException {
        Path boot = Files.writeString(folder.resolve("boot_id"), "b6a1c2de-0000\n");
        Path odd = Files.writeString(folder.resolve("uptime"), "soon");

        assertThat(BootClock.kernel(odd, boot)).isEmpty();
        assertThat(BootClock.kernel(folder.resolve("missing"), boot)).isEmpty();
    }

    @Test
    void moments_of_two_starts_of_the_machine_cannot_be_compared() {
        var received = new Tick("first", 5_000);

        assertThat(received.millisUntil(new Tick("first", 65_000))).contains(60_000L);
        assertThat(received.millisUntil(new Tick("second", 65_000))).isEmpty();
        assertThat(received.millisUntil(new Tick("first", 4_999))).isEmpty();
    }
}
