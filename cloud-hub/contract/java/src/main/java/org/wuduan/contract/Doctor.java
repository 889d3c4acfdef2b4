package org.wuduan.contract;

import java.util.UUID;

/** A doctor as others see one: name, title and post. */
public record Doctor(UUID id, String name, String title, String institution, Level level, Department department) {
    @Override
    public String toString() {
        return "Doctor[" + id + " ‹redacted›]";
    }
}
