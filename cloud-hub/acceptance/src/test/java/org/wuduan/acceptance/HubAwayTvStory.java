package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hub, and then its database, is away for long: the television lives on and says what is so. */
@Tag("hub-away-tv")
class HubAwayTvStory {
    private static final String STORY = "hub-away-tv";

    private final Set<String> sent = new HashSet<>();

    @Test
    void the_television_measures_keeps_and_explains_while_the_hub_is_away_and_goes_on_when_it_is_back() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> live(stack, browsers));
        }
    }

    private void live(Stack stack, Browsers browsers) {
        for (var one : new String[] {"strap", "oximeter"}) {
            stack.simulator(1).worn(one, false);
        }
        var tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
        var doctor = new DoctorDesk(browsers.terminal("doctor-1", Cast.FIRST, 1366, 768));
        doctor.signIn(stack.url("doctor-1"), "doctor-1", stack.password());
        tv.terminal().open(stack.url("tv-1"));
        tv.goHome();
        tv.terminal().awaitVisible("[data-link='up']");
        // The hub has told the box which wearables are the household's: a box that never heard it connects none.
        awaitTheCuff(stack);

        long frozen = hubGoesAway(stack);
        stack.kill("postgres");
        theScreenLives(stack, tv, browsers, "1-hub-away");
        tv.terminal().reload();
        theScreenLives(stack, tv, browsers, "2-reloaded");
        theBoxRestarts(stack, tv);
        theScreenLives(stack, tv, browsers, "3-box-restarted");

        stack.thaw(frozen);
        everythingIsThereOnce(stack, tv);
        theDatabaseFreezes(stack, tv, browsers);
        // 看医生, pressed while the database was away, goes on by itself when it is back soon; else it is pressed again.
        if (!tv.terminal().shows("[data-screen='choose']")) {
            tv.askForADoctor();
        }
        tv.ok();
        tv.awaitScreen("waiting");
        doctor.terminal().awaitVisible(".queue-item");
        browsers.screenshots(STORY, "5-back");
        assertThat(tv.terminal().faults()).isEmpty();
    }

    /** Killed, and what the launcher starts in its place is stopped before it serves: answers with that process. */
    private static long hubGoesAway(Stack stack) {
        long killed = stack.pid("hub");
        stack.kill("hub");
        stack.awaitAnew("hub", killed);
        long starting = stack.pid("hub");
        stack.freeze(starting);
        return starting;
    }

    private void theScreenLives(Stack stack, Television tv, Browsers browsers, String step) {
        tv.terminal().awaitVisible("[data-link='lost'][data-box-link='up']");
        if (tv.terminal().shows("[data-screen='choose']")) {
            // Pressed shortly before the link came back, 看医生 has gone on by itself.
            tv.back();
        }
        tv.goHome();
        assertThat(tv.terminal().find(".clock").first().innerText()).contains("星期");
        measure(stack);
        tv.awaitScreen("measurement");
        Patience.until(
                "the numbers are there", () -> tv.measured("systolic").contains(Integer.toString(99 + sent.size())));
        assertThat(tv.terminal().text()).contains("已保存在家里，联网后送出");
        browsers.screenshots(STORY, step + "-measured");
        tv.press("done");
        tv.awaitScreen("home");
        tv.terminal().awaitVisible("[data-saved='waiting']");
        assertThat(tv.terminal().text()).contains("未联网");
        tv.press("see");
        tv.terminal().awaitVisible("[data-notice='not-connected']");
        assertThat(tv.terminal().text()).contains("现在没联网，叫不到医生", "120");
        browsers.screenshots(STORY, step + "-no-doctor");
    }

    private static void awaitTheCuff(Stack stack) {
        Patience.until(
                "the box listens to the cuff",
                Stack.READY_WITHIN,
                () -> stack.simulator(1).cuffIsHeard());
    }

    private void measure(Stack stack) {
        awaitTheCuff(stack);
        sent.add(stack.simulator(1).bloodPressure(100 + sent.size(), 70, 72));
    }

    private static void theBoxRestarts(Stack stack, Television tv) {
        long box = stack.pid("box-1");
        stack.kill("box-1");
        tv.terminal().awaitVisible("[data-box-link='lost']");
        stack.awaitAnew("box-1", box);
    }

    private void everythingIsThereOnce(Stack stack, Television tv) {
        Patience.until(
                "the link is up again", Stack.READY_WITHIN, () -> tv.terminal().shows("[data-link='up']"));
        tv.terminal().awaitVisible("[data-saved='all']");
        assertThat(tv.terminal().shows("[data-notice='not-connected']"))
                .as("what is no longer true is no longer said")
                .isFalse();
        // A strap or oximeter that was still worn at the start has sent some of its own.
        assertThat(KeptReading.all(stack.database()).stream()
                        .filter(KeptReading::hasDeviceTime)
                        .map(KeptReading::bytes))
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    /** Stopped with all its workers: the hub lives, and can neither keep nor tell anything. */
    private void theDatabaseFreezes(Stack stack, Television tv, Browsers browsers) {
        var all = Stack.family(stack.pid("postgres"));
        // The launcher lets a stopped database go on after 20 to 30 s, and the hub would find it again.
        long launcher = stack.launcher();
        stack.freeze(launcher);
        all.forEach(stack::freeze);
        theScreenLives(stack, tv, browsers, "4-database-away");
        all.forEach(stack::thaw);
        stack.thaw(launcher);
        everythingIsThereOnce(stack, tv);
    }
}
