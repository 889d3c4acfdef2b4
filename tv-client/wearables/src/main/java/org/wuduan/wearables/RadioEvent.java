package org.wuduan.wearables;

import java.util.Set;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/** What the radio tells. */
public sealed interface RadioEvent {
    /** An admitted wearable is near for the first time since it was admitted or the radio came up. */
    record WearableSeen(Wearable wearable) implements RadioEvent {}

    /**
     * While searching: a wearable that is not admitted was heard.
     *
     * @param profiles what it says it measures; never empty
     * @param signal received strength in dBm, as a rule between −100 (far) and −30 (beside the box)
     */
    record WearableFound(Wearable wearable, Set<Profile> profiles, int signal) implements RadioEvent {
        public WearableFound {
            profiles = Set.copyOf(profiles);
        }
    }

    /** The link is up and the services are known. Values of a bonded device can arrive before this event. */
    record WearableConnected(Wearable wearable) implements RadioEvent {}

    /** The link is gone; the radio keeps trying to get it back. */
    record WearableLost(Wearable wearable) implements RadioEvent {}

    /** The wearable needs a bond and the bonding failed; tried again later. */
    record PairingFailed(Wearable wearable) implements RadioEvent {}

    /** A value of a characteristic, as sent: not decoded, not checked, repeated when the device repeats it. */
    record ValueReceived(Wearable wearable, Profile profile, Frame frame) implements RadioEvent {}

    /**
     * The listener was too slow and values did not fit into the queue any more.
     *
     * @param count how many were dropped since the last such event
     */
    record ValuesDropped(long count) implements RadioEvent {}

    /** No wearable can be reached; the radio keeps trying. Every connected wearable was reported lost before. */
    record RadioUnavailable(Reason reason) implements RadioEvent {}

    /** The radio works again, or for the first time. */
    record RadioBack() implements RadioEvent {}

    /** Why there is no radio. */
    enum Reason {
        /** The D-Bus cannot be reached. */
        NO_BUS,
        /** BlueZ is not on the bus. */
        NO_BLUEZ,
        /** BlueZ has no Bluetooth adapter. */
        NO_ADAPTER,
        /** The adapter is switched off and cannot be switched on. */
        ADAPTER_OFF
    }
}
