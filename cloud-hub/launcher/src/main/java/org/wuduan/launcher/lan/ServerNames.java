package org.wuduan.launcher.lan;

import java.util.List;
import java.util.stream.Stream;

/**
 * How terminals of the network call this machine.
 *
 * @param address IPv4 address in digits
 * @param hosts host names in small letters, at least one, each of several labels
 */
record ServerNames(String address, List<String> hosts) {
    ServerNames {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a machine has a name");
        }
        if (!hosts.stream().allMatch(host -> host.contains("."))) {
            throw new IllegalArgumentException("a name without a dot may be a whole top-level domain");
        }
    }

    /** The address first: it is surest to be found. */
    List<String> all() {
        return Stream.concat(Stream.of(address), hosts.stream()).toList();
    }
}
