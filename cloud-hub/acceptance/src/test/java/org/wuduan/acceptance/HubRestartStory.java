package org.wuduan.acceptance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hub is killed in the middle of a call: media goes on, screens say what is wrong and come back by themselves. */
@Tag("hub-restart")
class HubRestartStory {
    private static final String STORY = "hub-restart";

    @Test
    void media_goes_on_and_every_screen_comes_back_after_the_hub_was_killed() {
        try (var stack = Stack.start(STORY, "--boxes", "2");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> restartTheHub(stack, new Cast(stack, browsers), browsers));
        }
    }

    private static void restartTheHub(Stack stack, Cast cast, Browsers browsers) {
        cast.everybodyIsAtHome();
        cast.fiveAreInTheCall();
        var call = new InTheCall(cast.firstCall());
        call.everyoneSeesEveryone();
        long hub = stack.pid("hub");
        browsers.screenshots(STORY, "1-call");

        stack.kill("hub");
        call.everyScreenSaysThatTheLinkIsLost();
        call.everyPictureMoves();
        browsers.screenshots(STORY, "2-away");

        stack.awaitAnew("hub", hub);
        call.everyScreenSaysThatTheLinkIsUp();
        call.everyoneSeesEveryone();
        call.everyPictureMoves();
        call.nobodyElseIsThere();
        browsers.screenshots(STORY, "3-back");

        cast.measureInTheCall();
        cast.opinionsAndConclusion();
        cast.noPageFailed();
    }
}
