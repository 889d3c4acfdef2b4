package org.wuduan.wearables.models;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.wuduan.wearables.gatt.Profile;

/**
 * How one model behaves beside its profiles; the fields are explained in the schema.
 *
 * @param names matched against the whole advertised name
 */
public record DeviceModel(
        String id,
        Pattern names,
        Bond bond,
        boolean leavesAfterLastValue,
        boolean stopsNotifications,
        boolean userConsent,
        boolean repeatsValues,
        ClockSetting clock,
        String source) {
    /** Devices of these profiles keep measurements and, by their specifications, want a bond. */
    private static final Set<Profile> KEEPING =
            EnumSet.of(Profile.BLOOD_PRESSURE, Profile.THERMOMETER, Profile.WEIGHT_SCALE, Profile.GLUCOSE);

    /** When the bond is made. */
    public enum Bond {
        BY_PROFILE,
        AT_PAIRING,
        ON_DEMAND
    }

    /** Whether the device's clock is set. */
    public enum ClockSetting {
        IF_WRITABLE,
        NEVER
    }

    /** Whether the bond is made while the device is added, and not only when it refuses to be subscribed to. */
    public boolean bondsAtPairing(Set<Profile> profiles) {
        return switch (bond) {
            case AT_PAIRING -> true;
            case ON_DEMAND -> false;
            case BY_PROFILE -> profiles.stream().anyMatch(KEEPING::contains);
        };
    }
}
