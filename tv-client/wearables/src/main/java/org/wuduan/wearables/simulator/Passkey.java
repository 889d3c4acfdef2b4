package org.wuduan.wearables.simulator;

import java.util.Locale;

/**
 * What a device asks for when a bond is made.
 *
 * @param how who shows the code and who types it
 * @param code six digits; empty for {@link How#NONE}
 */
record Passkey(How how, String code) {
    static final Passkey NONE = new Passkey(How.NONE, "");

    /** Ways to a bond. */
    enum How {
        /** Nobody is asked. */
        NONE,
        /** The device shows the code, the other side types it. */
        ENTER,
        /** The other side shows the code, the person types it on the device. */
        SHOW,
        /** Both show it, the person compares. */
        CONFIRM
    }

    /** @throws IllegalArgumentException when the text is neither none nor a way and six digits */
    static Passkey of(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        String[] parts = text.split(" ");
        if (parts.length != 2 || !parts[1].matches("[0-9]{6}") || parts[0].equals("none")) {
            throw new IllegalArgumentException("a passkey is none, or enter, show or confirm and six digits");
        }
        return new Passkey(How.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    }
}
