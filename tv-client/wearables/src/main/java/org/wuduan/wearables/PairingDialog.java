package org.wuduan.wearables;

import java.util.Optional;

/** What a person has to read or type while a bond is made. Codes have six digits. */
public interface PairingDialog {
    /** The person types this code on the device. */
    void show(String code);

    /** Whether the device shows this code as well; blocks until the person has said so. */
    boolean confirm(String code);

    /** The code that the device shows; blocks until the person has typed it. Empty when nobody did. */
    Optional<String> enter();
}
