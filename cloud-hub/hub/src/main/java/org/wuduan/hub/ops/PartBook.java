package org.wuduan.hub.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuduan.contract.Operations.OperationsPart;
import org.wuduan.contract.Operations.PartKind;

/** Remembers since when each part is as it is. In memory: a hub knows nothing of the time before its start. */
final class PartBook {
    private static final Comparator<OperationsPart> WORST_FIRST =
            Comparator.comparing(OperationsPart::state).thenComparing(OperationsPart::kind);

    private Map<PartKey, OperationsPart> known = Map.of();

    private record PartKey(PartKind kind, String name) {}

    /**
     * Enters what was found and says how all parts are, the ill ones first and else in the order of the findings. Parts
     * that are not among the findings are forgotten.
     */
    List<OperationsPart> enter(List<Finding> findings, Instant now) {
        var fresh = new LinkedHashMap<PartKey, OperationsPart>();
        for (var finding : findings) {
            var key = new PartKey(finding.kind(), finding.name());
            var before = known.get(key);
            var since = finding.since() != null || finding.knowsNoSince()
                    ? finding.since()
                    : before != null && finding.isAs(before) ? before.since() : now;
            fresh.put(key, finding.part(since));
        }
        known = fresh;
        var parts = new ArrayList<>(fresh.values());
        parts.sort(WORST_FIRST);
        return List.copyOf(parts);
    }
}
