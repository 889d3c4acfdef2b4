package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Bindings;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Sex;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.household.Registry;

/** A reading of nobody in a household of two: the television asks whose it is. */
class UnclaimedTest extends HubTest {
    @Autowired
    Registry registry;

    private Town town;
    private UUID father;

    @BeforeEach
    void a_household_of_two() {
        town = town();
        father = registry.addPatient(new Registry.NewPatient(town.household, "父亲", Sex.MALE, 1946));
    }

    @Test
    void the_chosen_one_gets_the_reading_and_the_choice_is_audited() {
        var television = watching();
        var reading = measured();
        television.awaitNewest("inbox", View.BoxInbox.class, view -> asks(view, reading));

        assertThat(name(town.box, reading, father)).isEqualTo(204);

        // A view that was being read while the name came may hold one without the other: the last one holds both.
        television.awaitNewest(
                "inbox", View.BoxInbox.class, view -> view.unclaimed().isEmpty() && hasBloodPressure(view, father));
        assertThat(name(town.box, reading, town.patient)).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'name-wearer' and object = ?")
                        .param(reading)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void one_that_is_nobodys_here_is_not_asked_about_again() {
        var television = watching();
        var reading = measured();
        television.awaitNewest("inbox", View.BoxInbox.class, view -> asks(view, reading));

        assertThat(name(town.box, reading, null)).isEqualTo(204);

        television.awaitNewest(
                "inbox", View.BoxInbox.class, view -> view.unclaimed().isEmpty());
        assertThat(name(town.box, reading, father)).isEqualTo(404);
    }

    @Test
    void after_a_quarter_of_an_hour_nobody_is_asked_any_more() {
        var reading = measured();

        clock.pass(Unclaimed.ASKED_FOR.plusSeconds(1));

        assertThat(town.box
                        .post("/api/readings/" + reading + "/wearer", new Bindings.NameWearer(father))
                        .statusCode())
                .isIn(401, 409);
        var later = LiveClient.open(port, HubClient.box(port, registry.makeCode(town.household)));
        later.watch("inbox");
        assertThat(later.awaitView("inbox", View.BoxInbox.class, _ -> true).unclaimed())
                .isEmpty();
    }

    @Test
    void only_somebody_of_the_household_can_be_named_and_only_by_its_television() {
        var other = town();
        var reading = measured();

        assertThat(name(town.box, reading, other.patient)).isEqualTo(422);
        assertThat(name(other.box, reading, other.patient)).isEqualTo(404);
        assertThat(name(town.child, reading, father)).isEqualTo(403);
    }

    @Test
    void no_more_than_five_are_asked_about_at_once() {
        for (int count = 0; count <= Unclaimed.ASKED_MAX; count++) {
            measured();
        }

        var asked = watching().awaitView("inbox", View.BoxInbox.class, _ -> true);

        assertThat(asked.unclaimed()).hasSize(Unclaimed.ASKED_MAX);
    }

    private LiveClient watching() {
        var television = town.live(town.box);
        television.watch("inbox");
        return television;
    }

    private UUID measured() {
        var reading = Readings.bloodPressure(town.wearable(), 142, clock.instant(), null, null);
        var answer = town.box.post("/api/readings", new ReadingBatch(List.of(reading), clock.instant()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return reading.id();
    }

    private static int name(HubClient who, UUID reading, @Nullable UUID patient) {
        return who.post("/api/readings/" + reading + "/wearer", new Bindings.NameWearer(patient))
                .statusCode();
    }

    private static boolean hasBloodPressure(View.BoxInbox view, UUID patient) {
        return view.patients().stream()
                .anyMatch(one ->
                        one.patient().id().equals(patient) && one.vitals().bloodPressure() != null);
    }

    private static boolean asks(View.BoxInbox view, UUID reading) {
        return view.unclaimed().stream().anyMatch(one -> one.readingId().equals(reading));
    }
}
