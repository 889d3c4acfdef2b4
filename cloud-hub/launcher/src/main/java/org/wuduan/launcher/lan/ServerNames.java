package org.wuduan.launcher.lan;

import java.util.List;

/**
 * How terminals of the network call this machine.
 *
 * @param address IPv4 address in digits
 * @param hosts host names in small letters, at least one
 */
record ServerNames(String address, List<String> hosts) {
    ServerNames {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a machine has a name");
        }
    }
}
