package org.wuduan.hub.prescribing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.DrugControl;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescriptionRefusal;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.SupplyKind;

/** The rules of the law about a prescription (facts/clinical.md); {@link RuleSources} names where each comes from. */
final class SupplyRules {
    static final int DRUGS_MAX = 5;
    static final int ORDINARY_DAYS_MAX = 7;
    static final int EMERGENCY_DAYS_MAX = 3;
    /** Up to here a long-term prescription needs neither an assessment nor the patient's key. */
    static final int UNASSESSED_DAYS_MAX = 28;

    static final int LONG_TERM_DAYS_MAX = 84;
    static final int GUARDIAN_BELOW_YEARS = 6;

    private final PrescriptionSheet sheet;
    private final List<PrescriptionRefusal> refusals = new ArrayList<>();

    private SupplyRules(PrescriptionSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * What keeps a prescription from being issued.
     *
     * @param drugs by line; empty for one that is in no formulary
     * @param ageYears by the year of birth; the true age may be a year less
     * @param confirmed whether the patient agreed by key to this version
     */
    static List<PrescriptionRefusal> check(
            PrescriptionSheet sheet, List<Optional<Drug>> drugs, int ageYears, boolean confirmed) {
        var rules = new SupplyRules(sheet);
        rules.whole(ageYears);
        for (int line = 0; line < drugs.size(); line++) {
            int place = line;
            drugs.get(line)
                    .ifPresentOrElse(
                            drug -> rules.line(drug, place), () -> rules.refuse(PrescriptionRule.DRUG_UNKNOWN, place));
        }
        rules.longTerm(confirmed);
        return List.copyOf(rules.refusals);
    }

    private void whole(int ageYears) {
        if (sheet.lines().isEmpty()) {
            refuse(PrescriptionRule.NO_LINES, null);
        }
        if (sheet.lines().size() > DRUGS_MAX) {
            refuse(PrescriptionRule.DRUGS_MAX, null);
        }
        if (sheet.diagnoses().isEmpty()) {
            refuse(PrescriptionRule.DIAGNOSIS, null);
        }
        // who turns six this year may still be five
        if (ageYears - 1 < GUARDIAN_BELOW_YEARS && !sheet.guardianPresent()) {
            refuse(PrescriptionRule.UNDER_SIX, null);
        }
        var seen = new HashSet<String>();
        for (int line = 0; line < sheet.lines().size(); line++) {
            if (!seen.add(sheet.lines().get(line).drug())) {
                refuse(PrescriptionRule.LINE_TWICE, line);
            }
        }
        boolean reasonNeeded = sheet.supply() == SupplyKind.CHRONIC || sheet.supply() == SupplyKind.LONG_TERM;
        if (reasonNeeded && isBlank(sheet.supplyReason())) {
            refuse(PrescriptionRule.SUPPLY_REASON, null);
        }
    }

    private void line(Drug drug, int line) {
        if (isForbiddenOnline(drug.control())) {
            refuse(PrescriptionRule.CONTROLLED_DRUG, line);
        }
        int days = sheet.lines().get(line).days();
        switch (sheet.supply()) {
            case ORDINARY -> refuseIf(days > ORDINARY_DAYS_MAX, PrescriptionRule.SUPPLY_DAYS, line);
            case EMERGENCY -> refuseIf(days > EMERGENCY_DAYS_MAX, PrescriptionRule.EMERGENCY_DAYS, line);
            case CHRONIC -> refuseIf(days > UNASSESSED_DAYS_MAX, PrescriptionRule.LONG_TERM_WEEKS, line);
            case LONG_TERM -> {
                refuseIf(days > LONG_TERM_DAYS_MAX, PrescriptionRule.LONG_TERM_WEEKS, line);
                refuseIf(drug.control() != DrugControl.NONE, PrescriptionRule.LONG_TERM_CLASS, line);
            }
        }
    }

    private void longTerm(boolean confirmed) {
        boolean beyondFourWeeks = needsConfirmation(sheet);
        refuseIf(beyondFourWeeks && isBlank(sheet.assessment()), PrescriptionRule.LONG_TERM_ASSESSMENT, null);
        refuseIf(beyondFourWeeks && !confirmed, PrescriptionRule.LONG_TERM_CONFIRMATION, null);
    }

    /** Whether the patient has to agree by key before it is signed. */
    static boolean needsConfirmation(PrescriptionSheet sheet) {
        return sheet.supply() == SupplyKind.LONG_TERM
                && sheet.lines().stream().anyMatch(line -> line.days() > UNASSESSED_DAYS_MAX);
    }

    /** 麻醉药品、精神药品等特殊管理药品: the article names the first two and means every special control. */
    private static boolean isForbiddenOnline(DrugControl control) {
        return switch (control) {
            case NARCOTIC, PSYCHOTROPIC, TOXIC, RADIOACTIVE, PRECURSOR -> true;
            case NONE, ANTIMICROBIAL -> false;
        };
    }

    private void refuseIf(boolean broken, PrescriptionRule rule, @Nullable Integer line) {
        if (broken) {
            refuse(rule, line);
        }
    }

    private void refuse(PrescriptionRule rule, @Nullable Integer line) {
        refusals.add(new PrescriptionRefusal(rule, RuleSources.of(rule), line));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
