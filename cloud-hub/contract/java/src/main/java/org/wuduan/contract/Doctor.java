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
    /** The same doctor in the name of an institution, where something was written there. */
    public Doctor writingFor(String institution) {
        return new Doctor(id, name, title, institution, level, department, practisingSince);
    }

    @Override
    public String toString() {
        return "Doctor[" + id + " ‹redacted›]";
    }
}
