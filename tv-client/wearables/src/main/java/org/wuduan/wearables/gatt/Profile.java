package org.wuduan.wearables.gatt;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A measurement that the box understands: one GATT characteristic within its service. */
public enum Profile {
    /** Blood Pressure Measurement, indicated. */
    BLOOD_PRESSURE(0x1810, 0x2A35),
    /** Heart Rate Measurement, notified. */
    HEART_RATE(0x180D, 0x2A37),
    /** PLX Spot-Check Measurement, indicated; stored ones come through the record access control point. */
    PULSE_OXIMETER_SPOT(0x1822, 0x2A5E),
    /** PLX Continuous Measurement, notified. */
    PULSE_OXIMETER_CONTINUOUS(0x1822, 0x2A5F),
    /** Temperature Measurement, indicated. */
    THERMOMETER(0x1809, 0x2A1C),
    /** Weight Measurement, indicated. */
    WEIGHT_SCALE(0x181D, 0x2A9D),
    /** Glucose Measurement, notified; all of them come through the record access control point or as they are taken. */
    GLUCOSE(0x1808, 0x2A18),
    /** Glucose Measurement Context, notified after the measurement with the same sequence number. */
    GLUCOSE_CONTEXT(0x1808, 0x2A34);

    private final UUID service;
    private final UUID characteristic;

    Profile(int service, int characteristic) {
        this.service = assigned(service);
        this.characteristic = assigned(characteristic);
    }

    /** The 128-bit UUID of the service. */
    public UUID service() {
        return service;
    }

    /** The 128-bit UUID of the characteristic. */
    public UUID characteristic() {
        return characteristic;
    }

    /** The profile of a characteristic, if the box understands it. */
    public static Optional<Profile> ofCharacteristic(UUID characteristic) {
        return Arrays.stream(values())
                .filter(p -> p.characteristic.equals(characteristic))
                .findFirst();
    }

    /** Expands a 16-bit number assigned by the Bluetooth SIG on the Bluetooth base UUID. */
    public static UUID assigned(int number) {
        return new UUID(((number & 0xFFFFL) << 32) | 0x1000L, 0x800000805F9B34FBL);
    }
}
