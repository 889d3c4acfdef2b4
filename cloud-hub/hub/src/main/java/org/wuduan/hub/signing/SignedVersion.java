package org.wuduan.hub.signing;

import java.time.Instant;
import java.util.UUID;
import org.wuduan.contract.Signing.Signature;
import org.wuduan.contract.Signing.SignedBy;

/**
 * One version of a document as it was signed; a correction is the next one.
 *
 * @param hash SHA-256 of what was signed, hexadecimal
 */
public record SignedVersion(UUID document, int version, SignedBy signer, Instant signedAt, String hash) {
    /** As a screen shows it beside the document. */
    public Signature signature() {
        return new Signature(version, signedAt, signer.name(), signer.key());
    }

    @Override
    public String toString() {
        return "SignedVersion[" + document + " " + version + " ‹redacted›]";
    }
}
