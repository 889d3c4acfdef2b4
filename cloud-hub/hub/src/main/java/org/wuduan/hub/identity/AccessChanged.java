package org.wuduan.hub.identity;

import java.util.UUID;

/** Somebody's rights changed: what is open on their screens has to be looked at anew. Sent within the change's transaction. */
public record AccessChanged(UUID actor) {}
