package org.wuduan.hub.referral;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.CarePackage.Alert;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Accounts;

/** Alerts with the names of people, as screens show them. */
@Component
class ShownAlerts {
    private final Consortium consortium;
    private final Accounts accounts;

    ShownAlerts(Consortium consortium, Accounts accounts) {
        this.consortium = consortium;
        this.accounts = accounts;
    }

    Alert shown(PlanAlerts.Kept alert) {
        return new Alert(
                alert.id(),
                alert.kind(),
                alert.vital(),
                alert.value(),
                alert.low(),
                alert.high(),
                alert.at(),
                consortium.of(alert.owner()).orElseThrow(),
                seen(alert.acknowledgedBy(), alert.acknowledgedAt()),
                seen(alert.familySeenBy(), alert.familySeenAt()));
    }

    private Alert.@Nullable Acknowledged seen(@Nullable UUID by, @Nullable Instant at) {
        return by == null ? null : new Alert.Acknowledged(accounts.name(by).orElseThrow(), Objects.requireNonNull(at));
    }
}
