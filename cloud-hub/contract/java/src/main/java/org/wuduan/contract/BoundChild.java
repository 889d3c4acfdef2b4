package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A son or daughter of a patient. */
public record BoundChild(
        UUID accountId,
        String name,
        String relation,
        List<FamilyRight> rights,
        @Nullable Instant until) {
    public BoundChild {
        rights = List.copyOf(rights);
    }

    @Override
    public String toString() {
        return "BoundChild[" + accountId + " " + rights + " ‹redacted›]";
    }
}
