package org.wuduan.signed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.Signing.Verdict;

/** Judges the versions of one document, from the first to the newest. */
public final class SignedChain {
    private final List<SignatureCheck> checks;

    public SignedChain(List<SignatureCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * One version as it was found.
     *
     * @param payload empty where the text is none
     */
    public record Judged(Optional<Payload> payload, Verdict verdict) {}

    /** In the order in which the file has them. */
    public List<Judged> judge(SignedFile file) {
        var judged = new ArrayList<Judged>();
        String previous = null;
        for (var version : file.versions()) {
            int number = judged.size() + 1;
            var payload = Payload.read(version.payload());
            judged.add(new Judged(payload, verdict(version, payload, new Place(file.document(), number, previous))));
            previous = version.hash();
        }
        return judged;
    }

    /** Where a version must say that it stands. */
    private record Place(
            UUID document, int number, @Nullable String previous) {
        boolean isThatOf(Payload payload) {
            return payload.document().equals(document)
                    && payload.version() == number
                    && (previous == null ? payload.previousHash() == null : previous.equals(payload.previousHash()));
        }
    }

    private Verdict verdict(SignedFile.Version version, Optional<Payload> payload, Place place) {
        var publicKey = bytes(version.publicKey());
        boolean content = Digests.of(version.payload()).equals(version.hash())
                && payload.filter(one -> isTextOf(one, version.payload())).isPresent();
        return new Verdict(
                content,
                payload.filter(place::isThatOf).isPresent(),
                signatureHolds(version, publicKey),
                payload.filter(one -> Digests.of(publicKey).equals(one.signer().key()))
                        .isPresent());
    }

    private boolean signatureHolds(SignedFile.Version version, byte[] publicKey) {
        var message = version.payload().getBytes(StandardCharsets.UTF_8);
        return checks.stream()
                .filter(check -> check.algorithm().equals(version.algorithm()))
                .anyMatch(check -> check.holds(publicKey, message, bytes(version.signature())));
    }

    /** Whether a text is the canonical one; no text is where it holds what can't be signed. */
    private static boolean isTextOf(Payload payload, String text) {
        try {
            return payload.text().equals(text);
        } catch (IllegalArgumentException neverSigned) {
            return false;
        }
    }

    /** Of base64url; none where it is not. */
    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException changed) {
            return new byte[0];
        }
    }
}
