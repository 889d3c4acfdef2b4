package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Sheets.amount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuduan.contract.DoseFrequency;
import org.wuduan.contract.DrugControl;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescriptionLine;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.Quantity;
import org.wuduan.hub.prescribing.DoseArithmetic.Counted;
import org.wuduan.hub.prescribing.DoseArithmetic.Impossible;
import org.wuduan.hub.tables.TableForm;

class DoseArithmeticTest {
    private static final Drug FIVE_MG = Sheets.tablet("amlodipine", "5", DrugControl.NONE);

    static Stream<Drug> formulary() {
        var read = (TableForm.Table<FormularyColumn>) FormularyFile.FORM.read(DrugTables.shipped("formulary.csv"));
        return FormularyFile.read(read.lines()).rows().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "5, mg, ONCE_DAILY, 7, 1, 5, 7",
        "2.5, mg, TWICE_DAILY, 7, 0.5, 5, 7",
        "0.005, g, ONCE_DAILY, 30, 1, 5, 30",
        "5000, ug, ONCE_DAILY, 1, 1, 5, 1",
        "1, {tbl}, THREE_TIMES_DAILY, 3, 1, 15, 9",
        "0.5, {tbl}, ONCE_DAILY, 3, 0.5, 2.5, 2",
        "10, mg, EVERY_OTHER_DAY, 7, 2, 10, 8",
        "5, mg, WEEKLY, 8, 1, 5, 2"
    })
    void mass_and_pieces_are_one_thing(
            String dose, String unit, DoseFrequency often, int days, String pieces, String aDay, String total) {
        var line = new PrescriptionLine("x", amount(dose, unit), often, days, null);

        var counted = (Counted) DoseArithmetic.reckon(FIVE_MG, line);

        assertThat(counted.pieces()).isEqualByComparingTo(pieces);
        assertThat(counted.milligramsADay()).isEqualByComparingTo(aDay);
        assertThat(counted.total()).isEqualByComparingTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "0, mg, DOSE_ZERO",
        "-5, mg, DOSE_ZERO",
        "5, mL, DOSE_UNIT",
        "1, {cap}, DOSE_UNIT",
        "5, mmol, DOSE_UNIT",
        "0.5, mg, DOSE_PART",
        "3, mg, DOSE_PART",
        "0.25, {tbl}, DOSE_PART",
        "101, mg, DOSE_PART",
        "105, mg, DOSE_TOO_MANY",
        "99999999999999999999999, g, DOSE_TOO_MANY"
    })
    void what_nobody_can_take_is_told(String dose, String unit, PrescriptionRule why) {
        assertThat(DoseArithmetic.reckon(FIVE_MG, Sheets.line("x", dose, unit, 7)))
                .isEqualTo(new Impossible(why));
    }

    @Test
    void twenty_pieces_are_the_most_and_four_are_never_questioned() {
        assertThat(reckoned(FIVE_MG, "100", "mg")).isInstanceOf(Counted.class);
        assertThat(DoseArithmetic.isQuestionable((Counted) reckoned(FIVE_MG, "20", "mg")))
                .isFalse();
        assertThat(DoseArithmetic.isQuestionable((Counted) reckoned(FIVE_MG, "22.5", "mg")))
                .isTrue();
    }

    /** Up to two pieces at a time; with one half of a piece a slip still makes five of them. */
    @ParameterizedTest
    @MethodSource("formulary")
    void a_decimal_point_that_slipped_either_way_is_caught(Drug drug) {
        for (var pieces : List.of("0.5", "1", "1.5", "2")) {
            var dose = new BigDecimal(pieces).multiply(drug.strength().value());
            if (isQuiet(drug, dose)) {
                assertThat(isQuiet(drug, dose.movePointRight(1)))
                        .as("ten times " + dose)
                        .isFalse();
                assertThat(isQuiet(drug, dose.movePointLeft(1)))
                        .as("a tenth of " + dose)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formulary")
    void grams_for_milligrams_and_milligrams_for_micrograms_are_caught(Drug drug) {
        var one = drug.strength();
        for (var unit : List.of("ug", "mg", "g")) {
            if (!unit.equals(one.unit())) {
                var slipped = new Quantity(one.value(), unit);
                assertThat(DoseArithmetic.reckon(drug, line(slipped, 1))).isInstanceOf(Impossible.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formulary")
    void the_same_dose_comes_to_the_same_in_every_unit(Drug drug) {
        var random = new Random(drug.code().hashCode());
        for (int round = 0; round < 50; round++) {
            var pieces = new BigDecimal(1 + random.nextInt(20)).multiply(drug.smallestPart());
            int days = 1 + random.nextInt(84);
            var milligrams =
                    DoseArithmetic.milligrams(drug.strength()).orElseThrow().multiply(pieces);

            var asPieces = DoseArithmetic.reckon(
                    drug, line(new Quantity(pieces, DoseArithmetic.pieceUnit(drug.form())), days));

            assertThat(DoseArithmetic.reckon(drug, line(new Quantity(milligrams, "mg"), days)))
                    .isEqualTo(asPieces);
            assertThat(DoseArithmetic.reckon(drug, line(new Quantity(milligrams.movePointLeft(3), "g"), days)))
                    .isEqualTo(asPieces);
            var counted = (Counted) asPieces;
            assertThat(counted.pieces()).isEqualByComparingTo(pieces);
            assertThat(counted.total()).isGreaterThanOrEqualTo(pieces.multiply(new BigDecimal(days)));
        }
    }

    private static boolean isQuiet(Drug drug, BigDecimal dose) {
        var line = line(new Quantity(dose, drug.strength().unit()), 7);
        return DoseArithmetic.reckon(drug, line) instanceof Counted counted && !DoseArithmetic.isQuestionable(counted);
    }

    private static DoseArithmetic.Reckoning reckoned(Drug drug, String dose, String unit) {
        return DoseArithmetic.reckon(drug, Sheets.line("x", dose, unit, 7));
    }

    private static PrescriptionLine line(Quantity dose, int days) {
        return new PrescriptionLine(new UUID(1, 1).toString(), dose, DoseFrequency.ONCE_DAILY, days, null);
    }
}
