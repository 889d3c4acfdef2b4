package org.wuduan.hub.vault;

/** Locked bytes that were changed, moved to another row or locked under another key. Says nothing of what they held. */
public final class VaultDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    VaultDamaged() {
        super("locked bytes do not open where they lie");
    }
}
