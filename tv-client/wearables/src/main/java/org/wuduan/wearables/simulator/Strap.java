package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/** A heart-rate strap. Notifies every second while worn, and keeps nothing. */
final class Strap extends Peripheral {
    private static final int RESTING_RATE = 68;

    /** In 1/1024 s. */
    private static final int RR_PER_MINUTE = 60 * 1024;

    private final SplittableRandom random;
    private final ArrayDeque<Frame> waiting = new ArrayDeque<>();
    private int rate = RESTING_RATE;
    private boolean contactTold = true;

    Strap(Identity identity, Clock clock, long seed) {
        super(identity, clock);
        this.random = new SplittableRandom(seed);
    }

    @Override
    List<Characteristic> characteristics() {
        return List.of(new Characteristic(
                Profile.HEART_RATE.service(), Profile.HEART_RATE.characteristic(), List.of("notify"), false));
    }

    @Override
    Profile mainProfile() {
        return Profile.HEART_RATE;
    }

    /** Around which rate the wearer's heart beats from now on. */
    synchronized void rate(int beatsPerMinute) {
        rate = beatsPerMinute;
    }

    @Override
    synchronized Recorded record(Profile profile, Frame frame) {
        boolean heard = isSubscribed(Profile.HEART_RATE.characteristic());
        if (heard) {
            waiting.addLast(frame);
        }
        return receipt(frame, heard);
    }

    @Override
    synchronized void flush() {
        for (Frame frame : waiting) {
            send(Profile.HEART_RATE.characteristic(), frame);
        }
        waiting.clear();
    }

    @Override
    synchronized void second() {
        if (isWorn()) {
            int now = rate + random.nextInt(-2, 3);
            send(Profile.HEART_RATE.characteristic(), Frames.heartRate(now, true, List.of(RR_PER_MINUTE / now)));
            contactTold = false;
        } else if (!contactTold) {
            contactTold = send(Profile.HEART_RATE.characteristic(), Frames.heartRate(0, false, List.of()));
        }
    }

    @Override
    int stored() {
        return 0;
    }
}
