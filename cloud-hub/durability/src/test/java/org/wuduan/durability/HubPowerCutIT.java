package org.wuduan.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.durability.disk.CrashDisk;

/**
 * A few power cuts under the hub's database; {@code ./bench durability} does many. One hub takes them all, because starting
 * it takes longer than cutting the power; the planted fault comes last, because it may break the database for good.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HubPowerCutIT {
    private static final long SEED = 20_261_122;
    private static final int CUTS = 4;

    /** Without a sync one cut is nearly always enough; each loses more than half of what was written since. */
    private static final int PLANTED_CUTS = 3;

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable HubScene scene;

    @BeforeAll
    static void aHubOnADiskWhosePowerCanBeCut() throws Exception {
        assumeTrue(CrashDisk.isPossible(), "only root mounts");
        scene = HubScene.open(Path.of(System.getProperty("wuduan.root")), folder.resolve("hub"));
    }

    @AfterAll
    static void end() throws IOException {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Order(1)
    void what_the_hub_has_acknowledged_is_kept_once_after_every_power_cut() throws Exception {
        var crashes = cuts(CUTS);

        assertThat(crashes).allSatisfy(crash -> {
            assertThat(crash.lost()).isZero();
            assertThat(crash.doubled()).isZero();
            assertThat(crash.acknowledged()).isPositive();
        });
        assertThat(crashes).anySatisfy(crash -> assertThat(crash.pagesLost()).isPositive());
    }

    @Test
    @Order(2)
    void a_database_that_does_not_sync_is_found_out() throws Exception {
        Objects.requireNonNull(scene).plant("fsync=off");

        assertThat(firstLoss()).isPositive();
    }

    /** Readings lost by the first of some power cuts that lost any; 0 when none did. */
    private static int firstLoss() throws Exception {
        for (int cut = 0; cut < PLANTED_CUTS; cut++) {
            var crash = Objects.requireNonNull(scene).crash(SEED + cut);
            if (crash.lost() > 0) {
                return crash.lost();
            }
        }
        return 0;
    }

    private static List<Crash> cuts(int count) throws Exception {
        var crashes = new ArrayList<Crash>();
        for (int cut = 0; cut < count; cut++) {
            crashes.add(Objects.requireNonNull(scene).crash(SEED + cut));
        }
        return crashes;
    }
}
