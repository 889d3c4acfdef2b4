package org.wuduan.wearables.simulator;

import java.time.Clock;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/**
 * A device that indicates each measurement, one after the other, to whoever is subscribed over a bonded link; keeps it until
 * it was confirmed, then forgets it.
 */
abstract sealed class Keeping extends Peripheral permits Cuff, Thermometer, Scale {
    private final Memory memory = new Memory();

    Keeping(Identity identity, Clock clock) {
        super(identity, clock);
    }

    @Override
    final synchronized Recorded record(Profile profile, Frame frame) {
        memory.keep(frame);
        return receipt(frame, true);
    }

    @Override
    final synchronized void flush() {
        Frame next = memory.oldest();
        while (next != null && send(mainProfile().characteristic(), next)) {
            memory.forgetOldest();
            next = memory.oldest();
        }
    }

    @Override
    final void second() {
        flush();
    }

    @Override
    final synchronized int stored() {
        return memory.size();
    }
}
