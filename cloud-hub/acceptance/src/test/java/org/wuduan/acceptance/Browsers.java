package org.wuduan.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One real browser process with a context of its own for each terminal. */
final class Browsers implements AutoCloseable {
    private static final JsonNode FLAGS = JsonMapper.shared().readTree(resource("/chromium.json"));

    /** A page that shows nothing within this time at the end of a story is not waited for. */
    private static final Duration LAST_SIGHT_WITHIN = Duration.ofSeconds(10);

    private final Playwright playwright;
    private final Browser browser;
    private final List<Terminal> terminals = new ArrayList<>();

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Cameras are drawn by the stories; prompts are answered and sound may play without a gesture. */
    static Browsers open() {
        return open(flags("drawnDevices"));
    }

    /** Beside these flags only what a machine without a display, and as root, needs: nothing of it touches prompts or sound. */
    static Browsers open(List<String> more) {
        return open(Path.of("/usr/bin/chromium"), more);
    }

    /** A browser that is started in another way. */
    static Browsers open(Path program, List<String> more) {
        var arguments = new ArrayList<>(flags("headless"));
        arguments.addAll(more);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(arguments));
        return new Browsers(playwright, browser);
    }

    /** A list of flags that is shared with the benches. */
    static List<String> flags(String list) {
        return FLAGS.path(list).valueStream().map(JsonNode::asString).toList();
    }

    /** Opens a terminal whose camera shows a seat code. */
    Terminal terminal(String name, SeatCode seat, int width, int height) {
        return terminal(name, width, height, seat.script() + resource("/seat-camera.js"));
    }

    /** Opens a terminal with the browser's own devices. */
    Terminal terminal(String name, int width, int height) {
        return terminal(name, width, height, "");
    }

    /** A page without anything of the stories in it. */
    Page bare() {
        return browser.newPage();
    }

    private Terminal terminal(String name, int width, int height, String before) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(Patience.USUAL.toMillis());
        if (!before.isEmpty()) {
            context.addInitScript(before);
        }
        context.addInitScript(resource("/seat-reader.js"));
        var terminal = new Terminal(name, context.newPage());
        terminals.add(terminal);
        return terminal;
    }

    /** Tells a story; where it breaks off, the last picture of every terminal is kept, and its last state is told. */
    void tell(String story, Runnable telling) {
        try {
            telling.run();
        } catch (AssertionError | RuntimeException brokenOff) {
            var whole = new AssertionError(brokenOff.getMessage() + "\n" + lastSight(story), brokenOff);
            whole.setStackTrace(brokenOff.getStackTrace());
            throw whole;
        }
    }

    private String lastSight(String story) {
        var lines = new ArrayList<String>();
        try {
            terminals.forEach(terminal -> terminal.page().context().setDefaultTimeout(LAST_SIGHT_WITHIN.toMillis()));
            screenshots(story, "broken-off");
        } catch (PlaywrightException unseen) {
            lines.add("not every terminal could be pictured");
        }
        terminals.forEach(terminal -> lines.add(terminal.sight()));
        lines.addAll(Stack.lastNews(story));
        return String.join("\n", lines);
    }

    /** Takes a picture of every terminal. */
    void screenshots(String story, String step) {
        var folder = Stack.ROOT.resolve("target/screens").resolve(story);
        terminals.stream().filter(Terminal::isOpen).forEach(terminal -> terminal.screenshot(folder, step));
    }

    static String resource(String name) {
        try (var file = Browsers.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
