package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.wuduan.contract.DrugForm;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescriptionLine;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.Quantity;

/** From what a doctor writes to what a patient takes: exact decimals, mass against pieces of one strength. */
final class DoseArithmetic {
    /** More pieces at one time are questioned: the decimal point may have slipped. */
    static final BigDecimal PIECES_UNQUESTIONED_MAX = new BigDecimal(4);

    /** More pieces at one time are never meant. */
    static final BigDecimal PIECES_MAX = new BigDecimal(20);

    private static final String MILLILITRE = "mL";

    /** Milligrams in one of a unit (UCUM). */
    private static final Map<String, BigDecimal> MILLIGRAMS =
            Map.of("ug", new BigDecimal("0.001"), "mg", BigDecimal.ONE, "g", new BigDecimal("1000"));

    private DoseArithmetic() {}

    /** What became of a line. */
    sealed interface Reckoning {}

    /**
     * A line that can be taken.
     *
     * @param pieces taken at one time
     * @param milligramsADay on a day on which it is taken
     * @param total pieces in all, rounded up to whole ones
     */
    record Counted(BigDecimal pieces, BigDecimal milligramsADay, BigDecimal total) implements Reckoning {}

    /** A line that can't be taken as it is written. */
    record Impossible(PrescriptionRule why) implements Reckoning {}

    static Reckoning reckon(Drug drug, PrescriptionLine line) {
        var dose = line.dose();
        if (dose.value().signum() <= 0) {
            return new Impossible(PrescriptionRule.DOSE_ZERO);
        }
        var strength = milligrams(drug.strength()).orElseThrow();
        var mass = dose.unit().equals(pieceUnit(drug.form()))
                ? Optional.of(dose.value().multiply(strength))
                : milligrams(dose);
        if (mass.isEmpty()) {
            return new Impossible(PrescriptionRule.DOSE_UNIT);
        }
        var parts = mass.get().divideAndRemainder(strength.multiply(drug.smallestPart()));
        if (parts[1].signum() != 0) {
            return new Impossible(PrescriptionRule.DOSE_PART);
        }
        var pieces = plain(parts[0].multiply(drug.smallestPart()));
        return pieces.compareTo(PIECES_MAX) > 0
                ? new Impossible(PrescriptionRule.DOSE_TOO_MANY)
                : counted(pieces, strength, line);
    }

    private static Counted counted(BigDecimal pieces, BigDecimal strength, PrescriptionLine line) {
        int aDay = Takings.onOneDay(line.frequency());
        int inAll = Takings.in(line.days(), line.frequency());
        return new Counted(
                pieces,
                plain(pieces.multiply(strength).multiply(BigDecimal.valueOf(aDay))),
                pieces.multiply(BigDecimal.valueOf(inAll)).setScale(0, RoundingMode.CEILING));
    }

    /** Whether a dose is so many pieces that somebody must say that it is meant. */
    static boolean isQuestionable(Counted counted) {
        return counted.pieces().compareTo(PIECES_UNQUESTIONED_MAX) > 0;
    }

    /** The mass of a quantity; empty for what is no mass. */
    static Optional<BigDecimal> milligrams(Quantity quantity) {
        return Optional.ofNullable(MILLIGRAMS.get(quantity.unit())).map(quantity.value()::multiply);
    }

    /** The unit in which pieces of a form are counted (UCUM annotation). */
    static String pieceUnit(DrugForm form) {
        return switch (form) {
            case TABLET, ENTERIC_TABLET, MODIFIED_RELEASE_TABLET -> "{tbl}";
            case CAPSULE -> "{cap}";
            case ORAL_SOLUTION -> MILLILITRE;
        };
    }

    /** Without zeros at the end, and never in exponents. */
    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
