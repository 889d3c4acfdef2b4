package org.wuduan.wearables.bluez;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wuduan.wearables.Radio;

/** What the radio was told: the time here, whom to connect, whether to search, and which records are kept already. */
final class Admission {
    private final Map<String, Integer> kept = new ConcurrentHashMap<>();
    private volatile Set<String> admitted = Set.of();
    private volatile boolean searching;
    private final Clock clock;

    /** @param clock in the zone in which the wearables' clocks are read */
    Admission(Clock clock) {
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    void admit(Set<String> addresses) {
        if (addresses.size() > Radio.ADMITTED_MAX) {
            throw new IllegalArgumentException("at most " + Radio.ADMITTED_MAX + " wearables are admitted");
        }
        admitted = Set.copyOf(addresses);
    }

    boolean isAdmitted(String address) {
        return admitted.contains(address);
    }

    void search(boolean on) {
        searching = on;
    }

    boolean isSearching() {
        return searching;
    }

    void kept(String address, int sequence) {
        kept.put(address, sequence);
    }

    OptionalInt kept(String address) {
        Integer sequence = kept.get(address);
        return sequence == null ? OptionalInt.empty() : OptionalInt.of(sequence);
    }
}
