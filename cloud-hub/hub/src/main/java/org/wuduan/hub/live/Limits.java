package org.wuduan.hub.live;

import java.time.Duration;

/** The limits of /live, as PROTOCOL.md names them. */
final class Limits {
    static final int FRAME_BYTES_MAX = 256 * 1024;
    /** A television of the largest household watches two streams a person, and four more. */
    static final int STREAMS_MAX = 128;

    static final int UNREAD_BYTES_MAX = 1024 * 1024;
    static final int UNREAD_MESSAGES_MAX = 1_024;
    static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
    /** A view that changed again so soon is shown once, as the newest: many changes at once are one picture. */
    static final Duration VIEW_SPACING = Duration.ofMillis(100);

    /** As an annotation needs it; so is {@link #PING_EVERY_MILLIS}. */
    static final long BEAT_EVERY_MILLIS = 1_000;

    static final Duration BEAT = Duration.ofMillis(BEAT_EVERY_MILLIS);
    static final long PING_EVERY_MILLIS = 500;
    static final Duration PING_EVERY = Duration.ofMillis(PING_EVERY_MILLIS);
    /** With the pause before the ping and the turn that notices it, who is gone is shown as gone within 5 s. */
    static final Duration PONG_WITHIN = Duration.ofMillis(2_800);

    static final Duration SEND_WITHIN = Duration.ofSeconds(4);

    private Limits() {}
}
