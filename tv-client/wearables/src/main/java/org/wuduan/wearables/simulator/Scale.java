package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.util.List;
import org.wuduan.wearables.gatt.Profile;

/** A bathroom scale with user slots; its clock is set by Current Time (1805, 2A2B). */
final class Scale extends Keeping {
    Scale(Identity identity, Clock clock) {
        super(identity, clock);
    }

    @Override
    List<Characteristic> characteristics() {
        return List.of(
                new Characteristic(
                        Profile.WEIGHT_SCALE.service(),
                        Profile.WEIGHT_SCALE.characteristic(),
                        List.of("indicate"),
                        true),
                new Characteristic(Profile.assigned(0x1805), CURRENT_TIME, List.of("read", "write", "notify"), true));
    }

    @Override
    Profile mainProfile() {
        return Profile.WEIGHT_SCALE;
    }
}
