package org.wuduan.hub.vitals;

import java.util.Set;
import java.util.UUID;

/** A group of batches was committed, with readings of these patients. */
public record VitalsRecorded(Set<UUID> patients) {}
