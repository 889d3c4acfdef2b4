package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Mark;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.Value;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Thermometer, scale and glucose meter: shown beside the others, and a glucose with its meal. */
class HomeDevicesTest extends HubTest {
    @Autowired
    Vitals vitals;

    @Test
    void each_kind_has_its_own_newest_value_and_trend() {
        var town = town();
        upload(town, temperature(town, "36.6"), weight(town, "71.2"));

        var latest = vitals.latest(town.patient);
        assertThat(vitals.trend(town.patient, VitalKind.TEMPERATURE)).containsExactly(latest.temperature());
        assertThat(vitals.trend(town.patient, VitalKind.WEIGHT)).containsExactly(latest.weight());
        assertThat(latest.glucose()).isNull();
    }

    @Test
    void the_meal_that_the_person_told_the_meter_stands_beside_the_glucose_of_the_same_sequence() {
        var town = town();
        var sugar = numbered(glucose(town, "5.6"), 7, clock.instant());
        upload(town, sugar, meal(town, 7, Mark.FASTING), meal(town, 8, Mark.AFTER_MEAL));

        var glucose = vitals.trend(town.patient, VitalKind.GLUCOSE);

        assertThat(glucose).hasSize(1);
        assertThat(glucose.getFirst().marks()).containsExactly(Mark.FASTING);
    }

    @Test
    void a_glucose_is_never_compared_with_a_usual_one() {
        var town = town();
        for (int day = 5; day >= 0; day--) {
            var at = clock.instant().minusSeconds(86_400L * day);
            upload(town, numbered(glucose(town, day == 0 ? "12.1" : "5.6"), 20 - day, at));
        }

        assertThat(vitals.latest(town.patient).glucose()).isNotNull().satisfies(sign -> {
            assertThat(sign.values().getFirst().quantity().value()).isEqualByComparingTo("12.1");
            assertThat(sign.comparedWithUsual()).isNull();
        });
    }

    private static void upload(Town town, Reading... readings) {
        assertThat(town.box
                        .post("/api/readings", new ReadingBatch(List.of(readings)))
                        .statusCode())
                .isEqualTo(200);
    }

    private Reading temperature(Town town, String celsius) {
        return value(town, MeasurementProfile.THERMOMETER, new Value("8310-5", 150364, quantity(celsius, "Cel")));
    }

    private Reading weight(Town town, String kilograms) {
        return value(town, MeasurementProfile.WEIGHT_SCALE, new Value("29463-7", 188736, quantity(kilograms, "kg")));
    }

    private Reading glucose(Town town, String millimoles) {
        return value(town, MeasurementProfile.GLUCOSE, new Value("14743-9", 160184, quantity(millimoles, "mmol/L")));
    }

    private static Quantity quantity(String number, String unit) {
        return new Quantity(new BigDecimal(number), unit);
    }

    private Reading value(Town town, MeasurementProfile profile, Value value) {
        return reading(town, profile, List.of(value), List.of());
    }

    private Reading reading(Town town, MeasurementProfile profile, List<Value> values, List<Mark> marks) {
        return new Reading(
                UUID.randomUUID(),
                profile,
                new Reading.Device(town.wearable(), "SimHome"),
                clock.instant(),
                "00",
                values,
                marks,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Reading numbered(Reading reading, int sequence, Instant takenAt) {
        return new Reading(
                reading.id(),
                reading.profile(),
                reading.device(),
                reading.receivedAt(),
                reading.bytes(),
                reading.values(),
                reading.marks(),
                takenAt,
                null,
                sequence,
                null,
                null,
                null);
    }

    private Reading meal(Town town, int sequence, Mark mark) {
        var context = reading(town, MeasurementProfile.GLUCOSE_CONTEXT, List.of(), List.of(mark));
        return numbered(context, sequence, clock.instant());
    }
}
