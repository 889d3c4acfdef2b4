package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.wuduan.contract.AccessMessages.Browser;
import org.wuduan.contract.AccessMessages.Platform;

/**
 * From where somebody signs in, in as few words as its owner needs to recognise it.
 *
 * @param address as the hub sees it; null for a box
 */
record Device(@Nullable String address, Browser browser, Platform system) {
    /** A box is no browser. */
    static final Device BOX = new Device(null, Browser.OTHER, Platform.OTHER);

    static Device of(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var said = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        return new Device(
                request.getRemoteAddr(), first(BROWSERS, said, Browser.OTHER), first(SYSTEMS, said, Platform.OTHER));
    }

    /** The first that fits counts: WeChat and Edge call themselves Chrome too, and Chrome calls itself Safari. */
    private static final Map<String, Browser> BROWSERS = inOrder(
            Map.entry("micromessenger", Browser.WECHAT),
            Map.entry("edg", Browser.EDGE),
            Map.entry("firefox", Browser.FIREFOX),
            Map.entry("fxios", Browser.FIREFOX),
            Map.entry("chrom", Browser.CHROME),
            Map.entry("crios", Browser.CHROME),
            Map.entry("safari", Browser.SAFARI));

    /** The first that fits counts: Android calls itself Linux, and an iPhone "like Mac OS X". */
    private static final Map<String, Platform> SYSTEMS = inOrder(
            Map.entry("harmony", Platform.HARMONY),
            Map.entry("android", Platform.ANDROID),
            Map.entry("iphone", Platform.IOS),
            Map.entry("ipad", Platform.IOS),
            Map.entry("windows", Platform.WINDOWS),
            Map.entry("mac os", Platform.MACOS),
            Map.entry("linux", Platform.LINUX));

    @SafeVarargs
    private static <T> Map<String, T> inOrder(Map.Entry<String, T>... entries) {
        var map = new LinkedHashMap<String, T>();
        for (var entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }

    private static <T> T first(Map<String, T> known, String agent, T other) {
        return known.entrySet().stream()
                .filter(one -> agent.contains(one.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(other);
    }

    @Override
    public String toString() {
        return "Device[" + browser + " " + system + " ‹redacted›]";
    }
}
