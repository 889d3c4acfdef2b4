package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The policy file of a kiosk box in a real Chromium, which sees it in a mount namespace of its own. */
@Tag("kiosk-policy")
class KioskPolicyStory {
    private static final Path HOME = Stack.ROOT.resolve("cloud-hub/acceptance/target/stories/kiosk-policy");
    private static final String PAGE = "http://tv.localhost:8081";
    private static final String OPENS = "file:///run/wuduan-box/open.html";
    /** It refuses every driver, this story's too. */
    private static final String REFUSES_DRIVERS = "DeveloperToolsAvailability";

    private static final String ROWS = """
            () => {
              const found = {};
              const look = (root) => root.querySelectorAll('*').forEach((one) => {
                if (one.localName === 'policy-row' && one.shadowRoot) {
                  const text = (part) => one.shadowRoot.querySelector(part)?.innerText.trim() ?? '';
                  if (text('.name') !== '') found[text('.name')] = text('.messages');
                }
                if (one.shadowRoot) look(one.shadowRoot);
              });
              look(document);
              return found;
            }
            """;
    private static final String CAPTURE = """
            () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })
              .then((stream) => stream.getTracks().map((track) => track.kind).sort().join())
            """;
    private static final String SOUNDS = "() => { const sound = new AudioContext(); return sound.state; }";

    @Test
    void chromium_knows_every_line_of_the_policy_and_takes_its_value() throws Exception {
        try (var kiosk = browser(policy().without(List.of("URLBlocklist", "URLAllowlist", REFUSES_DRIVERS)))) {
            var page = kiosk.bare();
            page.navigate("chrome://policy");
            var taken = new TreeMap<String, String>();
            Patience.until("the page of policies has its rows", () -> {
                rows(page).forEach(taken::put);
                return taken.size() > 100;
            });

            for (var name : policy().propertyNames()) {
                assertThat(taken).as(name).containsKey(name);
            }
            for (var name : policy().without(List.of("URLBlocklist", "URLAllowlist", REFUSES_DRIVERS))
                    .propertyNames()) {
                assertThat(taken.get(name)).as(name).isEqualTo("OK");
            }
        }
    }

    @Test
    void the_own_page_opens_through_its_file_with_camera_and_sound_and_nothing_else_opens() throws Exception {
        try (var box = TinySite.start("<title>TV</title><h1>television</h1>");
                var other = TinySite.start("<h1>elsewhere</h1>")) {
            var opening = Files.writeString(
                    Files.createDirectories(HOME).resolve("open.html"),
                    "<meta http-equiv=refresh content=0;url=%s/#launch=secret>".formatted(box.at("tv.localhost")));
            var text = JsonMapper.shared()
                    .writeValueAsString(policy().without(REFUSES_DRIVERS))
                    .replace(PAGE, box.at("tv.localhost"))
                    .replace(OPENS, opening.toUri().toString());
            try (var kiosk = browser(JsonMapper.shared().readTree(text).asObject())) {
                var page = kiosk.bare();
                page.navigate(opening.toUri().toString());
                page.waitForURL(box.at("tv.localhost") + "/#launch=secret");
                assertThat(page.locator("h1").innerText()).isEqualTo("television");
                assertThat(page.evaluate(CAPTURE)).isEqualTo("audio,video");
                assertThat(page.evaluate(SOUNDS)).isEqualTo("running");

                for (var address : List.of(
                        other.at("tv.localhost"),
                        box.at("evil.localhost"),
                        other.at("127.0.0.1"),
                        "file:///etc/hostname",
                        HOME.toUri().toString())) {
                    assertBlocked(kiosk.bare(), address);
                }
                assertThat(box.asked("evil.localhost") + other.asked("tv.localhost") + other.asked("127.0.0.1"))
                        .isZero();
            }
        }
    }

    private static void assertBlocked(Page page, String address) {
        assertThatThrownBy(() -> page.navigate(address)).as(address).isInstanceOf(PlaywrightException.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> rows(Page page) {
        return (Map<String, String>) page.evaluate(ROWS);
    }

    private static ObjectNode policy() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(Stack.ROOT.resolve("tv-client/box/kiosk/wuduan-policy.json")))
                    .asObject();
        } catch (IOException broken) {
            throw new AssertionError("the policy cannot be read", broken);
        }
    }

    /** A browser that finds this policy where Debian's Chromium looks for it, and no other process does. */
    private static Browsers browser(JsonNode policy) throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("unshare", "-m", "true").start().waitFor() == 0,
                "only root may give a browser a folder of its own");
        var folder = HOME.resolve("etc");
        Files.createDirectories(folder.resolve("policies/managed"));
        Files.writeString(folder.resolve("policies/managed/wuduan-policy.json"), policy.toString());
        var wrapper = HOME.resolve("chromium");
        Files.writeString(wrapper, """
                #!/bin/sh
                exec unshare -m sh -c 'mount --bind %s /etc/chromium && exec /usr/bin/chromium "$@"' sh "$@"
                """.formatted(folder));
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        return Browsers.open(wrapper, new ArrayList<>(List.of("--use-fake-device-for-media-stream")));
    }
}
