package org.wuduan.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever started the launcher (scripts/keep.sh) that it still decides. Silent when nobody asked for it by
 * {@code -Dwuduan.beat=FILE}, and from the moment on at which nobody listens any more.
 */
final class Beat {

    static final String PROPERTY = "wuduan.beat";
    private static final Duration EVERY = Duration.ofSeconds(5);

    private @Nullable OutputStream listener;
    private long dueNanos = System.nanoTime();

    Beat(@Nullable String file) {
        try {
            this.listener = file == null ? null : new FileOutputStream(file);
        } catch (IOException nobodyListens) {
            this.listener = null;
        }
    }

    static Beat here() {
        return new Beat(System.getProperty(PROPERTY));
    }

    /** Call it at least once a second; it speaks every five. */
    void turn() {
        long now = System.nanoTime();
        if (listener == null || now - dueNanos < 0) {
            return;
        }
        dueNanos = now + EVERY.toNanos();
        try {
            listener.write('\n');
            listener.flush();
        } catch (IOException nobodyListens) {
            listener = null;
        }
    }
}
