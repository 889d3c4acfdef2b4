package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The bridge of a running call is killed; the call moves to the spare and everyone sees everyone again. */
@Tag("bridge-lost")
class BridgeLostStory {
    private static final String STORY = "bridge-lost";

    @Test
    void everyone_sees_everyone_again_after_the_bridge_was_killed() {
        try (var stack = Stack.start(STORY, "--boxes", "2");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> loseTheBridge(stack, new Cast(stack, browsers), browsers));
        }
    }

    private static void loseTheBridge(Stack stack, Cast cast, Browsers browsers) {
        cast.everybodyIsAtHome();
        cast.fiveAreInTheCall();
        var call = new InTheCall(cast.firstCall());
        call.everyoneSeesEveryone();
        var before = bridgeInUse(stack);
        browsers.screenshots(STORY, "1-call");

        long killed = System.nanoTime();
        stack.kill(before);
        call.everyPictureIsLost();
        browsers.screenshots(STORY, "2-lost");
        call.everyoneSeesEveryone();

        LoggerFactory.getLogger(BridgeLostStory.class)
                .info(
                        "all codes read again on all five {} ms after kill -9, reading included",
                        (System.nanoTime() - killed) / 1_000_000);
        Patience.until("the call is on another bridge", () -> !before.equals(bridgeInUse(stack)));
        call.everyPictureMoves();
        call.everyoneHearsEveryone();
        call.nobodyElseIsThere();
        browsers.screenshots(STORY, "3-again");
        cast.noPageFailed();
    }

    private static String bridgeInUse(Stack stack) {
        var nodes = stack.database().column("select node from call where ended_at is null");
        assertThat(nodes).hasSize(1);
        return nodes.getFirst();
    }
}
