package org.wuduan.wearables.bluez;

import java.util.OptionalInt;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetching what a device stored, through its record access control point (2A52), once for each link. Records are never
 * deleted: who keeps readings recognises those that it has.
 *
 * <p>Where the newest kept record is known, only younger ones are asked for. A meter whose battery was changed may count from
 * the beginning: when it has no younger record, its last one is looked at, and if that is older than the kept one, all are
 * asked for.
 */
final class RecordFetch {
    private static final int REPORT = 0x01;
    private static final int ALL = 0x01;
    private static final int FROM = 0x03;
    private static final int LAST = 0x06;
    private static final int BY_SEQUENCE = 0x01;
    private static final int RESPONSE = 0x06;
    private static final int DONE = 1;
    private static final int NO_RECORDS = 6;
    private static final int SEQUENCE_MAX = 0xFFFF;
    private static final Logger log = LoggerFactory.getLogger(RecordFetch.class);

    private final BlueZ bluez;
    private final String controlPoint;
    private final OptionalInt kept;
    private Asked asked = Asked.ALL;

    private enum Asked {
        ALL,
        YOUNGER,
        LAST
    }

    /** @param kept sequence of the newest record that is safely kept; empty for a device without numbered records */
    RecordFetch(BlueZ bluez, String controlPoint, OptionalInt kept) {
        this.bluez = bluez;
        this.controlPoint = controlPoint;
        this.kept = kept;
    }

    void begin() throws DBusException {
        if (kept.isEmpty() || kept.getAsInt() >= SEQUENCE_MAX) {
            asked = Asked.ALL;
            write(REPORT, ALL);
        } else {
            int from = kept.getAsInt() + 1;
            asked = Asked.YOUNGER;
            write(REPORT, FROM, BY_SEQUENCE, from & 0xFF, from >> 8);
        }
    }

    /**
     * The device has answered {@code 06 00 op code}; may ask for more. Not called on the thread that reads the bus.
     *
     * @param newest the highest sequence that came over this link so far
     */
    void answered(byte[] answer, OptionalInt newest) {
        if (answer.length != 4 || answer[0] != RESPONSE) {
            log.warn("wearable.records.answer_unknown length={}", answer.length);
            return;
        }
        boolean none = answer[3] == NO_RECORDS;
        if (answer[3] != DONE && !none) {
            log.warn("wearable.records.refused code={}", answer[3]);
            return;
        }
        log.info("wearable.records.reported asked={} none={}", asked, none);
        try {
            if (asked == Asked.YOUNGER && none) {
                asked = Asked.LAST;
                write(REPORT, LAST);
            } else if (asked == Asked.LAST && !none && newest.orElse(SEQUENCE_MAX) < kept.orElse(0)) {
                asked = Asked.ALL;
                write(REPORT, ALL);
            }
        } catch (DBusException | DBusExecutionException e) {
            log.info("wearable.records.failed error={}", e.getClass().getSimpleName());
        }
    }

    private void write(int... bytes) throws DBusException {
        byte[] command = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            command[i] = (byte) bytes[i];
        }
        bluez.write(controlPoint, command);
    }
}
