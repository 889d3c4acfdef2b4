package org.wuduan.hub.live;

import java.util.Locale;
import org.springframework.web.socket.CloseStatus;

/** Why the hub closes a connection (PROTOCOL.md, section 3). */
enum CloseReason {
    PROTOCOL(4400),
    SESSION_OVER(4401),
    TOO_SLOW(4008),
    TAKEN_OVER(4409),
    LINK_LOST(4000);

    private final CloseStatus status;

    CloseReason(int code) {
        this.status = new CloseStatus(code, name().toLowerCase(Locale.ROOT));
    }

    CloseStatus status() {
        return status;
    }
}
