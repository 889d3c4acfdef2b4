package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A television is taken out of its household from the child's phone, shows a code, and is taken in again by it. */
@Tag("enrol-and-revoke-box")
class EnrolAndRevokeBoxStory {
    private static final String STORY = "enrol-and-revoke-box";
    private static final String WRONG_CODES_MAX = "10";

    @Test
    void a_removed_box_is_cut_off_at_once_and_enrols_again_by_the_code_on_its_screen() {
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
        var phone = new FamilyPhone(browsers.terminal("family-1", Cast.CHILD, 390, 844));
        tv.terminal().open(stack.url("tv-1"));
        phone.signIn(stack.url("family-1"), "family-1", stack.password());
        tv.goHome();
        simulator.bloodPressure(142, 86, 72);
        tv.awaitScreen("measurement");
        tv.goHome();
        var old = BoxImpostor.withTheKeyOf(stack.data().resolve("box-1"), stack.hub());

        long tapped = phone.removeTheTelevision();
        tv.awaitScreen("enrol");
        long shown = System.nanoTime();
        browsers.screenshots(STORY, "1-removed");

        assertThat(old.closeCode()).isEqualTo(4401);
        System.out.printf(
                "after the tap: socket closed %d ms, television removed %d ms%n",
                millis(old.closedAt() - tapped), millis(shown - tapped));
        old.gotNothingAfterItWasClosed();
        assertThat(old.statusOf("/api/me")).isEqualTo(401);
        assertThat(tv.terminal().text()).doesNotContain("演示·王秀英").doesNotContain("142");

        phone.enterTheCode(tv.qr(), "客厅");
        tv.awaitScreen("home");
        Patience.until(
                "the phone lists it",
                () -> phone.terminal().find("[data-box][data-online='true']").count() == 1);
        browsers.screenshots(STORY, "2-enrolled-again");
        simulator.bloodPressure(133, 81, 70);
        Patience.until("the new measurement arrives", () -> systolic(stack, 133) == 1);

        Patience.until("wrong codes are not looked at any more", () -> {
            phone.tryTheCode("WRNGC2DE");
            return phone.terminal().shows("[data-problem='locked-out']");
        });
        assertThat(stack.database()
                        .column("select count(*) from audit_entry where kind = 'denial' and action = 'confirm-box'"))
                .containsExactly(WRONG_CODES_MAX);
        assertThat(phone.terminal().find("[data-problem='locked-out']").first().innerText())
                .contains("错了太多次", "分钟");
        browsers.screenshots(STORY, "3-ten-wrong-codes");
        assertThat(tv.terminal().faults()).isEmpty();
        assertThat(phone.terminal().faults()).isEmpty();
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static int systolic(Stack stack, int value) {
        return Integer.parseInt(stack.database()
                .column("select count(*) from reading where measured::text like '%\"value\": \"" + value + "\"%'")
                .getFirst());
    }
}
