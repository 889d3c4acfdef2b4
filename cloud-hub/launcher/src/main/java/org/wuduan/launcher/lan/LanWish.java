package org.wuduan.launcher.lan;

import java.nio.file.Path;
import java.util.Optional;
import org.wuduan.launcher.Trouble;

/**
 * What a person asked for with {@code --lan}.
 *
 * @param address of this machine; empty takes the only one
 * @param port on that address; 0 chooses a free one and keeps it
 * @param certificate PEM file; empty has one made
 * @param key PEM file; there exactly when there is a certificate
 */
public record LanWish(Optional<String> address, int port, Optional<Path> certificate, Optional<Path> key) {

    public static final int PORT_USUAL = 8443;

    public LanWish {
        if (certificate.isPresent() != key.isPresent()) {
            throw new Trouble("--cert FILE and --key FILE belong together: name both, or neither to have a certificate"
                    + " made.");
        }
        certificate = certificate.map(file -> file.toAbsolutePath().normalize());
        key = key.map(file -> file.toAbsolutePath().normalize());
    }
}
