package org.wuduan.acceptance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job, end to end: two households in two consultations at once, five terminals in the first. */
@Tag("five-terminals")
class FiveTerminalsStory {
    private static final String STORY = "five-terminals";

    @Test
    void five_terminals_meet_with_live_vital_signs_while_another_household_has_its_own_call() {
        try (var stack = Stack.start(STORY, "--boxes", "2", "--set", "hub.ring-timeout=PT10M");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> live(new Cast(stack, browsers), browsers));
        }
    }

    private static void live(Cast cast, Browsers browsers) {
        cast.everybodyIsAtHome();
        browsers.screenshots(STORY, "1-home");

        cast.measureAtHome();
        browsers.screenshots(STORY, "2-measured");

        cast.requestAndRing();
        browsers.screenshots(STORY, "3-ring");
        cast.answerAndConsent();

        cast.inviteAndJoin();
        var first = new InTheCall(cast.firstCall());
        var second = new InTheCall(cast.secondCall());
        first.everyoneSeesEveryone();
        second.everyoneSeesEveryone();
        first.everyPictureMoves();
        first.everyoneHearsEveryone();
        second.everyoneHearsEveryone();
        first.nobodyElseIsThere();
        second.nobodyElseIsThere();
        browsers.screenshots(STORY, "4-call");

        cast.measureInTheCall();
        browsers.screenshots(STORY, "5-vitals");

        cast.householdsStayApart();

        cast.opinionsAndConclusion();
        browsers.screenshots(STORY, "6-summary");
        second.everyoneSeesEveryone();
        cast.householdsStayApart();
        cast.noPageFailed();
    }
}
