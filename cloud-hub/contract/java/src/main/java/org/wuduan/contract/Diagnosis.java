package org.wuduan.contract;

/** A diagnosis by its code (ICD-10), named as the list had it when the diagnosis was made. */
public record Diagnosis(String code, String name) {
    @Override
    public String toString() {
        return "Diagnosis[‹redacted›]";
    }
}
