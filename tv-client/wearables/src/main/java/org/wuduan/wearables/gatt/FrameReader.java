package org.wuduan.wearables.gatt;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.wuduan.wearables.gatt.Decoded.Reason;

/** Reads little-endian fields one after the other; a missing byte ends the reading with {@link Broken}. */
final class FrameReader {
    private final byte[] bytes;
    private int at;

    FrameReader(Frame frame) {
        this.bytes = frame.bytes();
    }

    int u8() throws Broken {
        if (at >= bytes.length) {
            throw new Broken(Reason.TRUNCATED);
        }
        return bytes[at++] & 0xFF;
    }

    int u16() throws Broken {
        int low = u8();
        return low | u8() << 8;
    }

    int u24() throws Broken {
        int low = u16();
        return low | u8() << 16;
    }

    int s16() throws Broken {
        return (short) u16();
    }

    SFloat float32() throws Broken {
        int low = u16();
        return SFloat.of32(low | u16() << 16);
    }

    SFloat sfloat() throws Broken {
        return SFloat.of(u16());
    }

    int left() {
        return bytes.length - at;
    }

    void end() throws Broken {
        if (left() > 0) {
            throw new Broken(Reason.TRAILING_BYTES);
        }
    }

    /** Date Time (2A08), 7 bytes. Empty when year, month or day is 0, which means "unknown". */
    Optional<LocalDateTime> time() throws Broken {
        int year = u16();
        int month = u8();
        int day = u8();
        int hour = u8();
        int minute = u8();
        int second = u8();
        if (year == 0 || month == 0 || day == 0) {
            return Optional.empty();
        }
        if (year > 9999) {
            throw new Broken(Reason.IMPOSSIBLE_TIME);
        }
        try {
            return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
        } catch (DateTimeException e) {
            throw new Broken(Reason.IMPOSSIBLE_TIME);
        }
    }

    /** The frame is malformed. Checked and without a stack trace: an expected outcome within this package. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        Broken(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}
