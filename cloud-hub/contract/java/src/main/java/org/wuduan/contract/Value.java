package org.wuduan.contract;

/** One coded value of a reading. */
public record Value(String loinc, int mdc, Quantity quantity) {
    @Override
    public String toString() {
        return "Value[" + loinc + " ‹redacted›]";
    }
}
