package org.wuduan.hub.household;

import java.util.UUID;

/** Who belongs to a household changed: a box came or went, or a child's rights did. Sent within the change's transaction. */
public record HomeChanged(UUID household) {}
