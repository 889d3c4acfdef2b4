package org.wuduan.box;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.Reading;
import org.wuduan.contract.View.WearablesView;
import org.wuduan.contract.Wearables.KnownWearable;
import org.wuduan.wearables.Radio;
import org.wuduan.wearables.RadioEvent;

/** The household's wearables in this box: which are connected, and the one that is being added. */
final class WearableDesk {
    private static final Duration FOUND_EVERY = Duration.ofSeconds(1);

    private final Parts parts;
    private final Ways ways;
    private final EventLog log;
    private final WearableList list;
    private final PairingDesk pairing;
    private final WearablesLine line;
    private @Nullable UUID home;

    /** What it works with. */
    record Parts(Path data, Radio radio, Vertx vertx, HubHttp hub) {}

    /**
     * The way to the hub.
     *
     * @param tokens of a session of its own
     * @param household to which the box belongs
     */
    record Ways(HubAddress address, HubTokens tokens, Supplier<Optional<NamedHousehold>> household) {
        @Nullable
        UUID home() {
            return household.get().map(NamedHousehold::id).orElse(null);
        }
    }

    WearableDesk(Parts parts, Ways ways, EventLog log) throws IOException {
        this.parts = parts;
        this.ways = ways;
        this.log = log;
        this.list = new WearableList(parts.data(), parts.radio());
        this.home = ways.home();
        this.pairing = new PairingDesk(parts.radio(), new HubReports(parts.hub(), ways.tokens(), ways::home, log), log);
        this.line = new WearablesLine(
                parts.vertx(), new WearablesLine.Hub(ways.address(), ways.tokens(), ways::home), this::view, log);
    }

    void begin() {
        list.begin();
        line.begin();
        parts.vertx().setPeriodic(FOUND_EVERY.toMillis(), _ -> {
            forgetIfMoved();
            parts.vertx().executeBlocking(() -> {
                pairing.tellFound();
                return null;
            });
        });
    }

    /** The wearables of one household are none of the next one's. */
    private void forgetIfMoved() {
        UUID now = ways.home();
        UUID before = home;
        home = now;
        if (before != null && !before.equals(now)) {
            became(List.of());
            pairing.became(null);
        }
    }

    private void view(WearablesView view) {
        became(view.wearables());
        pairing.became(view.pairing());
    }

    /** A disk that takes nothing does not keep the radio from what the household wants. */
    private void became(List<KnownWearable> wearables) {
        try {
            list.became(wearables);
        } catch (IOException e) {
            log.event("wearables.not-kept", "fault", EventLog.kind(e));
        }
    }

    void heard(RadioEvent event) {
        if (event instanceof RadioEvent.WearableFound found) {
            pairing.found(found);
        }
    }

    void saved(Reading reading) {
        pairing.saved(reading);
        try {
            list.saved(reading);
        } catch (IOException e) {
            log.event("wearables.not-kept", "fault", EventLog.kind(e));
        }
    }

    void close() {
        pairing.close();
    }
}
