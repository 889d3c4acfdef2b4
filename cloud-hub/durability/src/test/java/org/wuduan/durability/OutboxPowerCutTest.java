package org.wuduan.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.durability.disk.CrashDisk;

/** A few power cuts under a box's outbox; {@code ./bench durability} does many. */
@Tag("thorough")
class OutboxPowerCutTest {
    private static final long SEED = 20_261_122;
    private static final int CUTS = 4;

    @TempDir
    Path folder;

    @BeforeEach
    void onlyRootMounts() {
        assumeTrue(CrashDisk.isPossible(), "only root mounts");
    }

    @Test
    void what_the_outbox_has_saved_is_there_once_after_every_power_cut() throws Exception {
        var crashes = cuts(false);

        assertThat(crashes).allSatisfy(crash -> {
            assertThat(crash.lost()).isZero();
            assertThat(crash.doubled()).isZero();
        });
        assertThat(crashes.stream().mapToInt(Crash::acknowledged).sum()).isGreaterThan(CUTS);
    }

    @Test
    void a_disk_that_lies_about_its_syncs_is_found_out() throws Exception {
        var crashes = cuts(true);

        assertThat(crashes).anySatisfy(crash -> assertThat(crash.lost()).isPositive());
    }

    private List<Crash> cuts(boolean lies) throws Exception {
        var crashes = new ArrayList<Crash>();
        try (var scene = new OutboxScene(folder.resolve("disk"), lies)) {
            for (int cut = 0; cut < CUTS; cut++) {
                crashes.add(scene.crash(SEED + cut));
            }
        }
        return crashes;
    }
}
