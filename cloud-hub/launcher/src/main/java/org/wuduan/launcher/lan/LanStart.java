package org.wuduan.launcher.lan;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Ports;
import org.wuduan.launcher.Trouble;

/**
 * Decides at a start where the door to the network is. An option that was typed wrongly is refused; what was right at the
 * last start is never a reason not to start: a machine may be quicker than its router, a certificate may have ended
 * meanwhile, and a launcher that was killed must come back to what still runs. That is told; nobody comes in then, because
 * the door is shut or, when the certificate has ended, because no browser goes through it.
 *
 * @param goesOn whether something of the last start still runs
 */
public record LanStart(DataFolder data, Ports ports, boolean goesOn) {

    private static final String HUB = "hub";

    /** @throws Trouble one sentence about an option that can't be used */
    public LanDoor door(LanWish wish) {
        var last = LastDoor.in(data.run());
        var own = own();
        var address = NetworkAddress.choose(wish.address(), own, last.map(LastDoor::address), goesOn);
        var troubles = new ArrayList<String>();
        int port = port(InetAddress.ofLiteral(address), wish.port(), own.contains(address), troubles);
        var door = wish.certificate().isPresent()
                ? new LanDoor(address, port, brought(wish, address, last, troubles), troubles)
                : LanDoor.generated(address, port, data.secrets()).with(troubles);
        var names = wish.certificate().isEmpty()
                ? List.<String>of()
                : door.certificate().accepted();
        new LastDoor(address, text(wish.certificate()), text(wish.key()), names).write(data.run());
        return door;
    }

    private static String text(Optional<Path> file) {
        return file.map(Path::toString).orElse("");
    }

    private static List<String> own() {
        try {
            return NetworkAddress.ofThisMachine();
        } catch (UncheckedIOException unknown) {
            return List.of();
        }
    }

    /** Nobody can try a port of an address that is away; one that somebody took may be free again soon. */
    private int port(InetAddress address, int wished, boolean here, List<String> troubles) {
        int last = ports.lastOn(address, HUB);
        if (!here && (wished > 0 || last > 0)) {
            return ports.keptOn(address, HUB, wished > 0 ? wished : last);
        }
        try {
            return ports.chosenOn(address, HUB, wished);
        } catch (Trouble taken) {
            if (last == 0 || wished != last) {
                throw taken;
            }
            troubles.add("Nobody comes in from the network for now. " + taken.getMessage());
            return last;
        }
    }

    private static DoorCertificate brought(
            LanWish wish, String address, Optional<LastDoor> last, List<String> troubles) {
        var certificate = wish.certificate().orElseThrow();
        var key = wish.key().orElseThrow();
        try {
            return BroughtCertificate.checked(certificate, key, address, Clock.systemUTC());
        } catch (Trouble unusable) {
            var names = last.filter(door -> door.isOf(address, certificate, key))
                    .map(LastDoor::names)
                    .orElse(List.of());
            if (names.isEmpty()) {
                throw unusable;
            }
            troubles.add(String.valueOf(unusable.getMessage()));
            return new BroughtCertificate(certificate, key, names, Clock.systemUTC());
        }
    }
}
