package org.wuduan.wearables.bluez;

import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.RadioEvent.RadioBack;
import org.wuduan.wearables.RadioEvent.RadioUnavailable;
import org.wuduan.wearables.RadioEvent.Reason;

/** Tells the listener when the radio comes and goes, each change once. Used by one thread. */
final class Availability {
    private final EventQueue events;
    private @Nullable Reason reason;
    private boolean known;

    Availability(EventQueue events) {
        this.events = events;
    }

    EventQueue events() {
        return events;
    }

    void back() {
        if (!known || reason != null) {
            known = true;
            reason = null;
            events.put(new RadioBack());
        }
    }

    void lost(Reason why) {
        if (!known || reason != why) {
            known = true;
            reason = why;
            events.put(new RadioUnavailable(why));
        }
    }
}
