package org.wuduan.bridge.janus;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;

/** Under which IPv4 addresses this machine stands in its networks. */
public final class OwnAddresses {
    private OwnAddresses() {}

    /** Reads the addresses of one network interface. */
    interface Reader<T> {
        /** @throws IOException when it has vanished since it was listed */
        List<String> addresses(T card) throws IOException;
    }

    /**
     * Those that others can reach, in digits; not those of loopback.
     *
     * @throws IOException when they can't be known at the moment
     */
    public static List<String> now() throws IOException {
        return ofEach(NetworkInterface.networkInterfaces().toList(), OwnAddresses::of);
    }

    /** A cable that is pulled, or a container that ends, takes an interface away in the middle of the list. */
    static <T> List<String> ofEach(List<T> cards, Reader<T> reader) {
        var all = new ArrayList<String>();
        for (var card : cards) {
            try {
                all.addAll(reader.addresses(card));
            } catch (IOException vanished) {
                continue;
            }
        }
        return List.copyOf(all);
    }

    private static List<String> of(NetworkInterface card) throws IOException {
        if (!card.isUp() || card.isLoopback()) {
            return List.of();
        }
        return card.inetAddresses()
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .toList();
    }
}
