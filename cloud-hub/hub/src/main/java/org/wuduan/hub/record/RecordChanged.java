package org.wuduan.hub.record;

import java.util.UUID;

/** An entry was written, changed or retired, or a patient was asked for allergies. Sent within the change's transaction. */
public record RecordChanged(UUID patient, UUID by) {}
