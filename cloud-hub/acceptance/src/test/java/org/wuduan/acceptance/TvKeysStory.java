package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who can't see what the keys do presses 600 of them: in a call with the doctor, then at home. */
@Tag("tv-keys")
class TvKeysStory {
    private static final String STORY = "tv-keys";
    private static final int PRESSES = 300;
    private static final String REALLY = "hang-up-really";
    private static final String BACK = "Backspace";
    /** F1 to F4 are the colours of the desktop's key profile. */
    private static final List<String> KEYS = keys();

    private static List<String> keys() {
        var keys = new ArrayList<String>(List.of("F1", "F2", "F3", "F4", "0", "1", "2", "3", "4", "9"));
        List.of("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", BACK)
                .forEach(key -> keys.addAll(Collections.nCopies(4, key)));
        keys.addAll(Collections.nCopies(6, "Enter"));
        return List.copyOf(keys);
    }

    @Test
    void whatever_is_pressed_the_focus_is_never_lost_and_a_call_ends_only_by_its_second_step() {
        var random = Seed.given().random();
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> live(stack, browsers, random));
        }
    }

    private static void live(Stack stack, Browsers browsers, SplittableRandom random) {
        List.of("strap", "oximeter").forEach(one -> stack.simulator(1).worn(one, false));
        var tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
        var doctor = new DoctorDesk(browsers.terminal("doctor-1", Cast.FIRST, 1366, 768));
        doctor.signIn(stack.url("doctor-1"), "doctor-1", stack.password());
        tv.terminal().open(stack.url("tv-1"));
        tv.goHome();
        var call = meet(tv, doctor);

        for (int press = 0; press < PRESSES; press++) {
            var key = KEYS.get(random.nextInt(KEYS.size()));
            boolean wouldEnd = key.equals("Enter") && focus(tv).equals(REALLY);
            tv.terminal().page().keyboard().press(wouldEnd ? BACK : key);
            focus(tv);
            assertThat(tv.screen()).as("after press %d, %s", press, key).isEqualTo("call");
        }
        call.everyPictureMoves();
        browsers.screenshots(STORY, "1-after-300-keys-in-the-call");

        doctor.conclude("normal", "少吃盐,一周后复查。");
        tv.awaitScreen("summary");
        var visited = new TreeSet<String>();
        for (int press = 0; press < PRESSES; press++) {
            tv.terminal().page().keyboard().press(KEYS.get(random.nextInt(KEYS.size())));
            focus(tv);
            visited.add(tv.screen());
        }
        System.out.println("screens that the keys led to: " + visited);
        browsers.screenshots(STORY, "2-after-300-keys-at-home");
        assertThat(visited).contains("home").hasSizeGreaterThan(2);
        assertThat(tv.terminal().faults()).isEmpty();
        assertThat(doctor.terminal().faults()).isEmpty();
    }

    private static InTheCall meet(Television tv, DoctorDesk doctor) {
        tv.consultWith(doctor);
        var seats = new LinkedHashMap<Terminal, SeatCode>();
        seats.put(tv.terminal(), Cast.PATIENT);
        seats.put(doctor.terminal(), Cast.FIRST);
        var call = new InTheCall(seats);
        call.everyoneSeesEveryone();
        return call;
    }

    /** The one key that has the focus; there is always exactly one. */
    private static String focus(Television tv) {
        Patience.until(
                "one key has the focus on " + tv.screen(),
                () -> tv.terminal().find("[data-focus]").count() == 1);
        return tv.focused();
    }
}
