package org.wuduan.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.durability.disk.CrashDisk;

/**
 * A few power cuts under the hub's database; {@code ./bench durability} does many. It has not been seen to end within the
 * time of a check, so it runs when it is asked for: {@code -Ddurability.hub=true}.
 */
@EnabledIfSystemProperty(named = "durability.hub", matches = "true")
class HubPowerCutIT {
    private static final long SEED = 20_261_122;
    private static final int CUTS = 4;

    @TempDir
    Path folder;

    @BeforeEach
    void onlyRootMounts() {
        assumeTrue(CrashDisk.isPossible(), "only root mounts");
    }

    @Test
    void what_the_hub_has_acknowledged_is_kept_once_after_every_power_cut() throws Exception {
        var crashes = cuts(List.of());

        assertThat(crashes).allSatisfy(crash -> {
            assertThat(crash.lost()).isZero();
            assertThat(crash.doubled()).isZero();
            assertThat(crash.acknowledged()).isPositive();
        });
        assertThat(crashes).anySatisfy(crash -> assertThat(crash.pagesLost()).isPositive());
    }

    @Test
    void a_database_that_does_not_sync_is_found_out() throws Exception {
        try {
            assertThat(cuts(List.of("fsync=off")))
                    .anySatisfy(crash -> assertThat(crash.lost()).isPositive());
        } catch (java.io.IOException brokenBeyondStarting) {
            assertThat(brokenBeyondStarting).hasMessageContaining("the database");
        }
    }

    private List<Crash> cuts(List<String> planted) throws Exception {
        var root = Path.of(System.getProperty("wuduan.root"));
        var crashes = new ArrayList<Crash>();
        try (var scene = HubScene.open(root, folder.resolve("hub"), planted)) {
            for (int cut = 0; cut < CUTS; cut++) {
                crashes.add(scene.crash(SEED + cut));
            }
        }
        return crashes;
    }
}
