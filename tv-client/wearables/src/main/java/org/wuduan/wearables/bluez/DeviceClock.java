package org.wuduan.wearables.bluez;

import static org.wuduan.wearables.bluez.BlueZ.CHARACTERISTIC;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.gatt.Profile;

/**
 * Sets a device's clock to the local time of the box at each link, where the device offers that: Current Time 2A2B (10 bytes),
 * else Date Time 2A08 (7 bytes). A wrong clock there is worse than none, since old values then look new.
 */
final class DeviceClock {
    private static final UUID CURRENT_TIME = Profile.assigned(0x2A2B);
    private static final UUID DATE_TIME = Profile.assigned(0x2A08);

    /** Adjust reason of Current Time: b0 manual time update. */
    private static final int REASON_MANUAL = 1;

    private static final int FRACTIONS_OF_A_SECOND = 256;
    private static final int NANOS_OF_A_SECOND = 1_000_000_000;
    private static final Logger log = LoggerFactory.getLogger(DeviceClock.class);

    private DeviceClock() {}

    /** A device that takes no time goes on with its own: that is no reason to lose the link. */
    static void set(BlueZ bluez, String devicePath, Clock clock) {
        List<String> characteristics = bluez.tree().paths(CHARACTERISTIC, devicePath + "/");
        LocalDateTime now = LocalDateTime.now(clock);
        if (!written(bluez, characteristics, CURRENT_TIME, currentTime(now))) {
            written(bluez, characteristics, DATE_TIME, dateTime(now));
        }
    }

    private static boolean written(BlueZ bluez, List<String> characteristics, UUID uuid, byte[] time) {
        for (String path : characteristics) {
            boolean writable = bluez.tree().texts(path, CHARACTERISTIC, "Flags").contains("write");
            if (writable && bluez.characteristicUuid(path).filter(uuid::equals).isPresent()) {
                try {
                    bluez.write(path, time);
                    return true;
                } catch (DBusException | DBusExecutionException e) {
                    log.info("wearable.clock.refused error={}", e.getClass().getSimpleName());
                }
            }
        }
        return false;
    }

    /** Date Time: year, month, day, hour, minute, second. */
    static byte[] dateTime(LocalDateTime at) {
        return new byte[] {
            (byte) at.getYear(),
            (byte) (at.getYear() >> 8),
            (byte) at.getMonthValue(),
            (byte) at.getDayOfMonth(),
            (byte) at.getHour(),
            (byte) at.getMinute(),
            (byte) at.getSecond()
        };
    }

    /** Current Time: Date Time, day of the week (Monday is 1), 1/256 s, adjust reason. */
    static byte[] currentTime(LocalDateTime at) {
        byte[] time = new byte[10];
        System.arraycopy(dateTime(at), 0, time, 0, 7);
        time[7] = (byte) at.getDayOfWeek().getValue();
        time[8] = (byte) ((long) at.getNano() * FRACTIONS_OF_A_SECOND / NANOS_OF_A_SECOND);
        time[9] = REASON_MANUAL;
        return time;
    }
}
