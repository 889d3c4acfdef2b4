package org.wuduan.launcher.lan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuduan.launcher.Trouble;

/**
 * A certificate that an operator brought with its key. The files stay where they are, for whatever renews them; the
 * hub takes what is new.
 *
 * @param names for which it was made, that lead to this machine's address or may do so
 */
record BroughtCertificate(Path certificateFile, Path keyFile, List<String> names, Clock clock)
        implements DoorCertificate {

    /** A person is told so long before the end. */
    static final Duration TOLD_BEFORE_END = Duration.ofDays(30);

    /** A chain with its comments has a few thousand bytes; what is larger is something else. */
    static final int FILE_BYTES_MAX = 256 * 1024;

    private static final Set<PosixFilePermission> FOREIGN = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /**
     * Looks at both files.
     *
     * @param address of this machine, in digits
     * @throws Trouble one sentence: unreadable, key open to others, over, not fitting, or for no name at all
     */
    static BroughtCertificate checked(Path certificateFile, Path keyFile, String address, Clock clock) {
        var chain = chain(certificateFile);
        var leaf = chain.getFirst();
        requireFit(leaf, key(keyFile), certificateFile, keyFile);
        requireInForce(leaf, certificateFile, clock);
        var names = SubjectNames.of(leaf).stream()
                .filter(name -> !isAddress(name) || name.equals(address))
                .toList();
        if (names.stream().allMatch(name -> name.startsWith("*."))) {
            throw new Trouble("The certificate " + certificateFile + " names neither " + address
                    + " nor a whole host name: bring one that does, or leave out --cert and --key.");
        }
        return new BroughtCertificate(certificateFile, keyFile, names, clock);
    }

    private static List<X509Certificate> chain(Path file) {
        List<X509Certificate> chain;
        try {
            chain = Pem.certificates(read(file));
            for (int i = 0; i + 1 < chain.size(); i++) {
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            }
        } catch (GeneralSecurityException broken) {
            throw new Trouble(
                    "The certificates in " + file
                            + " are damaged or in the wrong order: the server's own comes first, then each that vouches"
                            + " for the one before.",
                    broken);
        }
        if (chain.isEmpty()) {
            throw new Trouble("There is no certificate in " + file + ": --cert takes a PEM file (-----BEGIN"
                    + " CERTIFICATE-----).");
        }
        return chain;
    }

    private static PrivateKey key(Path file) {
        var text = read(file);
        requirePrivate(file);
        try {
            return Pem.key(text)
                    .orElseThrow(() -> new Trouble("There is no private key in " + file
                            + " that can be read without a password: --key takes a PEM file (-----BEGIN PRIVATE"
                            + " KEY-----)."));
        } catch (GeneralSecurityException broken) {
            throw new Trouble("The private key in " + file + " is damaged or neither RSA nor EC.", broken);
        }
    }

    private static void requirePrivate(Path file) {
        try {
            var open = new ArrayList<>(Files.getPosixFilePermissions(file));
            open.retainAll(FOREIGN);
            if (!open.isEmpty()) {
                throw new Trouble("The key file " + file + " can be read or written by others: 'chmod 600 " + file
                        + "' closes it.");
            }
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static void requireFit(X509Certificate leaf, PrivateKey key, Path certificateFile, Path keyFile) {
        var algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        var words = "五端".getBytes(StandardCharsets.UTF_8);
        boolean fits;
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(words);
            var signed = signature.sign();
            signature.initVerify(leaf.getPublicKey());
            signature.update(words);
            fits = signature.verify(signed);
        } catch (GeneralSecurityException anotherKind) {
            fits = false;
        }
        if (!fits) {
            throw new Trouble("The key " + keyFile + " does not belong to the first certificate in " + certificateFile
                    + ": bring the two that were made together.");
        }
    }

    private static void requireInForce(X509Certificate leaf, Path file, Clock clock) {
        var now = clock.instant();
        if (leaf.getNotAfter().toInstant().isBefore(now)) {
            throw new Trouble("The certificate " + file + " ended on "
                    + Dates.day(leaf.getNotAfter().toInstant()) + ": renew it, or leave out --cert and --key.");
        }
        if (leaf.getNotBefore().toInstant().isAfter(now)) {
            throw new Trouble("The certificate " + file + " begins only on "
                    + Dates.day(leaf.getNotBefore().toInstant()) + ": wait, or set this machine's clock right.");
        }
    }

    private static String read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > FILE_BYTES_MAX) {
                throw new Trouble("The file " + file + " is larger than " + (FILE_BYTES_MAX >> 10)
                        + " KiB: that is no certificate and no key.");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static Trouble unreadable(Path file, IOException failure) {
        return new Trouble("The file " + file + " can't be read: check its name and its owner.", failure);
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }

    @Override
    public Optional<Path> authorityFile() {
        return Optional.empty();
    }

    @Override
    public Optional<Fingerprints> authorityFingerprints() {
        return Optional.empty();
    }

    @Override
    public List<String> typed() {
        return names.stream().filter(name -> !name.startsWith("*.")).toList();
    }

    @Override
    public List<String> accepted() {
        return names;
    }

    /** @throws Trouble as when it was checked, where the certificate has ended or can't be read */
    @Override
    public Optional<String> keepUp() {
        var leaf = chain(certificateFile).getFirst();
        requireInForce(leaf, certificateFile, clock);
        var end = leaf.getNotAfter().toInstant();
        return end.isAfter(clock.instant().plus(TOLD_BEFORE_END))
                ? Optional.empty()
                : Optional.of("The certificate " + certificateFile + " ends on " + Dates.day(end)
                        + ": renew it in place, and the hub takes it within a minute.");
    }
}
