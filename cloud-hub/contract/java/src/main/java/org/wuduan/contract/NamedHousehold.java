package org.wuduan.contract;

import java.util.UUID;

/** A household by name. */
public record NamedHousehold(UUID id, String name) {
    @Override
    public String toString() {
        return "NamedHousehold[" + id + " ‹redacted›]";
    }
}
