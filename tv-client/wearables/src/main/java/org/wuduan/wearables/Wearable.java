package org.wuduan.wearables;

/**
 * A wearable as the radio knows it.
 *
 * @param address Bluetooth device address, for example {@code C0:00:00:00:00:01}
 * @param model the name that it advertises, at most {@link #MODEL_LENGTH_MAX} characters; its address when it has none
 */
public record Wearable(String address, String model) {
    /** As the contract allows, in characters. */
    public static final int MODEL_LENGTH_MAX = 64;

    /** @throws IllegalArgumentException when the address is blank */
    public Wearable {
        if (address.isBlank()) {
            throw new IllegalArgumentException("a wearable has an address");
        }
        model = model.isBlank() ? address : model.strip();
        model = model.length() > MODEL_LENGTH_MAX ? model.substring(0, MODEL_LENGTH_MAX) : model;
    }
}
