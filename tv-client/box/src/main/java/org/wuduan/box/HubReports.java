package org.wuduan.box;

import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Wearables.ReportFound;
import org.wuduan.contract.Wearables.ReportPairing;

/** Tells the hub how adding a wearable goes. */
final class HubReports implements PairingDesk.Reports {
    /** Progress is told again when the hub was away; what is found is told every second anyway. */
    static final int PROGRESS_TRIES = 5;

    private final HubHttp hub;
    private final HubTokens tokens;
    private final Supplier<@Nullable UUID> household;
    private final EventLog log;

    /** @param household of the box; null while it has none */
    HubReports(HubHttp hub, HubTokens tokens, Supplier<@Nullable UUID> household, EventLog log) {
        this.hub = hub;
        this.tokens = tokens;
        this.household = household;
        this.log = log;
    }

    @Override
    public void found(ReportFound report) {
        tell("found", report, 1);
    }

    @Override
    public void progress(ReportPairing report) {
        tell("report", report, PROGRESS_TRIES);
    }

    private void tell(String step, Object report, int tries) {
        UUID home = household.get();
        if (home == null) {
            return;
        }
        String path = "/api/households/" + home + "/wearable-pairing/" + step;
        UUID key = UUID.randomUUID();
        Backoff backoff = new Backoff();
        try {
            for (int left = tries; left > 0; left--) {
                if (told(path, report, key)) {
                    return;
                }
                if (left > 1) {
                    Thread.sleep(backoff.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.event("wearable.report-lost", "step", step);
    }

    /** @return whether the hub has taken or refused it; a refusal says that the person has gone on */
    private boolean told(String path, Object report, UUID key) throws InterruptedException {
        try {
            String token = HubHttp.await(tokens.token());
            int status = HubHttp.await(hub.command(path, report, key, token)).status();
            if (status == 401) {
                tokens.refused(token);
                return false;
            }
            return status < 500;
        } catch (IOException e) {
            log.event("wearable.report-waits", "fault", EventLog.kind(e));
            return false;
        }
    }
}
