package org.wuduan.wearables.gatt;

import org.wuduan.wearables.gatt.FrameReader.Broken;
import org.wuduan.wearables.gatt.Value.Kind;

/**
 * Pulse oximeter measurements: spot-check 2A5E (flags b0 time, b1 status, b2 sensor status, b3 amplitude index, b4 clock
 * not set) and continuous 2A5F (flags b0 fast pair, b1 slow pair, b2 status, b3 sensor status, b4 amplitude index). The
 * fast and slow averages are read over: the normal pair is what a screen shows.
 */
final class PulseOximeter {
    /** Data for demonstration (b10) or testing (b11), unavailable (b13), invalid (b15): not this person's values. */
    private static final int STATUS_WORTHLESS = 1 << 10 | 1 << 11 | 1 << 13 | 1 << 15;

    /** Calibration ongoing (b12), questionable measurement (b14). */
    private static final int STATUS_DOUBTFUL = 1 << 12 | 1 << 14;

    /** Sensor unconnected to the user (b11), displaced (b13), disconnected (b15). */
    private static final int SENSOR_OFF = 1 << 11 | 1 << 13 | 1 << 15;

    /**
     * Malfunction (b1), irregular processing (b2), inadequate (b3), poor (b4), low perfusion (b5), erratic (b6),
     * non-pulsatile (b7), questionable pulse (b8), interference (b10), unknown sensor (b12), sensor malfunction (b14).
     */
    private static final int SENSOR_DOUBTFUL = 0b0101_0101_1111_1110;

    private PulseOximeter() {}

    static void readSpot(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        readPair(in, draft);
        if ((flags & 1) != 0) {
            draft.time(in.time());
        }
        readStatus(in, flags >> 1, draft);
        draft.markIf((flags & 0b1_0000) != 0, Mark.DEVICE_CLOCK_UNSET);
    }

    static void readContinuous(FrameReader in, Draft draft) throws Broken {
        int flags = in.u8();
        readPair(in, draft);
        for (int pair = 0; pair < 2; pair++) {
            if ((flags & 1 << pair) != 0) {
                in.u16();
                in.u16();
            }
        }
        readStatus(in, flags >> 2, draft);
    }

    private static void readPair(FrameReader in, Draft draft) throws Broken {
        draft.required(Kind.OXYGEN_SATURATION, in.sfloat());
        draft.required(Kind.OXIMETER_PULSE, in.sfloat());
    }

    /** The common end of both layouts; flags shifted so that b0 status, b1 sensor status, b2 amplitude index. */
    private static void readStatus(FrameReader in, int flags, Draft draft) throws Broken {
        if ((flags & 1) != 0) {
            int status = in.u16();
            draft.markIf((status & STATUS_DOUBTFUL) != 0, Mark.SENSOR_PROBLEM);
            if ((status & STATUS_WORTHLESS) != 0) {
                draft.worthless(Mark.SENSOR_PROBLEM);
            }
        }
        if ((flags & 0b10) != 0) {
            int sensor = in.u24();
            draft.markIf((sensor & SENSOR_DOUBTFUL) != 0, Mark.SENSOR_PROBLEM);
            if ((sensor & SENSOR_OFF) != 0) {
                draft.worthless(Mark.NO_CONTACT);
            }
        }
        if ((flags & 0b100) != 0) {
            draft.optional(Kind.PERFUSION, in.sfloat());
        }
    }
}
