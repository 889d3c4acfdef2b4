package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Sex;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.household.Registry;

/** Whose value it is, when two people of a household use one cuff. */
class SharedCuffTest extends HubTest {
    private static final String CUFF = "C0:AB:00:00:00:01";

    @Autowired
    Registry registry;

    @Autowired
    Vitals vitals;

    private Town town;
    private UUID mother;
    private UUID father;

    @BeforeEach
    void a_couple() {
        town = town();
        mother = town.patient;
        father = registry.addPatient(new Registry.NewPatient(town.household, "老伴", Sex.MALE, 1946));
    }

    @Test
    void each_user_slot_of_a_shared_cuff_has_its_own_wearer() {
        share();

        upload(Readings.bloodPressureOf(CUFF, 1, 131), Readings.bloodPressureOf(CUFF, 2, 152));

        assertThat(systolic(mother)).containsExactly(131);
        assertThat(systolic(father)).containsExactly(152);
    }

    @Test
    void what_an_unknown_slot_or_no_slot_of_a_shared_cuff_measured_is_kept_and_is_nobodys() {
        share();

        var guest = Readings.bloodPressureOf(CUFF, 3, 180);
        var unknown = Readings.bloodPressureOf(CUFF, null, 181);
        assertThat(upload(guest, unknown)).containsExactly(guest.id(), unknown.id());

        assertThat(systolic(mother)).isEmpty();
        assertThat(systolic(father)).isEmpty();
        assertThat(jdbc.sql("select device_user from reading where household = ? and patient is null"
                                + " order by device_user nulls last")
                        .param(town.household)
                        .query(Integer.class)
                        .list())
                .containsExactly(3, null);
    }

    @Test
    void a_cuff_of_one_person_is_theirs_whatever_slot_it_names() {
        registry.registerWearable(town.household, CUFF, mother);

        upload(
                Readings.bloodPressureOf(CUFF, 1, 131),
                Readings.bloodPressureOf(CUFF, 2, 132),
                Readings.bloodPressureOf(CUFF, null, 133));

        assertThat(systolic(mother)).containsExactlyInAnyOrder(131, 132, 133);
    }

    @Test
    void the_only_slot_that_is_registered_also_gets_what_no_slot_claims_but_not_what_another_slot_measured() {
        registry.registerWearable(town.household, CUFF, 1, mother);

        upload(Readings.bloodPressureOf(CUFF, null, 131), Readings.bloodPressureOf(CUFF, 2, 152));

        assertThat(systolic(mother)).containsExactly(131);
        assertThat(systolic(father)).isEmpty();
    }

    @Test
    void one_who_shares_a_cuff_without_a_slot_gets_nothing_that_the_other_may_have_measured() {
        registry.registerWearable(town.household, CUFF, mother);
        registry.registerWearable(town.household, CUFF, 2, father);

        upload(Readings.bloodPressureOf(CUFF, null, 131), Readings.bloodPressureOf(CUFF, 2, 152));

        assertThat(systolic(mother)).isEmpty();
        assertThat(systolic(father)).containsExactly(152);
    }

    @Test
    void a_slot_that_is_registered_again_has_a_new_wearer() {
        share();
        registry.registerWearable(town.household, CUFF, 2, mother);

        upload(Readings.bloodPressureOf(CUFF, 2, 152));

        assertThat(systolic(mother)).containsExactly(152);
    }

    @Test
    void a_cuff_that_nobody_registered_is_nobodys_in_a_household_of_two() {
        upload(Readings.bloodPressureOf(CUFF, 1, 131));

        assertThat(systolic(mother)).isEmpty();
        assertThat(systolic(father)).isEmpty();
    }

    private void share() {
        registry.registerWearable(town.household, CUFF, 1, mother);
        registry.registerWearable(town.household, CUFF, 2, father);
    }

    private List<UUID> upload(Reading... readings) {
        return HubClient.read(
                        town.box.post("/api/readings", new ReadingBatch(List.of(readings))), Answers.ReadingsAck.class)
                .acknowledged();
    }

    private List<Integer> systolic(UUID patient) {
        return vitals.trend(patient, VitalKind.BLOOD_PRESSURE).stream()
                .map(sign -> sign.values().getFirst().quantity().value().intValueExact())
                .toList();
    }
}
