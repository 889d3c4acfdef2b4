package org.wuduan.signed;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Signing.SignedBy;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;

/**
 * What a signature covers: who says what about which document, and what was said before.
 *
 * @param kind of document, for example opinion
 * @param version 1 for the first of a document
 * @param previousHash SHA-256 of the payload before, in hexadecimal; null for the first
 * @param content what the owner of the document wrote
 */
public record Payload(
        String kind,
        UUID document,
        int version,
        @Nullable String previousHash,
        SignedBy signer,
        Instant signedAt,
        Object content) {
    /** Refuses a text that leaves one of these out, so that whoever judges it finds it changed. */
    public Payload {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(document);
        Objects.requireNonNull(signer);
        Objects.requireNonNull(signedAt);
        Objects.requireNonNull(content);
    }

    /** The canonical text, whose UTF-8 bytes are what is signed. */
    public String text() {
        return CanonicalJson.of(WireJson.mapper().writeValueAsString(this));
    }

    /**
     * Reads what was signed.
     *
     * @throws IllegalArgumentException for a text that is no payload
     */
    public static Payload of(String text) {
        try {
            return WireJson.mapper().readValue(text, Payload.class);
        } catch (JacksonException changed) {
            throw new IllegalArgumentException("not a payload", changed);
        }
    }

    /** The same; empty for a text that is no payload. */
    public static Optional<Payload> read(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    /** Whether this is what was signed, however it is written. */
    public boolean isAbout(Object other) {
        return canonical(content).equals(canonical(other));
    }

    private static String canonical(Object content) {
        return CanonicalJson.canonical(WireJson.mapper().writeValueAsString(content));
    }

    @Override
    public String toString() {
        return "Payload[" + kind + " " + document + " " + version + " ‹redacted›]";
    }
}
