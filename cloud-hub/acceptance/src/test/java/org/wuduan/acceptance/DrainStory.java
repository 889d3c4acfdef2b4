package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operator takes the bridge of a running call out of use, then the whole machine; nobody is thrown out of anything. */
@Tag("drain")
class DrainStory {
    private static final String STORY = "drain";

    @Test
    void a_call_moves_from_its_bridge_and_ends_as_it_likes_before_everything_stops() {
        try (var stack = Stack.start(STORY, "--boxes", "2");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> drain(stack, new Cast(stack, browsers), browsers));
        }
    }

    private static void drain(Stack stack, Cast cast, Browsers browsers) {
        cast.everybodyIsAtHome();
        cast.fiveAreInTheCall();
        var call = new InTheCall(cast.firstCall());
        call.everyoneSeesEveryone();
        Patience.untilItPasses(() -> {
            var well = run(stack, "status");
            assertThat(well.status()).as(well.said()).isZero();
        });

        theBridgeIsTakenOutOfUse(stack, call);
        browsers.screenshots(STORY, "1-moved");
        theMachineIsTakenOutOfUse(stack, cast, call, browsers);
    }

    private static void theBridgeIsTakenOutOfUse(Stack stack, InTheCall call) {
        var before = bridgeInUse(stack);
        assertThat(run(stack, "drain", before, "--move").status()).isZero();
        Patience.until(
                "the call is on another bridge", () -> !bridgeInUse(stack).equals(before));
        call.everyoneSeesEveryone();
        call.everyPictureMoves();
        call.everyoneHearsEveryone();
        call.nobodyElseIsThere();
        Patience.untilItPasses(() -> {
            var status = run(stack, "status");
            assertThat(status.said()).contains("draining bridge   " + before);
            assertThat(status.status()).as(status.said()).isZero();
        });
        assertThat(run(stack, "resume", before).status()).isZero();
    }

    private static void theMachineIsTakenOutOfUse(Stack stack, Cast cast, InTheCall call, Browsers browsers) {
        var ending = CompletableFuture.supplyAsync(() -> run(stack, "drain"));
        cast.everyScreenSaysThatNothingNewBegins();
        browsers.screenshots(STORY, "2-nothing-new");
        cast.theOtherHomeCanNotAskForADoctor();
        call.everyoneSeesEveryone();
        assertThat(ending).isNotDone();

        cast.noPageFailed();
        cast.opinionsAndConclusion();
        var ended = ending.join();
        assertThat(ended.said()).contains("1 consultation is under way").contains("Everything has ended.");
        assertThat(ended.status()).as(ended.said()).isZero();
    }

    private static RunCommand run(Stack stack, String... words) {
        var all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--data";
        all[words.length + 1] = stack.data().toString();
        return RunCommand.of(all);
    }

    private static String bridgeInUse(Stack stack) {
        var nodes = stack.database().column("select coalesce(node, 'none') from call where ended_at is null");
        assertThat(nodes).hasSize(1);
        return nodes.getFirst();
    }
}
