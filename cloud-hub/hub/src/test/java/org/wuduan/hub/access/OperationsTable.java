package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpTable.NO_BODY;
import static org.wuduan.hub.access.HttpTable.only;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wuduan.contract.Operations.DrainBridge;

/** Endpoints for whoever keeps the product running. There is no bridge of the name that the walk uses. */
final class OperationsTable {
    private static final Set<Who> WATCHING = EnumSet.of(Who.SYSTEM_ADMINISTRATOR, Who.SECURITY_ADMINISTRATOR);
    private static final Set<Who> RUNNING = EnumSet.of(Who.SYSTEM_ADMINISTRATOR);

    private OperationsTable() {}

    static List<HttpRow> rows() {
        return List.of(
                only("GET /api/operations/status", "", NO_BODY, WATCHING),
                new HttpRow(
                        "POST /api/operations/bridges/{name}/drain",
                        "",
                        "",
                        (_, _) -> new DrainBridge(false),
                        new HttpRow.FoundBy(RUNNING)),
                new HttpRow(
                        "POST /api/operations/bridges/{name}/resume", "", "", NO_BODY, new HttpRow.FoundBy(RUNNING)),
                only("POST /api/operations/hub/drain", "", NO_BODY, RUNNING),
                only("POST /api/operations/hub/resume", "", NO_BODY, RUNNING),
                byToken("GET /operations/status"),
                byToken("GET /operations/metrics"),
                byToken("POST /operations/bridges/{name}/drain"),
                byToken("POST /operations/bridges/{name}/resume"),
                byToken("POST /operations/hub/drain"),
                byToken("POST /operations/hub/resume"));
    }

    private static HttpRow byToken(String endpoint) {
        return new HttpRow(endpoint, "", "", NO_BODY, new HttpRow.ByToken());
    }
}
