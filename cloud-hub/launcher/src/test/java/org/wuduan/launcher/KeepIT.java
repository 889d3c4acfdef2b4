package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that keeps the launcher running, with a small program in the launcher's place. */
class KeepIT {
    private static final Path SCRIPT = Path.of("scripts/keep.sh").toAbsolutePath();

    /** Beats once and then hangs, when it is started first; ends by itself when it is started again. */
    private static final String SILENT_ONCE = """
            #!/bin/sh
            echo started >>"$0.log"
            if [ "$(wc -l <"$0.log")" -gt 1 ]; then exit 7; fi
            echo >&3
            exec sleep 120
            """;

    @TempDir
    private Path home;

    @Test
    void a_launcher_that_falls_silent_is_ended_and_started_again() throws Exception {
        var launcher = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(launcher, SILENT_ONCE);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        var keep = new ProcessBuilder(SCRIPT.toString(), home.toString()).redirectErrorStream(true);
        keep.environment().put("JAVA_HOME", home.toString());
        keep.environment().put("LAUNCHER_SILENT_SECONDS_MAX", "1");

        var kept = keep.start();
        var said = new String(kept.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kept.waitFor()).as(said).isEqualTo(7);
        assertThat(said).contains("the launcher is silent", "is started again; what it started goes on");
        assertThat(home.resolve("bin/java.log")).hasContent("started\nstarted\n");
    }
}
