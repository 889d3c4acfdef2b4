package org.wuduan.hub.referral;

import java.util.Objects;
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
                acknowledged(alert));
    }

    private Alert.@Nullable Acknowledged acknowledged(PlanAlerts.Kept alert) {
        return alert.acknowledgedBy() == null
                ? null
                : new Alert.Acknowledged(
                        accounts.name(alert.acknowledgedBy()).orElseThrow(),
                        Objects.requireNonNull(alert.acknowledgedAt()));
    }
}
