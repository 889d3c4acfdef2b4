package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing keys of doctors and pharmacists, and what was signed with them. */
public final class Signing {
    private Signing() {}

    /**
     * GET /api/signing, and the answer of each of its commands.
     *
     * @param secondFactor whether the account has one; without it there is no signing key
     * @param key null while none was set up
     * @param unlockedUntil how long this session may sign with it unless it signs again; null while locked
     */
    public record SigningState(
            boolean secondFactor,
            @Nullable SigningKey key,
            @Nullable Instant unlockedUntil) {}

    /**
     * A key in use.
     *
     * @param algorithm for example Ed25519
     * @param fingerprint SHA-256 of the public key, hexadecimal
     * @param refusedUntil set while too many wrong PINs lock it
     */
    public record SigningKey(
            UUID id,
            String algorithm,
            String fingerprint,
            Instant since,
            @Nullable Instant refusedUntil) {
        @Override
        public String toString() {
            return "SigningKey[" + id + "]";
        }
    }

    /**
     * POST /api/signing/key
     *
     * @param code of the second factor
     * @param replaces the key in use, which retires; null for the first one
     */
    public record SetUpSigningKey(
            String pin, String code, @Nullable UUID replaces) {
        @Override
        public String toString() {
            return "SetUpSigningKey[‹redacted›]";
        }
    }

    /** POST /api/signing/unlock */
    public record UnlockSigningKey(String pin, String code) {
        @Override
        public String toString() {
            return "UnlockSigningKey[‹redacted›]";
        }
    }

    /**
     * Who signed, as it was at that time.
     *
     * @param title of a doctor's post
     * @param licence number of a doctor's practising certificate
     * @param key fingerprint of the public key
     */
    public record SignedBy(
            UUID account,
            String name,
            @Nullable String title,
            String institution,
            @Nullable String licence,
            String key) {
        @Override
        public String toString() {
            return "SignedBy[" + account + " ‹redacted›]";
        }
    }

    /** A signature as a screen shows it beside what was signed. */
    public record Signature(int version, Instant signedAt, String name, String fingerprint) {
        @Override
        public String toString() {
            return "Signature[" + version + " ‹redacted›]";
        }
    }

    /**
     * What holds of one version.
     *
     * @param content the hash is that of the text, and the text is the canonical one
     * @param chain it belongs to this document, has its place in the order, and names the hash of the one before it
     * @param signature the key signed exactly this text
     * @param key it is the one that the text names; where the hub judges, also the signer's own at that time
     */
    public record Verdict(boolean content, boolean chain, boolean signature, boolean key) {
        public boolean holds() {
            return content && chain && signature && key;
        }
    }

    /**
     * The signed versions of a document with what holds of each, the oldest first.
     *
     * @param complete whether as many are there as were signed
     */
    public record SignedDocument(UUID document, boolean complete, List<Version> versions) {
        public SignedDocument {
            versions = List.copyOf(versions);
        }

        /**
         * One version.
         *
         * @param signer null where the text can't be read any more
         */
        public record Version(
                int version,
                Instant signedAt,
                String algorithm,
                String fingerprint,
                @Nullable SignedBy signer,
                Verdict verdict) {
            @Override
            public String toString() {
                return "Version[" + version + " " + verdict + "]";
            }
        }
    }

    /** A document's signed versions as one file that can be verified without a hub, the oldest first. */
    public record SignedFile(String format, UUID document, List<Version> versions) {
        public static final String FORMAT = "wuduan-signed-1";

        public SignedFile {
            versions = List.copyOf(versions);
        }

        /**
         * One version.
         *
         * @param payload canonical JSON (RFC 8785), exactly what was signed
         * @param hash SHA-256 of it, hexadecimal
         * @param publicKey X.509 SubjectPublicKeyInfo, base64url
         * @param signature base64url
         */
        public record Version(String payload, String hash, String algorithm, String publicKey, String signature) {
            @Override
            public String toString() {
                return "Version[‹redacted›]";
            }
        }

        @Override
        public String toString() {
            return "SignedFile[" + document + " ‹redacted›]";
        }
    }
}
