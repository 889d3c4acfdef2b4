package org.wuduan.hub.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, everything holds when it is quiet again. {@code -Dsimulation.schedules=N} plays N schedules instead of
 * a few. The seed that failed is repeated by {@code -Dsimulation.seed=SEED -Dsimulation.schedules=1}.
 */
abstract class SchedulesTest extends SimulationTest {
    private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 200);
    private static final long FIRST_SEED = Long.getLong("simulation.seed", 1);

    /** Fewer prove little, and may by chance lead nowhere. */
    private static final int ENOUGH_TO_JUDGE = 200;

    private static final int SHOWN_MAX = 3;

    private final int remainder;

    /** @param remainder of the seeds that are played, when divided by two: the two halves run side by side */
    SchedulesTest(int remainder) {
        this.remainder = remainder;
    }

    @Test
    void whatever_happens_everything_holds_when_it_is_quiet_again() {
        var failed = new ArrayList<String>();
        int played = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
            if (seed % 2 == remainder) {
                played++;
                var found = player.play(seed);
                if (!found.isEmpty()) {
                    failed.add("seed " + seed + "\n  " + String.join("\n  ", found));
                }
            }
        }

        assertThat(failed.subList(0, Math.min(failed.size(), SHOWN_MAX)))
                .as("%d of %d schedules, the first of them", failed.size(), played)
                .isEmpty();
        if (played >= ENOUGH_TO_JUDGE) {
            assertThat(player.reached("LIVE")).as("talks").isGreaterThan(played / 2);
            assertThat(player.reached("generation 3"))
                    .as("talks that moved twice")
                    .isGreaterThan(played / 50);
            assertThat(player.reached("consent taken back"))
                    .as("talks that ended by it")
                    .isPositive();
            assertThat(player.reached("seats 4")).as("talks of four").isGreaterThan(played / 100);
        }
    }
}
