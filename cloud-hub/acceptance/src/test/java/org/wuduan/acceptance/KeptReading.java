package org.wuduan.acceptance;

import java.util.List;

/** A reading as the hub keeps it; bytes in hexadecimal, the device's own time is among them. */
record KeptReading(String id, String device, String profile, String bytes) {
    private static final String QUERY =
            "select concat_ws(' ', id, device_address, profile, encode(bytes, 'hex')) from reading";

    static List<KeptReading> all(Database database) {
        return database.column(QUERY).stream().map(KeptReading::of).toList();
    }

    private static KeptReading of(String row) {
        var parts = row.split(" ", -1);
        return new KeptReading(parts[0], parts[1], parts[2], parts[3]);
    }

    /** A cuff gives its own time with each measurement; a strap beats the same twice. */
    boolean hasDeviceTime() {
        return profile.equals("blood_pressure");
    }

    /** Who measured what and when: two of these alike would be one measurement that is kept twice. */
    String measurement() {
        return device + " " + bytes;
    }
}
