package org.wuduan.hub.consortium;

import java.util.UUID;

/** What a doctor has under way; implemented by the modules that know, so that arrows point one way. */
public interface OpenWork {
    /** Whether patients depend on this doctor just now. */
    boolean has(UUID doctor);
}
