package org.wuduan.hub.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ImportFileFault;
import org.wuduan.contract.TextEncoding;

/**
 * Finds out how a file of text is encoded: UTF-8 with or without its mark, or GB18030, which spreadsheets on Chinese
 * computers write and which contains GBK and GB 2312. Anything else is refused with the first byte that can't be read.
 */
public final class TableText {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TableText() {}

    /** What became of the bytes. */
    public sealed interface Reading {}

    /** Readable text without any mark. */
    public record Text(String text, TextEncoding encoding) implements Reading {
        @Override
        public String toString() {
            return "Text[" + encoding + " ‹redacted›]";
        }
    }

    /** @param at offset of the first unreadable byte; 0 where the whole is of another kind */
    public record Unreadable(ImportFileFault fault, int at) implements Reading {}

    public static Reading read(byte[] file) {
        if (starts(file, WORKBOOK) || starts(file, OLD_WORKBOOK)) {
            return new Unreadable(ImportFileFault.SPREADSHEET, 0);
        }
        // no text has it; UTF-16 without its mark is full of it
        for (int at = 0; at < file.length; at++) {
            if (file[at] == 0) {
                return new Unreadable(ImportFileFault.ENCODING, at);
            }
        }
        boolean marked = starts(file, UTF_8_MARK);
        int from = marked ? UTF_8_MARK.length : 0;
        var asUtf8 = decode(file, from, StandardCharsets.UTF_8);
        if (asUtf8.text() != null) {
            return new Text(asUtf8.text(), TextEncoding.UTF_8);
        }
        if (marked) {
            return new Unreadable(ImportFileFault.ENCODING, asUtf8.stoppedAt());
        }
        var asGb18030 = decode(file, 0, GB18030);
        return asGb18030.text() == null
                // the encoding that got further is likelier the one that was meant
                ? new Unreadable(ImportFileFault.ENCODING, Math.max(asUtf8.stoppedAt(), asGb18030.stoppedAt()))
                : new Text(asGb18030.text(), TextEncoding.GB18030);
    }

    /** By which a checked file is known again. */
    public static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private record Decoded(@Nullable String text, int stoppedAt) {
        @Override
        public String toString() {
            return "Decoded[" + stoppedAt + " ‹redacted›]";
        }
    }

    private static Decoded decode(byte[] file, int from, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(file, from, file.length - from);
        var out = CharBuffer.allocate(file.length - from + 1);
        var result = decoder.decode(in, out, true);
        if (result.isError()) {
            return new Decoded(null, in.position());
        }
        decoder.flush(out);
        return new Decoded(out.flip().toString(), file.length);
    }

    private static boolean starts(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }
}
