package org.wuduan.durability;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.wuduan.contract.Reading;
import org.wuduan.contract.WireJson;

/** Readings whose bytes are a number of their own, by which a measurement is recognised whatever ids it was sent under. */
public final class Samples {
    private static final int SEQUENCES = 65_536;

    /** Numbers of this process, so that no two measurements are alike. */
    private static final AtomicLong MEASUREMENTS = new AtomicLong(System.currentTimeMillis() << 20);

    private Samples() {}

    static long fresh() {
        return MEASUREMENTS.incrementAndGet();
    }

    /** @param measurement not negative */
    public static Reading reading(UUID id, long measurement) {
        return WireJson.mapper().readValue(json(id, measurement), Reading.class);
    }

    /** As a box of the demonstration sends it, from the registered cuff of its first household: the same measurement under another id is what a device that repeats itself looks like. */
    static String json(UUID id, long measurement) {
        return """
                {"id":"%s","profile":"blood_pressure","device":{"address":"C0:00:00:00:01:01","model":"SimBP"},\
                "receivedAt":"%s","bytes":"%s","sequence":%d,"marks":[],"values":[\
                {"loinc":"8480-6","mdc":150021,"quantity":{"value":"142","unit":"mm[Hg]"}},\
                {"loinc":"8462-4","mdc":150022,"quantity":{"value":"86","unit":"mm[Hg]"}}]}""".formatted(
                        id, Instant.now().truncatedTo(ChronoUnit.MILLIS), bytes(measurement), measurement % SEQUENCES);
    }

    static String bytes(long measurement) {
        return HexFormat.of().toHexDigits(measurement);
    }
}
