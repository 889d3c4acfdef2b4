package org.wuduan.hub.simulation;

/** The even seeds. */
class EvenSeedsTest extends SchedulesTest {
    EvenSeedsTest() {
        super(0);
    }
}
