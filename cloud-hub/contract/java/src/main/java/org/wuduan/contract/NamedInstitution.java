package org.wuduan.contract;

import java.util.UUID;

/** An institution by name. */
public record NamedInstitution(UUID id, String name) {
    @Override
    public String toString() {
        return "NamedInstitution[" + id + " ‹redacted›]";
    }
}
