package org.wuduan.box;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuduan.box.HubLink.Reach;
import org.wuduan.contract.BoxLive.BoxState;
import org.wuduan.contract.BoxLive.BoxState.WearableLink;
import org.wuduan.contract.BoxLive.BoxState.WearableLink.Link;
import org.wuduan.contract.Language;
import org.wuduan.wearables.RadioEvent;
import org.wuduan.wearables.Wearable;

/** What the box says of itself to its page: the hub, the radio, the wearables, the outbox. */
final class BoxStatus {
    /** Wearables that are shown; forgotten ones make room first. */
    static final int WEARABLES_MAX = 32;

    private final BoxIdentity identity;
    private final Language language;
    private final String familyPage;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Map<String, WearableLink> wearables = new LinkedHashMap<>();
    private BoxState.Radio radio = BoxState.Radio.OFF;

    BoxStatus(BoxIdentity identity, BoxSettings settings, InstantSource clock) {
        this.identity = identity;
        this.language = settings.language();
        this.familyPage = settings.familyPage();
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** @return whether the event changed anything */
    synchronized boolean heard(RadioEvent event) {
        return switch (event) {
            case RadioEvent.WearableSeen seen -> link(seen.wearable(), Link.SEEN);
            case RadioEvent.WearableConnected connected -> link(connected.wearable(), Link.CONNECTED);
            case RadioEvent.WearableLost lost -> link(lost.wearable(), Link.LOST);
            case RadioEvent.RadioBack _ -> radio(BoxState.Radio.ON);
            case RadioEvent.RadioUnavailable _ -> radio(BoxState.Radio.OFF);
            case RadioEvent.WearableFound _,
                    RadioEvent.PairingFailed _,
                    RadioEvent.ValueReceived _,
                    RadioEvent.ValuesDropped _ -> false;
        };
    }

    private boolean radio(BoxState.Radio now) {
        boolean changed = radio != now;
        radio = now;
        return changed;
    }

    private boolean link(Wearable wearable, Link link) {
        if (!wearables.containsKey(wearable.address()) && wearables.size() >= WEARABLES_MAX && !makeRoom()) {
            return false;
        }
        wearables.put(
                wearable.address(), new WearableLink(wearable.address(), wearable.model(), link, clock.instant()));
        return true;
    }

    private boolean makeRoom() {
        var gone = wearables.values().stream()
                .filter(one -> one.link() != Link.CONNECTED)
                .findFirst();
        gone.ifPresent(one -> wearables.remove(one.address()));
        return gone.isPresent();
    }

    /** @param enrolment what to show while the box belongs to nobody and has no code in its settings, else null */
    synchronized BoxState state(boolean enrolled, BoxState.@Nullable Enrolment enrolment, Reach reach, Outbox outbox) {
        BoxState.Hub hub = !enrolled ? BoxState.Hub.NOT_ENROLLED : reach.up() ? BoxState.Hub.UP : BoxState.Hub.DOWN;
        return new BoxState(
                identity.key().boxId(),
                hub,
                enrolled ? reach.since() : startedAt,
                radio,
                outbox.waiting(),
                outbox.setAsideKept() == 0 ? null : outbox.setAsideKept(),
                outbox.trouble().orElse(null),
                outbox.keptHere() == 0 ? null : outbox.keptHere(),
                List.copyOf(wearables.values()),
                language,
                familyPage,
                enrolment);
    }
}
