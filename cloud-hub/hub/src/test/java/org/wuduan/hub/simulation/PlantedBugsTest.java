package org.wuduan.hub.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The simulation finds what it is there to find. */
@Import(PlantedBugs.class)
class PlantedBugsTest extends SimulationTest {
    /** A planted bug must show within this many schedules. */
    private static final int FOUND_WITHIN = 400;

    @Autowired
    PlantedBugs.Planted planted;

    @AfterEach
    void heal() {
        planted.bug = null;
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_bug_is_found(PlantedBugs.Bug bug) {
        planted.bug = bug;

        long seed = 1;
        while (seed <= FOUND_WITHIN && player.play(seed).isEmpty()) {
            seed++;
        }

        assertThat(seed).as("the schedule that found %s", bug).isLessThanOrEqualTo(FOUND_WITHIN);
    }
}
