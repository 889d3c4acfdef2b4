package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.wuduan.contract.Operations.OperationsPart;
import org.wuduan.contract.Operations.OperationsStatus;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.live.OpenConnections;

/** What the hub finds when it looks after its parts. */
class RoundsTest extends HubTest {
    @Autowired
    Rounds rounds;

    @Autowired
    Rounds.Wards wards;

    @Autowired
    OpenConnections connections;

    @Test
    void a_bridge_that_died_is_ill_with_its_reason_until_it_is_back() {
        try {
            BRIDGE_B.die();
            awaitPart(PartKind.BRIDGE, "bridge-b", PartState.ILL);
            var ill = part(look(), PartKind.BRIDGE, "bridge-b");

            assertThat(ill.why()).isEqualTo(PartTrouble.CLOSED);
            assertThat(part(look(), PartKind.BRIDGE, "bridge-b").since()).isEqualTo(ill.since());
            assertThat(look().parts().getFirst().state()).isEqualTo(PartState.ILL);
        } finally {
            BRIDGE_B.comeBack();
        }
        awaitPart(PartKind.BRIDGE, "bridge-b", PartState.WELL);
    }

    @Test
    void a_bridge_that_was_away_between_two_looks_is_well_since_it_is_back() {
        var before = part(look(), PartKind.BRIDGE, "bridge-b").since();

        BRIDGE_B.die();
        BRIDGE_B.comeBack();

        Eventually.holds("the hub has noticed that it is back", () -> {
            var now = part(look(), PartKind.BRIDGE, "bridge-b");
            return now.state() == PartState.WELL
                    && before != null
                    && before.isBefore(java.util.Objects.requireNonNull(now.since()));
        });
    }

    @Test
    void a_call_is_counted_and_shown_without_anybody_in_it() {
        var town = town();
        int before = look().calls();
        var consultation = town.talk();
        try {
            Eventually.holds("the call is counted", () -> look().calls() == before + 1);
            var call = jdbc.sql("select call from consultation where id = ?")
                    .param(consultation)
                    .query(java.util.UUID.class)
                    .single();

            var shown = look().liveCalls().stream()
                    .filter(one -> one.id().equals(call))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.seats()).isEqualTo(3);
            assertThat(shown.present()).isZero();
            assertThat(look().underWay()).isPositive();
        } finally {
            town.conclude(consultation);
        }
    }

    @Test
    void a_box_is_on_line_while_it_is_connected_and_away_a_minute_after_it_was_heard_last() {
        var town = town();
        var box = jdbc.sql("select id from box where household = ?")
                .param(town.household)
                .query(java.util.UUID.class)
                .single()
                .toString();
        try (var _ = town.live(town.box)) {
            awaitPart(PartKind.BOX, box, PartState.WELL);
            assertThat(part(look(), PartKind.BOX, box).institution()).startsWith("卫生院");
        }
        Eventually.holds(
                "it is not connected any more",
                () -> look().parts().stream().noneMatch(part -> part.name().equals(box)));

        clock.pass(BoxParts.AWAY_AFTER.plus(Duration.ofSeconds(31)));

        awaitPart(PartKind.BOX, box, PartState.AWAY);
        assertThat(part(look(), PartKind.BOX, box).why()).isEqualTo(PartTrouble.NOT_HEARD);
        assertThat(part(look(), PartKind.BOX, box).since()).isBefore(clock.instant());
    }

    @Test
    void an_event_that_nobody_takes_makes_the_events_ill() {
        assertThat(part(look(), PartKind.EVENTS, "events").state()).isEqualTo(PartState.WELL);
        var id = java.util.UUID.randomUUID();
        jdbc.sql("insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)"
                        + " values (?, 'nobody', 'none', '{}', ?)")
                .params(
                        id,
                        java.sql.Timestamp.from(
                                clock.instant().minus(StoreParts.WAITS_MAX).minusSeconds(1)))
                .update();
        try {
            var events = part(look(), PartKind.EVENTS, "events");

            assertThat(events.state()).isEqualTo(PartState.ILL);
            assertThat(events.why()).isEqualTo(PartTrouble.WAITS_TOO_LONG);
            assertThat(events.waiting()).isPositive();
        } finally {
            jdbc.sql("delete from event_publication where id = ?").param(id).update();
        }
    }

    @Test
    void while_the_database_is_away_the_rest_is_still_looked_after() {
        var nothing = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "no", "no"));
        var apart = new Rounds(nothing, wards, connections, clock);

        apart.look();

        var status = apart.newest();
        assertThat(part(status, PartKind.DATABASE, "database").why()).isEqualTo(PartTrouble.NO_ANSWER);
        assertThat(status.parts().getFirst().kind()).isEqualTo(PartKind.DATABASE);
        assertThat(part(status, PartKind.BRIDGE, "bridge-a").state()).isEqualTo(PartState.WELL);
        assertThat(part(status, PartKind.DISK, "disk").freeMib()).isPositive();
    }

    @Test
    void a_disk_with_less_than_the_least_is_ill_and_one_with_just_as_much_is_not() {
        assertThat(DiskPart.judged(DiskPart.FREE_MIB_MIN - 1).why()).isEqualTo(PartTrouble.NEARLY_FULL);
        assertThat(DiskPart.judged(DiskPart.FREE_MIB_MIN).state()).isEqualTo(PartState.WELL);
        assertThat(new DiskPart(java.nio.file.Path.of("/nowhere/at/all")).look().why())
                .isEqualTo(PartTrouble.UNREADABLE);
    }

    @Test
    void the_operators_token_shows_the_status_and_no_other_word_does() {
        var path = "/operations/status";

        var status = HubClient.bearer(port, OPERATOR_TOKEN).get(path);

        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(HubClient.read(status, OperationsStatus.class).parts()).isNotEmpty();
        assertThat(HubClient.problem(
                        HubClient.bearer(port, OPERATOR_TOKEN + "x").get(path)))
                .isEqualTo("not-signed-in");
        assertThat(HubClient.problem(HubClient.anonymous(port).get(path))).isEqualTo("not-signed-in");
    }

    @Test
    void a_hub_without_a_token_in_its_settings_believes_nobody() {
        var none = new OperatorToken("");

        assertThat(none.check("Bearer ")).isInstanceOf(org.wuduan.hub.shared.Refused.class);
        assertThat(none.check(null)).isInstanceOf(org.wuduan.hub.shared.Refused.class);
    }

    private OperationsStatus look() {
        rounds.look();
        return rounds.newest();
    }

    private void awaitPart(PartKind kind, String name, PartState state) {
        Eventually.holds(
                name + " is " + state,
                () -> look().parts().stream()
                        .anyMatch(part -> part.kind() == kind && part.name().equals(name) && part.state() == state));
    }

    private static OperationsPart part(OperationsStatus status, PartKind kind, String name) {
        return status.parts().stream()
                .filter(part -> part.kind() == kind && part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
