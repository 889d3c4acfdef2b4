package org.wuduan.hub.consultation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One version of a report.
 *
 * @param institutions in whose archives it lies, by name, the inviting one first
 */
record ReportEdition(UUID consultation, int version, Instant madeAt, Map<UUID, String> institutions) {
    ReportEdition {
        institutions = Collections.unmodifiableMap(new LinkedHashMap<>(institutions));
    }

    @Override
    public String toString() {
        return "ReportEdition[" + consultation + " " + version + " ‹redacted›]";
    }
}
