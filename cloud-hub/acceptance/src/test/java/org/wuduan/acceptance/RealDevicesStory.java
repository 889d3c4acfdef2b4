package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A consultation with the browser's own cameras and microphones (its test devices, but its real capture), its prompts and
 * its rule that sound needs a person: no flag answers or lifts them. Camera and microphone are allowed for the terminal's
 * own address alone, as the shipped policy does.
 */
@Tag("real-devices")
class RealDevicesStory {
    private static final String STORY = "real-devices";

    @Test
    void patient_child_and_doctor_see_and_hear_each_other_through_real_capture_and_playing_rules() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open(List.of("--use-fake-device-for-media-stream"))) {
            browsers.tell(STORY, () -> live(stack, browsers));
        }
    }

    private static void live(Stack stack, Browsers browsers) {
        var tv = new Television(terminal(stack, browsers, "tv-1", 1280, 720));
        var phone = new FamilyPhone(terminal(stack, browsers, "family-1", 390, 844));
        var doctor = new DoctorDesk(terminal(stack, browsers, "doctor-1", 1366, 768));
        meet(stack, tv, phone, doctor);

        everyoneSeesAndHears(tv.terminal(), phone.terminal(), doctor.terminal());
        browsers.screenshots(STORY, "1-call");

        for (var terminal : List.of(phone.terminal(), doctor.terminal())) {
            terminal.reload();
            new RealSound(terminal).playsOnceTouched(2);
            everyoneSeesAndHears(tv.terminal(), phone.terminal(), doctor.terminal());
        }
        browsers.screenshots(STORY, "2-reloaded");

        tv.terminal().page().close();
        var anew = terminal(stack, browsers, "tv-1", 1280, 720);
        anew.open(stack.url("tv-1"));
        new RealSound(anew).playsUntouched(2);
        new Television(anew).awaitScreen("call");
        everyoneSeesAndHears(anew, phone.terminal(), doctor.terminal());
        browsers.screenshots(STORY, "3-switched-on-in-the-call");
        List.of(tv.terminal(), anew, phone.terminal(), doctor.terminal())
                .forEach(terminal ->
                        assertThat(terminal.faults()).as(terminal.name()).isEmpty());
    }

    /** Opens a terminal whose own address may use camera and microphone. */
    private static Terminal terminal(Stack stack, Browsers browsers, String name, int width, int height) {
        var terminal = browsers.terminal(name, width, height);
        var context = terminal.page().context();
        context.addInitScript(Browsers.resource("/devices-reader.js"));
        var address = URI.create(stack.url(name));
        context.grantPermissions(
                List.of("camera", "microphone"),
                new BrowserContext.GrantPermissionsOptions()
                        .setOrigin(address.getScheme() + "://" + address.getAuthority()));
        return terminal;
    }

    private static void meet(Stack stack, Television tv, FamilyPhone phone, DoctorDesk doctor) {
        tv.terminal().open(stack.url("tv-1"));
        phone.signIn(stack.url("family-1"), "family-1", stack.password());
        doctor.signIn(stack.url("doctor-1"), "doctor-1", stack.password());
        tv.goHome();
        tv.consultWith(doctor);
        phone.join();
    }

    private static void everyoneSeesAndHears(Terminal tv, Terminal phone, Terminal doctor) {
        var seats =
                new LinkedHashMap<Terminal, SeatCode>(Map.of(tv, Cast.PATIENT, phone, Cast.CHILD, doctor, Cast.FIRST));
        Patience.until(
                "everyone has a picture of both others",
                () -> seats.keySet().stream().allMatch(RealDevicesStory::hasBothPictures));
        new InTheCall(seats).everyPictureMoves();
        for (var terminal : seats.keySet()) {
            new RealSound(terminal).plays(seats.size() - 1);
            assertThat(terminal.page().evaluate("() => window.wuduanDevices.isNative()"))
                    .as("the capture is the browser's own")
                    .isEqualTo(true);
            assertThat(terminal.page().evaluate("() => window.wuduanDevices.permissions()"))
                    .isEqualTo(List.of("granted", "granted"));
            assertThat(terminal.shows("[data-state='sound-blocked']"))
                    .as(terminal.name())
                    .isFalse();
        }
    }

    private static boolean hasBothPictures(Terminal terminal) {
        var tiles = terminal.tiles();
        return tiles.size() == 2 && tiles.stream().allMatch(tile -> tile.frames() > 0);
    }
}
