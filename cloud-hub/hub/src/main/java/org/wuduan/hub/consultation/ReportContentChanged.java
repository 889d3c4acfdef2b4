package org.wuduan.hub.consultation;

import java.util.UUID;

/** What a report tells has changed: the consultation was concluded, or a decision came afterwards. */
record ReportContentChanged(UUID consultation) {}
