package org.wuduan.acceptance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each of five terminals is loaded anew in the middle of a call, one after the other, and is back in its seat. */
@Tag("reload")
class ReloadStory {
    private static final String STORY = "reload";

    @Test
    void a_terminal_that_is_loaded_anew_is_back_in_its_seat_and_everyone_sees_everyone() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> {
                var five = new FiveAtOnce(browsers);
                var call = five.meet(stack);
                for (var terminal : five.terminals()) {
                    terminal.reload();
                    call.everyoneSeesEveryone();
                    call.nobodyElseIsThere();
                }
                call.everyPictureMoves();
                call.everyoneHearsEveryone();
                browsers.screenshots(STORY, "1-reloaded");
                five.noPageFailed();
            });
        }
    }
}
