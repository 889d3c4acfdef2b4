package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.EventPublication.Status;
import org.wuduan.hub.consultation.ConsultationChanged;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubTest;

/** An event whose listener did not come to its end, because the hub died or its database was away. */
class FailedEventsTest extends HubTest {
    private static final String LISTENER =
            "org.wuduan.hub.consultation.CallArrangement.on(org.wuduan.hub.consultation.ConsultationChanged)";

    @Autowired
    FailedEvents failed;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
    void is_given_again_however_far_it_came(Status status) {
        var event = left(status, FailedEvents.AGE_MIN.plusSeconds(1));

        failed.again();

        Eventually.holds("a listener has taken it", () -> !waits(event));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMPLETED", "FAILED", "RESUBMITTED"})
    void is_left_alone_as_long_as_its_first_listener_may_be_at_work(Status status) {
        var event = left(status, FailedEvents.AGE_MIN.minusSeconds(1));
        try {
            failed.again();

            assertThat(status(event)).isEqualTo(status.name());
        } finally {
            jdbc.sql("delete from event_publication where id = ?").param(event).update();
        }
    }

    /** Of a consultation that is not there: its listener has nothing to do. */
    private UUID left(Status status, Duration age) {
        var event = UUID.randomUUID();
        jdbc.sql("insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,"
                        + " status, completion_attempts, last_resubmission_date) values (?, ?, ?, ?, ?, ?, 2, ?)")
                .params(
                        event,
                        LISTENER,
                        ConsultationChanged.class.getName(),
                        "{\"consultation\":\"" + UUID.randomUUID() + "\"}",
                        Timestamp.from(clock.instant().minus(age)),
                        status.name(),
                        Timestamp.from(clock.instant().minus(age)))
                .update();
        return event;
    }

    private boolean waits(UUID event) {
        return jdbc.sql("select count(*) from event_publication where id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String status(UUID event) {
        return jdbc.sql("select status from event_publication where id = ?")
                .param(event)
                .query(String.class)
                .single();
    }
}
