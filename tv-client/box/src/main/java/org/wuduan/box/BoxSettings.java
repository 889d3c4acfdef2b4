package org.wuduan.box;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import org.wuduan.contract.Language;

/**
 * What the properties file says.
 *
 * @param data {@code box.data}, folder of the key, the outbox and the spoken prompts
 * @param port {@code box.port} on loopback
 * @param host {@code box.host}, the host name by which the television page is opened
 * @param hub {@code box.hub}, scheme, host and port of the hub, and {@code box.hub-authority}, PEM file of the one
 *     authority that is believed there; absent: those that every machine knows
 * @param web {@code box.web}, folder of the built television page
 * @param bus {@code box.bus}, D-Bus address, empty = the system bus
 * @param familyPage {@code box.family-page}, where a phone opens the family's page, when absent that of the hub
 * @param enrolmentCode {@code box.enrolment-code}, used while the box is not enrolled; without one the television shows a
 *     code that somebody confirms
 * @param launchTokenFile {@code box.launch-token-file}, where the page's launch token is written for whoever opens the page
 * @param language {@code box.language}, {@code zh-CN} (when absent) or {@code en}
 * @param zone {@code box.zone}, the zone of the wearables' clocks, when absent that of the machine
 */
record BoxSettings(
        Path data,
        int port,
        String host,
        HubAddress hub,
        Path web,
        String bus,
        String familyPage,
        Optional<String> enrolmentCode,
        Optional<Path> launchTokenFile,
        Language language,
        ZoneId zone) {
    private static final String PEM_BEGIN = "-----BEGIN CERTIFICATE-----";

    /** Says in one sentence what is wrong with the properties. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    static BoxSettings read(Path file) throws Unusable {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new Unusable("The properties file " + file + " cannot be read.");
        }
        return of(properties);
    }

    static BoxSettings of(Properties properties) throws Unusable {
        return new BoxSettings(
                Path.of(required(properties, "box.data")),
                port(properties),
                required(properties, "box.host"),
                new HubAddress(hub(required(properties, "box.hub")), authority(properties)),
                Path.of(required(properties, "box.web")),
                optional(properties, "box.bus").orElse(""),
                familyPage(properties),
                optional(properties, "box.enrolment-code"),
                optional(properties, "box.launch-token-file").map(Path::of),
                language(optional(properties, "box.language").orElse("zh-CN")),
                zone(optional(properties, "box.zone")));
    }

    private static Optional<String> optional(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static String required(Properties properties, String name) throws Unusable {
        return optional(properties, name).orElseThrow(() -> new Unusable("The property " + name + " is missing."));
    }

    private static int port(Properties properties) throws Unusable {
        String text = required(properties, "box.port");
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new Unusable("The property box.port is not a port number.");
        }
        return Integer.parseInt(text);
    }

    private static URI hub(String text) throws Unusable {
        try {
            URI uri = URI.create(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new Unusable("The property box.hub is not an address.");
        }
        throw new Unusable("The property box.hub is not an http or https address.");
    }

    private static Optional<Path> authority(Properties properties) throws Unusable {
        var file = optional(properties, "box.hub-authority").map(Path::of);
        if (file.isEmpty()) {
            return file;
        }
        if (!required(properties, "box.hub").startsWith("https:")) {
            throw new Unusable("The property box.hub-authority is for a box.hub that begins with https.");
        }
        requirePem(file.get());
        return file;
    }

    /** The TLS client reads PEM alone, and would find out only when it speaks to the hub for the first time. */
    private static void requirePem(Path file) throws Unusable {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new Unusable("The file " + file + " of box.hub-authority cannot be read.");
        } catch (CertificateException e) {
            throw new Unusable("The file " + file + " of box.hub-authority holds no certificate.");
        }
        if (!new String(content, ISO_8859_1).contains(PEM_BEGIN)) {
            throw new Unusable("The file " + file + " of box.hub-authority holds a certificate in binary (DER): make"
                    + " PEM of it with 'openssl x509 -inform der -in " + file + " -out NAME.pem'.");
        }
    }

    private static String familyPage(Properties properties) throws Unusable {
        var own = optional(properties, "box.family-page");
        var page = own.isPresent()
                ? own.get()
                : hub(required(properties, "box.hub")).resolve("/family/").toString();
        if (!page.matches("https?://[^\\s#]{1,280}")) {
            throw new Unusable("The property box.family-page is not an http or https address.");
        }
        return page;
    }

    private static Language language(String text) throws Unusable {
        return switch (text) {
            case "zh-CN" -> Language.ZH_CN;
            case "en" -> Language.EN;
            default -> throw new Unusable("The property box.language is neither zh-CN nor en.");
        };
    }

    private static ZoneId zone(Optional<String> text) throws Unusable {
        try {
            return text.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw new Unusable("The property box.zone is not a time zone.");
        }
    }
}
