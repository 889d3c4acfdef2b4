package org.wuduan.hub.prescribing;

/** The words of a finding. */
final class Advice {
    /** Characters of an advice in the contract. */
    private static final int MAX = 500;

    private Advice() {}

    static String cut(String text) {
        return text.length() <= MAX ? text : text.substring(0, MAX - 1) + "…";
    }
}
