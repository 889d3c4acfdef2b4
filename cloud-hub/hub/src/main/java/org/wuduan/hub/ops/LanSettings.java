package org.wuduan.hub.ops;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The door to the network, {@code hub.lan.…}. Without {@code hub.lan.port} there is none, and the others may be absent.
 *
 * @param address of this machine, in digits
 * @param names by which terminals may call it there; identity's filter asks for them
 * @param certificate PEM, the server's own first
 * @param key PEM; may be the same file
 */
@ConfigurationProperties("hub.lan")
record LanSettings(
        @DefaultValue("") String address,
        @DefaultValue("0") int port,
        @DefaultValue List<String> names,
        @DefaultValue("") String certificate,
        @DefaultValue("") String key) {

    /** @throws IllegalStateException one sentence: what is missing for a door that is wished */
    void requireWhole() {
        var missing = new ArrayList<String>();
        note(address.isBlank(), "address", missing);
        // Without them whoever is led here by a foreign name would come in.
        note(names.stream().allMatch(String::isBlank), "names", missing);
        note(certificate.isBlank(), "certificate", missing);
        note(key.isBlank(), "key", missing);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "hub.lan.port opens a door to the network, but " + String.join(", ", missing)
                            + " of hub.lan is missing: set it, or leave out hub.lan.port, and start the hub again");
        }
    }

    private static void note(boolean absent, String name, List<String> missing) {
        if (absent) {
            missing.add(name);
        }
    }

    InetAddress ear() {
        return InetAddress.ofLiteral(address);
    }

    CertificateFiles files() {
        return new CertificateFiles(Path.of(certificate), Path.of(key));
    }
}
