package org.wuduan.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One terminal as the person before it has it: a page that is seen, heard and operated. */
final class Terminal {
    /** The newest lines of a page's console are kept for the message of a story that breaks off. */
    private static final int CONSOLE_LINES_MAX = 3;

    static final Locator.WaitForOptions GONE = new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    private final String name;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final Deque<String> console = new ArrayDeque<>();

    Terminal(String name, Page page) {
        this.name = name;
        this.page = page;
        page.onPageError(fault -> faults.add(fault.split("\n", 2)[0]));
        page.onConsoleMessage(message -> said(message.type() + ": " + message.text()));
        page.onCrash(crashed -> said("the page crashed"));
    }

    private void said(String words) {
        console.addLast("  console " + words.replaceAll("\\s+", " "));
        if (console.size() > CONSOLE_LINES_MAX) {
            console.removeFirst();
        }
    }

    String name() {
        return name;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    void open(String url) {
        page.navigate(url);
    }

    boolean isOpen() {
        return !page.isClosed();
    }

    void reload() {
        page.reload();
    }

    void click(String selector) {
        find(selector).first().click();
    }

    void type(String selector, String text) {
        find(selector).first().fill(text);
    }

    void awaitVisible(String selector) {
        find(selector).first().waitFor();
    }

    boolean shows(String selector) {
        return find(selector).first().isVisible();
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** Presses a key that prints; the paper stays on the screen, as it comes out of the printer, until it is put away. */
    Locator print(String key) {
        page.evaluate(
                "() => { window.print = () =>"
                        + " document.body.append(Object.assign(document.querySelector('.paper').cloneNode(true), { id: 'printed' })) }");
        click("[data-action='%s']".formatted(key));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        awaitVisible("#printed");
        return find("#printed");
    }

    void putPaperAway() {
        page.evaluate("() => document.getElementById('printed').remove()");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** Scripts of the page that failed; a story ends with none. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What the page is at, what it plays, and what its scripts said last. */
    String sight() {
        var lines = new ArrayList<String>();
        lines.add(name + ": " + (isOpen() ? seen() : "closed"));
        faults.forEach(fault -> lines.add("  failed script: " + fault));
        lines.addAll(console);
        return String.join("\n", lines);
    }

    /** Asked in a way that ends also where the page's scripts hang. */
    private String seen() {
        try {
            var sight = "() => window.wuduanReader?.sight() ?? location.pathname";
            return String.valueOf(page.waitForFunction(sight).jsonValue());
        } catch (PlaywrightException mute) {
            return "does not answer";
        }
    }

    void screenshot(Path folder, String step) {
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(step + "-" + name + ".png")));
    }

    /** A picture of the window, and one of the whole page in text of 200 %: half the window in CSS pixels. */
    void pictures(Path folder, String step) {
        var window = page.viewportSize();
        screenshot(folder, step);
        page.setViewportSize(window.width / 2, window.height / 2);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(folder.resolve(step + "-text-200-" + name + ".png")));
        page.setViewportSize(window.width, window.height);
    }

    /** What a tile of another seat shows. */
    record SeenTile(String seat, String label, String presence, Optional<Integer> code, int counter, int frames) {}

    @SuppressWarnings("unchecked")
    List<SeenTile> tiles() {
        var raw = (List<Map<String, Object>>) page.evaluate("() => window.wuduanReader.tiles()");
        return raw.stream().map(Terminal::tile).toList();
    }

    @SuppressWarnings("unchecked")
    private static SeenTile tile(Map<String, Object> raw) {
        var seen = Optional.ofNullable((Map<String, Object>) raw.get("seen"));
        return new SeenTile(
                String.valueOf(raw.get("seat")),
                String.valueOf(raw.get("label")),
                String.valueOf(raw.get("presence")),
                seen.map(value -> number(value, "code")),
                seen.map(value -> number(value, "counter")).orElse(-1),
                number(raw, "frames"));
    }

    private static int number(Map<String, Object> from, String name) {
        return from.get(name) instanceof Number number ? number.intValue() : -1;
    }

    /** The tones of these seats that sound here now. */
    @SuppressWarnings("unchecked")
    TreeSet<Integer> heard(List<SeatCode> seats) {
        var hertz = seats.stream().map(SeatCode::hertz).toList();
        var heard = (List<Number>) page.evaluate("wanted => window.wuduanReader.tones(wanted)", hertz);
        return heard.stream().map(Number::intValue).collect(Collectors.toCollection(TreeSet::new));
    }
}
