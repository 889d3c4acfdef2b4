package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other pages of the television's browser and other programs of its machine try to be the patient. */
@Tag("loopback-attack")
class LoopbackAttackStory {
    private static final String STORY = "loopback-attack";
    private static final String READY = "TRIED-EVERYTHING";

    @Test
    void another_page_and_another_program_neither_read_nor_act_for_the_patient() {
        try (var stack = Stack.start(STORY, "--boxes", "2");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> live(stack, browsers));
        }
    }

    private static void live(Stack stack, Browsers browsers) {
        for (var household : List.of(1, 2)) {
            List.of("strap", "oximeter")
                    .forEach(one -> stack.simulator(household).worn(one, false));
        }
        var tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
        tv.terminal().open(stack.url("tv-1"));
        tv.goHome();
        tv.terminal().awaitVisible("[data-link='up'] [data-saved='all']");
        theTokenIsNowhereToBeSeen(tv, token(stack, "tv-1"));
        // Both boxes and the television's page open the wearables of their household once; then none writes by itself.
        Patience.until("both boxes and the television are at rest", () -> opened(stack) >= 3);
        long audited = audited(stack);

        pagesTry(stack, browsers, tv);
        programsTry(stack);
        PrivateFiles.letNobodyElseIn(stack.data());

        assertThat(stack.database().column("select id from consultation"))
                .as("nothing was done")
                .isEmpty();
        assertThat(audited(stack)).as("nothing was even tried at the hub").isEqualTo(audited);
        browsers.screenshots(STORY, "1-after-the-attacks");
        tv.askForADoctor();
        tv.ok();
        tv.awaitScreen("waiting");
        assertThat(stack.database().column("select id from consultation")).hasSize(1);
        assertThat(tv.terminal().faults()).isEmpty();
    }

    /** Not in the address, not in the way back, not where other pages of the same host name and port could keep it. */
    private static void theTokenIsNowhereToBeSeen(Television tv, String token) {
        var page = tv.terminal().page();
        assertThat(page.url()).doesNotContain(token).doesNotContain("launch");
        assertThat(tv.terminal().text()).doesNotContain(token);
        assertThat(page.evaluate(
                        "() => location.href + document.cookie + JSON.stringify(localStorage) + document.referrer"
                                + " + document.documentElement.outerHTML"))
                .asString()
                .doesNotContain(token);
        var cdp = page.context().newCDPSession(page);
        // What was typed stays in the browser's memory and is shown to nobody: no page and no key leads to it.
        assertThat(cdp.send("Page.getNavigationHistory").toString().replaceAll("\"userTypedURL\":\"[^\"]*\"", ""))
                .contains(URI.create(page.url()).getAuthority())
                .doesNotContain(token);
        assertThat(page.context().cookies()).isEmpty();
    }

    /** The same browser opens pages of others: another name, another port of the own name, and rebound names. */
    private static void pagesTry(Stack stack, Browsers browsers, Television tv) {
        var box = origin(stack, "tv-1");
        var token = token(stack, "tv-1");
        var script = Browsers.resource("/loopback-attack.js")
                .replace("BOX_ORIGIN", box)
                .replace("OTHER_TOKEN", token(stack, "tv-2"))
                // Even a page that somehow learnt the token is no page of the box.
                .replace("REAL_TOKEN", token);
        try (var site = TinySite.start("<title>trying</title><body><script>" + script + "</script>")) {
            var context = tv.terminal().page().context();
            for (var host : List.of("evil.localhost", "tv-1.localhost", "127.0.0.1")) {
                var page = context.newPage();
                page.navigate(site.at(host));
                page.waitForFunction("() => document.title === '" + READY + "'");
                assertThat(page.evaluate("() => window.gained"))
                        .as("gained by " + host)
                        .isEqualTo(List.of());
                assertThat(page.evaluate("() => window.tried"))
                        .asString()
                        .contains("socket", "form", "frame", "script");
                everyFrameIsEmpty(page, box);
                page.close();
            }
            for (var host : List.of("evil.localhost", "localhost", "127.0.0.1", "tv-2.localhost")) {
                var page = context.newPage();
                var answer =
                        page.navigate("http://" + host + ":" + URI.create(box).getPort() + "/#launch=" + token);
                assertThat(answer.status()).as("a page of " + host).isEqualTo(403);
                page.close();
            }
        }
        var own = browsers.terminal("a second tab", 800, 600);
        own.open(box + "/#launch=" + token(stack, "tv-2"));
        own.awaitVisible("[data-screen='home']");
        assertThat(own.shows("[data-link='up']")).as("with another box's token").isFalse();
        assertThat(own.text()).doesNotContain(Cast.PATIENT.label());
        own.page().close();
    }

    /** What was forced into a frame is the browser's own page of errors, or the box's refusal. */
    private static void everyFrameIsEmpty(Page page, String box) {
        for (var frame : page.frames()) {
            if (frame != page.mainFrame() && frame.url().startsWith(box)) {
                assertThat(frame.content()).as(frame.url()).contains("urn:wuduan:problem:");
            }
        }
    }

    private static void programsTry(Stack stack) {
        var program = new LocalProgram(URI.create(origin(stack, "tv-1")));
        var token = token(stack, "tv-1");
        var wrong = List.of(
                "",
                "A".repeat(43),
                token.substring(1) + "A",
                token.toLowerCase(java.util.Locale.ROOT),
                token + token,
                token(stack, "tv-2"));
        assertThat(program.reads("/", List.of())).doesNotContain(token);
        for (var path : LocalProgram.GUARDED) {
            assertThat(program.status("GET", path, List.of())).as(path).isEqualTo(401);
            for (var guess : wrong) {
                assertThat(program.status("GET", path, List.of("X-Wuduan-Launch: " + guess)))
                        .as(path + " with " + guess)
                        .isEqualTo(401);
            }
            for (var elsewhere : List.of(
                    "Cookie: wuduan.launch=" + token,
                    "Cookie: X-Wuduan-Launch=" + token,
                    "Authorization: Bearer " + token,
                    "Referer: " + origin(stack, "tv-1") + "/#launch=" + token)) {
                assertThat(program.status("GET", path, List.of(elsewhere)))
                        .as(path + " with " + elsewhere.split("[ :]")[0])
                        .isEqualTo(401);
            }
            var query = path + (path.contains("?") ? "&" : "?") + "launch=" + token + "&X-Wuduan-Launch=" + token;
            assertThat(program.status("GET", query, List.of())).as(query).isEqualTo(401);
            for (var method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")) {
                assertThat(program.status(method, path, List.of()))
                        .as(method + " " + path)
                        .isEqualTo(401);
            }
        }
        for (var path : LocalProgram.AROUND_THE_GUARD) {
            assertThat(program.status("GET", path, List.of())).as(path).isIn(400, 401, 403, 404);
        }
        socketsAreRefused(program, wrong, token);
    }

    private static void socketsAreRefused(LocalProgram program, List<String> wrong, String token) {
        for (var path : List.of("/live", "/box/live")) {
            assertThat(program.socket(path, program.ownOrigin(), "")).isEqualTo(401);
            for (var guess : wrong) {
                assertThat(program.socket(path, program.ownOrigin(), "wuduan.launch." + guess))
                        .as(path + " with " + guess)
                        .isEqualTo(401);
            }
            assertThat(program.socket(path + "?launch=" + token, program.ownOrigin(), ""))
                    .isEqualTo(401);
            assertThat(program.socket(path, "http://evil.localhost", "wuduan.launch." + token))
                    .isEqualTo(403);
            assertThat(program.socket(path, "null", "wuduan.launch." + token)).isEqualTo(403);
        }
        // The guard is not simply shut: what the television has opens it.
        assertThat(program.socket("/box/live", program.ownOrigin(), "wuduan.launch." + token))
                .isEqualTo(101);
        assertThat(program.status("GET", "/box/state", List.of("X-Wuduan-Launch: " + token)))
                .isEqualTo(200);
    }

    private static int opened(Stack stack) {
        return stack.database()
                .column("select number::text from audit_entry where action = 'open-wearables'")
                .size();
    }

    private static long audited(Stack stack) {
        return Long.parseLong(stack.database()
                .column("select count(*) from audit_entry where kind in ('write', 'opening', 'denial')")
                .getFirst());
    }

    private static String origin(Stack stack, String terminal) {
        var address = URI.create(stack.url(terminal));
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String token(Stack stack, String terminal) {
        return URI.create(stack.url(terminal)).getFragment().substring("launch=".length());
    }
}
