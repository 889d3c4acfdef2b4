package org.wuduan.wearables.gatt;

import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of one characteristic value exactly as received. Immutable; prints no content, since it is patient data. */
public final class Frame {
    /** Longest attribute value that ATT allows (Bluetooth Core, Vol 3 Part F, 3.2.9), in bytes. */
    public static final int LENGTH_MAX = 512;

    private final byte[] bytes;

    private Frame(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. Any length is accepted: a decoder calls what is longer than {@link #LENGTH_MAX} malformed. */
    public static Frame of(byte[] bytes) {
        return new Frame(bytes.clone());
    }

    /**
     * Reads hexadecimal digits, with or without blanks between them.
     *
     * @throws IllegalArgumentException when it is not hexadecimal
     */
    public static Frame ofHex(String hex) {
        return new Frame(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes in lower-case hexadecimal without blanks, as the contract's {@code Reading.bytes} wants them. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** The first {@code length} bytes, or this frame when it is not longer. */
    Frame cut(int length) {
        return bytes.length <= length ? this : new Frame(Arrays.copyOf(bytes, length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame f && Arrays.equals(bytes, f.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Frame[" + bytes.length + " bytes ‹redacted›]";
    }
}
