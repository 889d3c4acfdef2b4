package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.wuduan.wearables.gatt.Profile;

/** An ear thermometer; its clock is set by Date Time (2A08), as some vendors have it within their health service. */
final class Thermometer extends Keeping {
    Thermometer(Identity identity, Clock clock) {
        super(identity, clock);
    }

    @Override
    List<Characteristic> characteristics() {
        UUID service = Profile.THERMOMETER.service();
        return List.of(
                new Characteristic(service, Profile.THERMOMETER.characteristic(), List.of("indicate"), true),
                new Characteristic(service, DATE_TIME, List.of("read", "write"), true));
    }

    @Override
    Profile mainProfile() {
        return Profile.THERMOMETER;
    }
}
