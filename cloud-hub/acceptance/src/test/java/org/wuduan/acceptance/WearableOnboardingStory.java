package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A household of two gets a thermometer by the television and a glucose meter by the phone; the neighbour's cuff is in reach
 * all the time and never connected.
 */
@Tag("wearable-onboarding")
class WearableOnboardingStory {
    private static final String STORY = "wearable-onboarding";
    private static final String EAR = "C0:00:00:00:01:04";
    private static final String METER = "C0:00:00:00:01:06";
    private static final String NEIGHBOURS = "C0:00:00:01:01:01";

    @Test
    void a_device_is_found_paired_given_to_one_of_two_and_measured_with_and_a_neighbours_is_left_alone() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> live(stack, browsers));
        }
    }

    private static void live(Stack stack, Browsers browsers) {
        var devices = stack.simulator(1);
        devices.worn("strap", false);
        devices.worn("oximeter", false);
        devices.near("neighbour", true);
        var tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
        var phone = new FamilyPhone(browsers.terminal("family-1", Cast.CHILD, 390, 844));
        tv.terminal().open(stack.url("tv-1"));
        tv.goHome();
        phone.signIn(stack.url("family-1"), "family-1", stack.password());

        addTheThermometerByRemoteControl(stack, devices, tv, browsers);
        addTheMeterByPhone(devices, tv, phone, browsers);
        removeTheThermometerByPhone(devices, phone);

        assertThat(devices.isConnected("neighbour")).isFalse();
        assertThat(tv.terminal().faults()).isEmpty();
        assertThat(phone.terminal().faults()).isEmpty();
    }

    /** The first bond fails and the box starts anew in the middle: the second choice works all the same. */
    private static void addTheThermometerByRemoteControl(
            Stack stack, SimulatorControl devices, Television tv, Browsers browsers) {
        devices.near("thermometer", true);
        devices.failPairings("thermometer", 1);
        tv.terminal().awaitVisible("[data-link='up']");
        tv.press("measure");
        tv.awaitScreen("measure");
        tv.press("devices");
        tv.awaitScreen("devices");
        // The television knows the household's devices: before, adding one does nothing.
        tv.terminal().awaitVisible("[data-key^='C0:00']");
        browsers.screenshots(STORY, "1-devices");
        tv.choose("add-device");
        tv.terminal().awaitVisible("[data-key='%s']".formatted(EAR));
        tv.terminal().awaitVisible("[data-key='%s']".formatted(NEIGHBOURS));
        browsers.screenshots(STORY, "2-found");
        tv.press(EAR);
        tv.terminal().awaitVisible("[data-pairing='failed']");
        browsers.screenshots(STORY, "3-failed");

        var box = stack.pid("box-1");
        stack.kill("box-1");
        stack.awaitAnew("box-1", box);
        tv.terminal().awaitVisible("[data-link='up']");
        devices.passkey("thermometer", "enter 004711");
        tv.press(EAR);
        tv.terminal().awaitVisible("[data-pairing='type_code']");
        tv.terminal().page().keyboard().type("004711");
        tv.terminal().awaitVisible("[data-typed='004711']");
        browsers.screenshots(STORY, "4-code");
        tv.press("send-code");
        tv.terminal().awaitVisible("[data-pairing='paired']");
        browsers.screenshots(STORY, "5-whose");
        var father = tv.terminal().find(".keys [data-key]").nth(1).getAttribute("data-key");
        tv.press(father);
        tv.terminal().awaitVisible("[data-pairing='added']");

        devices.measure("thermometer", "{\"celsius\":36.6}");
        tv.awaitScreen("measurement");
        assertThat(tv.measured("temperature")).isEqualTo("36.6");
        browsers.screenshots(STORY, "6-measured");
        tv.press("done");
        tv.terminal().awaitVisible("[data-pairing='measured']");
        tv.press("pairing-done");
        tv.awaitScreen("devices");
        tv.back();
        assertThat(devices.isConnected("neighbour")).isFalse();
    }

    private static void addTheMeterByPhone(
            SimulatorControl devices, Television tv, FamilyPhone phone, Browsers browsers) {
        var page = phone.terminal();
        devices.near("glucose", true);
        devices.passkey("glucose", "confirm 123456");
        page.click("[data-action='tab-family']");
        page.click("[data-action='add-device']");
        page.awaitVisible("[data-action='choose-device'][data-device='%s']".formatted(METER));
        browsers.screenshots(STORY, "7-phone-found");
        page.click("[data-action='choose-device'][data-device='%s']".formatted(METER));
        page.awaitVisible("[data-pairing='compare_code']");
        assertThat(page.find("[data-label='code']").first().innerText()).contains("123456");
        page.click("[data-action='code-same']");
        page.awaitVisible("[data-pairing='paired']");
        page.click("[data-action='wearer']");
        page.awaitVisible("[data-pairing='added']");

        devices.measure("glucose", "{\"millimoles\":5.6,\"meal\":\"fasting\"}");
        page.awaitVisible("[data-pairing='measured']");
        browsers.screenshots(STORY, "8-phone-measured");
        page.click("[data-action='end-pairing']");
        page.click("[data-action='tab-today']");
        page.awaitVisible("[data-kind='glucose']");
        assertThat(page.find("[data-kind='glucose'] [data-vital='glucose']")
                        .first()
                        .innerText())
                .isEqualTo("5.6");
        page.awaitVisible("[data-kind='glucose'] [data-mark='fasting']");
        browsers.screenshots(STORY, "9-phone-today");
        tv.goHome();
    }

    private static void removeTheThermometerByPhone(SimulatorControl devices, FamilyPhone phone) {
        var page = phone.terminal();
        assertThat(devices.isConnected("thermometer")).isTrue();
        page.click("[data-action='tab-family']");
        page.click("[data-device='%s'] [data-action='change-device']".formatted(EAR));
        page.click("[data-action='remove-device']");
        page.click("[data-action='remove-device-really']");

        Patience.until("the box lets go of it", () -> !devices.isConnected("thermometer"));
    }
}
