package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A daughter without an account binds to her mother by the code on the television, scanned at first and typed later; it
 * ends from there, and by the clock.
 */
@Tag("bind-a-parent")
class BindAParentStory {
    private static final String STORY = "bind-a-parent";
    private static final String PASSWORD = "mattress violin teaspoon harbour";

    @Test
    void a_daughter_registers_with_the_code_sees_the_measurements_and_loses_them_when_the_right_ends() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> live(stack, browsers));
        }
    }

    private static void live(Stack stack, Browsers browsers) {
        var simulator = stack.simulator(1);
        simulator.worn("strap", false);
        simulator.worn("oximeter", false);
        var tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
        var phone = new FamilyPhone(browsers.terminal("daughter", Cast.CHILD, 390, 844));
        tv.terminal().open(stack.url("tv-1"));
        tv.goHome();
        tv.terminal().awaitVisible("[data-link='up']");

        tv.inviteAChild();
        var link = tv.qr();
        browsers.screenshots(STORY, "1-code");
        phone.register(stack.url("family-1"), link, "li.fang", PASSWORD);
        Patience.until(
                "the television names the daughter", () -> tv.terminal().text().contains("演示·李芳"));
        browsers.screenshots(STORY, "2-bound");
        tv.press("home");
        simulator.bloodPressure(142, 86, 72);
        phone.open("today");
        Patience.until("the phone shows 142/86", () -> phone.vital("systolic").contains("142"));
        assertThat(phone.terminal().text()).contains("演示·王秀英");

        tv.goHome();
        endTheBinding(tv);
        Patience.until(
                "the phone shows nothing any more", () -> phone.terminal().shows("[data-state='no-parent']"));
        assertThat(phone.terminal().text()).doesNotContain("演示·王秀英").doesNotContain("142");
        browsers.screenshots(STORY, "3-ended");

        tv.goHome();
        tv.inviteAChild();
        phone.bindAgain(tv.code());
        phone.open("today");
        Patience.until(
                "the phone shows 142/86 again", () -> phone.vital("systolic").contains("142"));
        stack.database()
                .column("update binding set expires_at = now() + interval '2 seconds' where account ="
                        + " (select id from account where login = 'li.fang') returning patient::text");
        Patience.until("the time is over", () -> phone.terminal().shows("[data-state='no-parent']"));
        assertThat(phone.terminal().text()).doesNotContain("142");
        browsers.screenshots(STORY, "4-expired");
        assertThat(tv.terminal().faults()).isEmpty();
        assertThat(phone.terminal().faults()).isEmpty();
    }

    private static void endTheBinding(Television tv) {
        tv.press("family");
        tv.press("children");
        Patience.until("the daughter is listed", () -> tv.terminal().text().contains("演示·李芳"));
        var key = tv.terminal().find("[data-key]:has-text('演示·李芳')").first().getAttribute("data-key");
        tv.choose(key);
        tv.press("unbind-really");
        Patience.until(
                "the daughter is listed no more", () -> !tv.terminal().text().contains("演示·李芳"));
        tv.back();
        tv.awaitScreen("home");
    }
}
