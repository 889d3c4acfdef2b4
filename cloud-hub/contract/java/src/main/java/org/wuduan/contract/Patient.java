package org.wuduan.contract;

import java.util.UUID;

/** A patient as the terminals of a consultation see one. */
public record Patient(UUID id, String name, Sex sex, int birthYear) {
    @Override
    public String toString() {
        return "Patient[" + id + " ‹redacted›]";
    }
}
