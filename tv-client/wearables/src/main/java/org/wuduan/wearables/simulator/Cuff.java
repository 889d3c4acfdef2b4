package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/**
 * A blood pressure cuff. Indicates each measurement, one after the other, to whoever is subscribed over a bonded link;
 * keeps it until it was confirmed, then forgets it.
 */
final class Cuff extends Peripheral {
    private static final UUID FEATURE = Profile.assigned(0x2A49);

    private final Memory memory = new Memory();

    Cuff(Identity identity, Clock clock) {
        super(identity, clock);
    }

    @Override
    List<Characteristic> characteristics() {
        UUID service = Profile.BLOOD_PRESSURE.service();
        return List.of(
                new Characteristic(service, Profile.BLOOD_PRESSURE.characteristic(), List.of("indicate"), true),
                new Characteristic(service, FEATURE, List.of("read"), false));
    }

    @Override
    Profile mainProfile() {
        return Profile.BLOOD_PRESSURE;
    }

    @Override
    synchronized Recorded record(Profile profile, Frame frame) {
        memory.keep(frame);
        return receipt(frame, true);
    }

    @Override
    synchronized void flush() {
        Frame next = memory.oldest();
        while (next != null && send(Profile.BLOOD_PRESSURE.characteristic(), next)) {
            memory.forgetOldest();
            next = memory.oldest();
        }
    }

    @Override
    void second() {
        flush();
    }

    @Override
    synchronized int stored() {
        return memory.size();
    }
}
