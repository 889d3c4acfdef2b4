package org.wuduan.hub.vitals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.Reading;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** Keeps groups of batches: one transaction, one insert and one event each, every reading at most once. */
@Service
class ReadingStore implements SharedCommit.Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingStore.class);

    private final JdbcTemplate jdbc;
    private final Households households;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    ReadingStore(JdbcTemplate jdbc, Households households, Journal journal, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.households = households;
        this.journal = journal;
        this.events = events;
    }

    /** A device of a household, and which of its users it says it was. */
    private record UserOfDevice(
            UUID household, String address, @Nullable Integer slot) {}

    /** When this has returned, every reading of the group is on disk. */
    @Override
    @Transactional
    public void keep(List<Delivery> group) {
        Map<UserOfDevice, Optional<UUID>> wearers = new HashMap<>();
        var rows = new ReadingRows();
        var patients = new TreeSet<UUID>();
        var asking = new TreeSet<UUID>();
        for (var delivery : group) {
            int nobodys = 0;
            for (var reading : delivery.batch().readings()) {
                var patient = wearers.computeIfAbsent(userOfDevice(delivery, reading), this::wearer)
                        .orElse(null);
                rows.add(delivery, reading, patient);
                if (patient == null) {
                    nobodys++;
                } else {
                    patients.add(patient);
                }
            }
            if (nobodys > 0) {
                tellOfNobodys(nobodys, delivery.household());
                asking.add(delivery.household());
            }
        }
        rows.insert(jdbc);
        journal.touch(asking.stream()
                .flatMap(household -> households.boxesOf(household).stream())
                .map(box -> new StreamName("inbox", box))
                .toList());
        if (!patients.isEmpty()) {
            journal.touch(patients.stream()
                    .map(patient -> new StreamName(VitalsViews.STREAM, patient))
                    .toList());
            events.publishEvent(new VitalsRecorded(patients));
        }
    }

    private static UserOfDevice userOfDevice(Delivery delivery, Reading reading) {
        return new UserOfDevice(delivery.household(), reading.device().address(), reading.deviceUser());
    }

    private Optional<UUID> wearer(UserOfDevice user) {
        return households.wearer(user.household(), user.address(), user.slot());
    }

    /** Kept, shown to no doctor: better no value than a stranger's. The television asks whose it is; the operator hears of it. */
    private static void tellOfNobodys(int count, UUID household) {
        LOG.warn("vitals.of-nobody household={} count={}", household, count);
    }
}
