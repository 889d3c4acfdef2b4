package org.wuduan.hub.simulation;

/** The odd seeds. */
class OddSeedsTest extends SchedulesTest {
    OddSeedsTest() {
        super(1);
    }
}
