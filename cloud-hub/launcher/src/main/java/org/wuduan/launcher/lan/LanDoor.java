package org.wuduan.launcher.lan;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The door through which phones and laptops come in: an address of this machine and what the hub shows there.
 *
 * @param address IPv4 in digits; media goes over it as well
 */
public record LanDoor(String address, int port, Certificate certificate) {

    /** The page where a terminal gets the authority that it shall trust, and is told how. */
    public static final String TRUST_PATH = "/trust";

    private static final int HTTPS_PORT = 443;

    /**
     * The address that is wished and there.
     *
     * @throws org.wuduan.launcher.Trouble one sentence that lists what there is
     */
    public static String address(LanWish wish) {
        return NetworkAddress.choose(wish.address(), NetworkAddress.ofThisMachine());
    }

    /**
     * Checks the certificate that was brought, or makes one.
     *
     * @param secrets folder for what is made
     * @throws org.wuduan.launcher.Trouble one sentence about what was brought
     */
    public static LanDoor open(LanWish wish, String address, int port, Path secrets) {
        return open(wish, address, port, secrets, Clock.systemUTC());
    }

    static LanDoor open(LanWish wish, String address, int port, Path secrets, Clock clock) {
        if (wish.certificate().isPresent() && wish.key().isPresent()) {
            var brought = BroughtCertificate.checked(
                    wish.certificate().get(), wish.key().get(), address, clock);
            return new LanDoor(address, port, brought);
        }
        var names = new ServerNames(address, NetworkAddress.hostNames());
        return new LanDoor(address, port, new GeneratedCertificate(secrets, names, clock));
    }

    /** Whether this machine has the address now: a router may give it another, a cable may be out. */
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
