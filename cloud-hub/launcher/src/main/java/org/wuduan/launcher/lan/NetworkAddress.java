package org.wuduan.launcher.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wuduan.bridge.janus.OwnAddresses;
import org.wuduan.launcher.Trouble;

/** Under which of this machine's addresses terminals of the network come. */
final class NetworkAddress {
    private NetworkAddress() {}

    /**
     * The IPv4 addresses of this machine that others can reach, in digits.
     *
     * @throws UncheckedIOException when they can't be known at the moment
     */
    static List<String> ofThisMachine() {
        try {
            return OwnAddresses.now();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The wished one, or the only one.
     *
     * @param last of the last start: what was right once is no reason to refuse a start, because a machine may be quicker
     *     than its router
     * @param goesOn whether something of that start still runs, which another address would end
     * @throws Trouble one sentence that lists what there is
     */
    static String choose(Optional<String> wished, List<String> own, Optional<String> last, boolean goesOn) {
        if (last.isPresent()) {
            boolean same = wished.isPresent() ? wished.equals(last) : goesOn || own.isEmpty();
            if (same || wished.isEmpty() && own.contains(last.get())) {
                return last.get();
            }
        }
        return choose(wished, own);
    }

    private static String choose(Optional<String> wished, List<String> own) {
        if (own.isEmpty()) {
            throw new Trouble("This machine has no network address: connect it, or leave out --lan.");
        }
        var listed = String.join(", ", own);
        if (wished.isPresent()) {
            if (!own.contains(wished.get())) {
                throw new Trouble("'" + wished.get() + "' is no IPv4 network address of this machine, which has "
                        + listed + ": choose with --lan ADDRESS.");
            }
            return wished.get();
        }
        if (own.size() > 1) {
            throw new Trouble("This machine has several network addresses, " + listed
                    + ": choose the one that phones can reach with --lan ADDRESS.");
        }
        return own.getFirst();
    }

    /**
     * How this machine calls itself, also as phones find it by multicast DNS; only names that a certificate can hold. A
     * name without a dot is none: who may sign for "clinic" may sign for every site below the top-level domain .clinic.
     */
    static List<String> hostNames() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            name = "";
        }
        return hostNames(name);
    }

    static List<String> hostNames(String said) {
        var whole = said.strip().toLowerCase(Locale.ROOT);
        if (!whole.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
                || whole.matches("[0-9.]+")
                || whole.startsWith("localhost")) {
            return List.of("wuduan.local");
        }
        var first = whole.substring(0, (whole + ".").indexOf('.'));
        return Stream.of(whole, first + ".local")
                .filter(name -> name.contains("."))
                .distinct()
                .toList();
    }
}
