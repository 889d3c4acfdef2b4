package org.wuduan.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A doctor as others see one: name, title and post.
 *
 * @param practisingSince year; screens show the years of practice
 */
public record Doctor(
        UUID id,
        String name,
        String title,
        String institution,
        Level level,
        Department department,
        @Nullable Integer practisingSince) {
    @Override
    public String toString() {
        return "Doctor[" + id + " ‹redacted›]";
    }
}
