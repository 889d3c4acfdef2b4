package org.wuduan.launcher.lan;

import java.time.Instant;
import java.time.ZoneId;

/** Days as the person at this machine counts them. */
final class Dates {
    private Dates() {}

    static String day(Instant instant) {
        return instant.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }
}
