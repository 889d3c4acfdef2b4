package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.wuduan.wearables.gatt.Profile;

/** A blood pressure cuff. Its clock is set by its own buttons alone. */
final class Cuff extends Keeping {
    private static final UUID FEATURE = Profile.assigned(0x2A49);

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
}
