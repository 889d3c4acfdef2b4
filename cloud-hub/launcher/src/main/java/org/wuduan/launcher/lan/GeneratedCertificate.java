package org.wuduan.launcher.lan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wuduan.launcher.DataFolder;

/**
 * A certificate of our own making, under an authority of our own that phones are told to trust once. Each file holds a
 * certificate with its key, so that a power cut never leaves two that do not fit.
 *
 * @param secrets the folder of the data folder's secrets
 * @param names what the certificate is for, as far as phones trust us with it: a machine that is renamed keeps its
 *     authority, and its new name is left out
 */
record GeneratedCertificate(Path secrets, ServerNames names, Clock clock) implements DoorCertificate {

    /** What ends sooner is made anew. The authority must outlive what it vouches for. */
    static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private static final Duration AUTHORITY_LEFT_MIN = Issuing.LEAF_VALID.plus(RENEWED_BEFORE_END);

    static final String AUTHORITY = "lan-authority.pem";

    /** The authority without its key: for people. */
    static final String AUTHORITY_SHOWN = "lan-authority.crt";

    static final String LEAF = "lan.pem";

    @Override
    public Path certificateFile() {
        return secrets.resolve(LEAF);
    }

    @Override
    public Path keyFile() {
        return secrets.resolve(LEAF);
    }

    @Override
    public Optional<Path> authorityFile() {
        return Optional.of(secrets.resolve(AUTHORITY_SHOWN));
    }

    @Override
    public Optional<Fingerprints> authorityFingerprints() {
        return atHand(AUTHORITY).map(authority -> Fingerprints.of(authority.certificate()));
    }

    @Override
    public List<String> typed() {
        return accepted();
    }

    /** What stands in the certificate; before there is one, what shall. */
    @Override
    public List<String> accepted() {
        return atHand(LEAF)
                .map(leaf -> List.copyOf(SubjectNames.of(leaf.certificate())))
                .orElseGet(names::all);
    }

    @Override
    public Optional<String> keepUp() {
        var kept = read(AUTHORITY);
        var authority = kept.filter(this::mayVouch).orElse(null);
        boolean replaced = authority == null ? hadOne() : isNotShown(authority.certificate());
        if (authority == null) {
            authority = newAuthority();
        }
        var wanted = vouched(authority).orElse(names);
        var leaf = read(LEAF);
        boolean serves = leaf.isPresent() && serves(leaf.get().certificate(), wanted, authority);
        var fresh = serves ? leaf.get() : newLeaf(authority, wanted);
        // Last: should the power fail before, the next start tells it.
        show(authority.certificate());
        if (replaced) {
            return Optional.of("The authority for the network was made anew: every phone and laptop must trust the new"
                    + " one, " + secrets.resolve(AUTHORITY_SHOWN) + ".");
        }
        return serves
                ? Optional.empty()
                : leaf.map(_ -> "The certificate for the network was made anew and ends on "
                        + Dates.day(fresh.certificate().getNotAfter().toInstant()) + "." + leftOut(wanted));
    }

    private String leftOut(ServerNames wanted) {
        var missing = names.hosts().stream()
                .filter(host -> !wanted.hosts().contains(host))
                .toList();
        return missing.isEmpty()
                ? ""
                : " It is not for " + String.join(", ", missing)
                        + ": the authority that terminals trust was made for other" + " names.";
    }

    /** Whether the authority lives long enough and may sign for the address and a name of this machine. */
    private boolean mayVouch(CertifiedKey authority) {
        var end = authority.certificate().getNotAfter().toInstant();
        return !end.isBefore(clock.instant().plus(AUTHORITY_LEFT_MIN))
                && vouched(authority).isPresent();
    }

    /** The names for which the authority may sign. Tried, rather than reasoned about. */
    private Optional<ServerNames> vouched(CertifiedKey authority) {
        var key = Issuing.newKey().getPublic();
        var hosts = names.hosts().stream()
                .filter(host -> {
                    var alone = new ServerNames(names.address(), List.of(host));
                    return isVouchedFor(Issuing.leaf(authority, key, alone, clock.instant()), authority);
                })
                .toList();
        return hosts.isEmpty() ? Optional.empty() : Optional.of(new ServerNames(names.address(), hosts));
    }

    private boolean serves(X509Certificate leaf, ServerNames wanted, CertifiedKey authority) {
        return !leaf.getNotAfter().toInstant().isBefore(clock.instant().plus(RENEWED_BEFORE_END))
                && SubjectNames.of(leaf).equals(Set.copyOf(wanted.all()))
                && isVouchedFor(leaf, authority);
    }

    private boolean isVouchedFor(X509Certificate leaf, CertifiedKey authority) {
        try {
            var anchor = new TrustAnchor(authority.certificate(), null);
            var parameters = new PKIXParameters(new HashSet<>(Set.of(anchor)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            // The JDK obeys an authority's constraints only where it stands in the path, not as the anchor.
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, authority.certificate()));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private CertifiedKey newAuthority() {
        var key = Issuing.newKey();
        var authority = new CertifiedKey(Issuing.authority(key, names, clock.instant()), key.getPrivate());
        write(AUTHORITY, authority);
        return authority;
    }

    private CertifiedKey newLeaf(CertifiedKey authority, ServerNames wanted) {
        var key = Issuing.newKey();
        var leaf =
                new CertifiedKey(Issuing.leaf(authority, key.getPublic(), wanted, clock.instant()), key.getPrivate());
        write(LEAF, leaf);
        return leaf;
    }

    private void write(String file, CertifiedKey pair) {
        DataFolder.writePrivately(secrets.resolve(file), Pem.text(pair.certificate()) + Pem.text(pair.key()));
    }

    /** Whether terminals may trust one already, were it deleted or damaged since. */
    private boolean hadOne() {
        return Stream.of(AUTHORITY, AUTHORITY_SHOWN, LEAF).map(secrets::resolve).anyMatch(Files::exists);
    }

    /** Whether people were given another one than this. */
    private boolean isNotShown(X509Certificate authority) {
        try {
            var file = secrets.resolve(AUTHORITY_SHOWN);
            var shown = Files.exists(file) ? Pem.certificates(Files.readString(file, ISO_8859_1)) : List.of();
            return !shown.isEmpty() && !shown.getFirst().equals(authority);
        } catch (GeneralSecurityException damaged) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void show(X509Certificate authority) {
        var file = secrets.resolve(AUTHORITY_SHOWN);
        var text = Pem.text(authority);
        try {
            if (!Files.exists(file) || !Files.readString(file, ISO_8859_1).equals(text)) {
                DataFolder.writePrivately(file, text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is kept, as far as it can be read now: what is only told or listed is no reason to end. */
    private Optional<CertifiedKey> atHand(String file) {
        try {
            return read(file);
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** What is kept; a file that cannot be understood is as good as none, because all of it can be made anew. */
    private Optional<CertifiedKey> read(String file) {
        try {
            var path = secrets.resolve(file);
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            var text = Files.readString(path, ISO_8859_1);
            var certificates = Pem.certificates(text);
            return certificates.isEmpty()
                    ? Optional.empty()
                    : Pem.key(text).map(key -> new CertifiedKey(certificates.getFirst(), key));
        } catch (GeneralSecurityException damaged) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
