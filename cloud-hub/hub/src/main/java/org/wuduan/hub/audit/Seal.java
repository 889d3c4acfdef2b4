package org.wuduan.hub.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One link of the chain: it covers the numbers and digests of its entries and the link before it, so that nothing
 * before it can be changed, left out or put in unseen.
 *
 * @param number counts from 1 without gaps
 * @param entries numbers of the entries, in the order of their digests
 * @param digests {@link #DIGEST_BYTES} for each entry
 * @param previous the seal before; of the first, {@link #none()}
 * @param seal SHA-256 over all of the above
 */
record Seal(long number, Instant sealedAt, List<Long> entries, byte[] digests, byte[] previous, byte[] seal) {
    static final int DIGEST_BYTES = 32;

    /** Goes into each seal, so that another use of SHA-256 never makes the same one. */
    private static final byte[] DOMAIN = "wuduan-audit-seal-1".getBytes(StandardCharsets.US_ASCII);

    Seal {
        entries = List.copyOf(entries);
    }

    /** What stands before the first seal. */
    static byte[] none() {
        return new byte[DIGEST_BYTES];
    }

    /** Seals entries after another seal. */
    static Seal over(List<TrailEntry> entries, long number, byte[] previous, Instant sealedAt) {
        var digests = new ByteArrayOutputStream();
        entries.forEach(entry -> digests.writeBytes(entry.digest()));
        var open = new Seal(
                number,
                sealedAt,
                entries.stream().map(TrailEntry::number).toList(),
                digests.toByteArray(),
                previous,
                none());
        return new Seal(number, sealedAt, open.entries, open.digests, previous, open.computed());
    }

    /** Whether the seal is what its own content makes. */
    boolean holds() {
        return digests.length == entries.size() * DIGEST_BYTES && MessageDigest.isEqual(seal, computed());
    }

    /** The digest that an entry had when it was sealed. */
    byte[] digest(int index) {
        return Arrays.copyOfRange(digests, index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES);
    }

    private byte[] computed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(DOMAIN);
            out.writeLong(number);
            out.write(previous);
            out.writeLong(TrailEntry.micros(sealedAt));
            out.writeInt(entries.size());
            for (long entry : entries) {
                out.writeLong(entry);
            }
            out.write(digests);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return sha256(bytes.toByteArray());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
