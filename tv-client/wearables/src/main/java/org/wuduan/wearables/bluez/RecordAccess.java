package org.wuduan.wearables.bluez;

import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record access control point of a device that stores measurements. Stored records are asked for at every new link
 * and never deleted: who keeps readings recognises those that it has.
 */
final class RecordAccess {
    /** Report stored records: operator "all records". */
    private static final byte[] REPORT_ALL = {0x01, 0x01};

    private static final int RESPONSE = 0x06;
    private static final int DONE = 1;
    private static final int NO_RECORDS = 6;
    private static final Logger log = LoggerFactory.getLogger(RecordAccess.class);

    private RecordAccess() {}

    static void reportAll(BlueZ bluez, String characteristic) throws DBusException {
        bluez.write(characteristic, REPORT_ALL);
    }

    /** Logs the answer of the device: {@code 06 00 op code}. */
    static void answered(byte[] answer) {
        if (answer.length != 4 || answer[0] != RESPONSE) {
            log.warn("wearable.records.answer_unknown length={}", answer.length);
        } else if (answer[3] == DONE || answer[3] == NO_RECORDS) {
            log.info("wearable.records.reported none={}", answer[3] == NO_RECORDS);
        } else {
            log.warn("wearable.records.refused code={}", answer[3]);
        }
    }
}
