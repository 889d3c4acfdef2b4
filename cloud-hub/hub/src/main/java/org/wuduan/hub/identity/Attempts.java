package org.wuduan.hub.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often a client address, and all addresses together, may guess a secret within
 * {@link IdentityLimits#ATTEMPTS_COUNTED_FOR}. An attempt counts from its beginning, so that guesses sent side by side
 * do not outrun the limit; a right one is taken back. Kept in memory: a restart of the hub forgets it.
 */
public final class Attempts {
    /** For those who may guess as often as all addresses together like. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final int IPV6_NETWORK_BYTES = 8;

    private final int fromOneMax;
    private final int inAllMax;
    private final Clock clock;
    /** The window that began first comes first. */
    private final Map<String, Window> byAddress = new LinkedHashMap<>();

    private Window all = Window.NONE;

    private record Window(Instant since, int count) {
        static final Window NONE = new Window(Instant.EPOCH, 0);
    }

    public Attempts(int fromOneMax, int inAllMax, Clock clock) {
        this.fromOneMax = fromOneMax;
        this.inAllMax = inAllMax;
        this.clock = clock;
    }

    /**
     * Begins an attempt.
     *
     * @param address as the server sees it; of IPv6 the first 64 bits, which one customer has, count as one
     * @return how long to wait; empty when the attempt may be made
     */
    public synchronized Optional<Duration> begin(String address) {
        var now = clock.instant();
        var network = network(address);
        var own = current(byAddress.get(network), now);
        all = current(all, now);
        if (own.count() >= fromOneMax) {
            return Optional.of(left(own, now));
        }
        if (all.count() >= inAllMax) {
            return Optional.of(left(all, now));
        }
        if (own.count() == 0) {
            byAddress.remove(network);
            makeRoom(now);
        }
        byAddress.put(network, new Window(own.since(), own.count() + 1));
        all = new Window(all.since(), all.count() + 1);
        return Optional.empty();
    }

    /** The attempt was right and counts no more. */
    public synchronized void right(String address) {
        byAddress.computeIfPresent(network(address), (_, own) -> new Window(own.since(), Math.max(0, own.count() - 1)));
        all = new Window(all.since(), Math.max(0, all.count() - 1));
    }

    private void makeRoom(Instant now) {
        var oldest = byAddress.values().iterator();
        while (oldest.hasNext()) {
            boolean over = left(oldest.next(), now).isNegative();
            if (!over && byAddress.size() < IdentityLimits.ADDRESSES_MAX) {
                return;
            }
            oldest.remove();
        }
    }

    private static Window current(@Nullable Window window, Instant now) {
        return window == null || window.count() == 0 || left(window, now).isNegative() ? new Window(now, 0) : window;
    }

    private static Duration left(Window window, Instant now) {
        return Duration.between(now, window.since().plus(IdentityLimits.ATTEMPTS_COUNTED_FOR));
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
