package org.wuduan.launcher.lan;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The door through which phones and laptops come in: an address of this machine and what the hub shows there.
 *
 * @param address IPv4 in digits; media goes over it as well
 * @param troubles sentences for the person who runs this: why nobody comes in for now
 */
public record LanDoor(String address, int port, DoorCertificate certificate, List<String> troubles) {

    /** The page where a terminal gets the authority that it shall trust, and is told how. */
    public static final String TRUST_PATH = "/trust";

    private static final int HTTPS_PORT = 443;

    public LanDoor {
        troubles = List.copyOf(troubles);
    }

    /**
     * One with a certificate of our own making.
     *
     * @param secrets folder for what is made
     */
    public static LanDoor generated(String address, int port, Path secrets) {
        var names = new ServerNames(address, NetworkAddress.hostNames());
        return new LanDoor(address, port, new GeneratedCertificate(secrets, names, Clock.systemUTC()), List.of());
    }

    LanDoor with(List<String> troubles) {
        return new LanDoor(address, port, certificate, troubles);
    }

    /**
     * Whether this machine has the address now: a router may give it another, a cable may be out.
     *
     * @throws java.io.UncheckedIOException when that can't be known at the moment
     */
    public boolean isReachable() {
        return NetworkAddress.ofThisMachine().contains(address);
    }

    /** Addresses to type into a phone, the surest first, without a path. */
    public List<String> urls() {
        var port = this.port == HTTPS_PORT ? "" : ":" + this.port;
        return certificate.typed().stream()
                .map(name -> "https://" + name + port)
                .toList();
    }
}
