package org.wuduan.hub.prescribing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.FindingOverride;
import org.wuduan.contract.Prescribing.LineAmount;
import org.wuduan.contract.Prescribing.PrescriptionRefusal;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.PrescriptionRule;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.hub.prescribing.DoseArithmetic.Counted;
import org.wuduan.hub.prescribing.DoseArithmetic.Impossible;

/** What there is to say to a prescription as it is written: amounts, rules that it breaks, warnings. Changes nothing. */
@Component
class PrescriptionChecks {
    private final DrugTables tables;
    private final RationalUse rationalUse;
    private final PatientFacts facts;

    PrescriptionChecks(DrugTables tables, RationalUse rationalUse, PatientFacts facts) {
        this.tables = tables;
        this.rationalUse = rationalUse;
        this.facts = facts;
    }

    /**
     * Where a prescription is written.
     *
     * @param confirmed whether the patient agreed by key to what is written now
     * @param prescription which one it is; null before it is kept
     */
    record Place(
            UUID institution,
            UUID consultation,
            boolean confirmed,
            @Nullable UUID prescription) {
        static Place of(KeptPrescription kept) {
            return new Place(kept.institution(), kept.consultation(), kept.confirmedAt() != null, kept.id());
        }
    }

    List<Optional<Drug>> drugs(UUID institution, PrescriptionSheet sheet) {
        return sheet.lines().stream()
                .map(line -> tables.drug(institution, line.drug()))
                .toList();
    }

    PrescriptionReport report(Place place, PrescriptionSheet sheet) {
        return report(place, sheet, drugs(place.institution(), sheet), facts.of(sheet, place));
    }

    /** What there is to say now; the medicines of one that was signed are those of that day. */
    PrescriptionReport now(KeptPrescription kept) {
        var place = Place.of(kept);
        return report(place, kept.sheet(), drugs(kept), facts.of(kept.sheet(), place));
    }

    /**
     * Whether the record alone, without the patient's other prescriptions, gives reason to a warning that was not there when
     * a signed prescription was put before somebody last.
     */
    boolean warnsAnew(KeptPrescription kept, Predicate<RationalUseKind> of) {
        var last = kept.lastReport();
        if (last == null) {
            return false;
        }
        var place = Place.of(kept);
        var known = facts.of(kept.sheet(), place).ofRecord();
        var said = last.findings().stream().map(RationalUseFinding::id).toList();
        return report(place, kept.sheet(), drugs(kept), known).findings().stream()
                .filter(finding -> finding.severity() != FindingSeverity.CAUTION && of.test(finding.kind()))
                .anyMatch(finding -> !said.contains(finding.id()));
    }

    private List<Optional<Drug>> drugs(KeptPrescription kept) {
        var issue = kept.issue();
        return issue == null
                ? drugs(kept.institution(), kept.sheet())
                : issue.drugs().stream().map(Optional::of).toList();
    }

    private PrescriptionReport report(
            Place place, PrescriptionSheet sheet, List<Optional<Drug>> drugs, PatientFacts.Known known) {
        var refusals =
                new ArrayList<>(SupplyRules.check(sheet, drugs, known.person().ageYears(), place.confirmed()));
        var amounts = new ArrayList<LineAmount>();
        var takings = new ArrayList<Course.Taking>();
        var findings = new ArrayList<>(known.doubts(drugs));
        for (int line = 0; line < drugs.size(); line++) {
            var drug = drugs.get(line);
            if (drug.isEmpty()) {
                continue;
            }
            switch (DoseArithmetic.reckon(drug.get(), sheet.lines().get(line))) {
                case Impossible(var why) -> refusals.add(refusal(why, line));
                case Counted counted -> {
                    amounts.add(amount(line, drug.get(), counted));
                    takings.add(taking(line, drug.get(), counted));
                    if (DoseArithmetic.isQuestionable(counted)) {
                        findings.add(manyPieces(line, drug.get()));
                    }
                }
            }
        }
        findings.addAll(rationalUse.check(place.institution(), new Course(takings, known.person())));
        refusals.addAll(unanswered(sheet, findings));
        return new PrescriptionReport(amounts, refusals, findings, rationalUse.reviewed(place.institution()));
    }

    private static Course.Taking taking(int line, Drug drug, Counted counted) {
        var strength = DoseArithmetic.milligrams(drug.strength()).orElseThrow();
        return new Course.Taking(line, drug, counted.pieces().multiply(strength), counted.milligramsADay());
    }

    private static LineAmount amount(int line, Drug drug, Counted counted) {
        var unit = DoseArithmetic.pieceUnit(drug.form());
        return new LineAmount(
                line,
                new Quantity(counted.pieces(), unit),
                new Quantity(counted.milligramsADay(), "mg"),
                new Quantity(counted.total(), unit));
    }

    private static RationalUseFinding manyPieces(int line, Drug drug) {
        return new RationalUseFinding(
                "pieces:" + drug.code(),
                RationalUseKind.ARITHMETIC,
                FindingSeverity.WARNING,
                List.of(line),
                "一次超过 " + DoseArithmetic.PIECES_UNQUESTIONED_MAX + " 片（粒）：小数点是否写错？",
                "More than " + DoseArithmetic.PIECES_UNQUESTIONED_MAX + " at one time: did the decimal point slip?",
                null,
                null);
    }

    /** Warnings that the doctor has given no reason for; a contraindication also asks to be named as such. */
    private static List<PrescriptionRefusal> unanswered(PrescriptionSheet sheet, List<RationalUseFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != FindingSeverity.CAUTION)
                .filter(finding -> sheet.overrides().stream().noneMatch(override -> answers(override, finding)))
                .map(finding -> refusal(
                        PrescriptionRule.OVERRIDE_MISSING, finding.lines().getFirst()))
                .toList();
    }

    private static boolean answers(FindingOverride override, RationalUseFinding finding) {
        return override.finding().equals(finding.id())
                && !override.reason().isBlank()
                && (finding.severity() != FindingSeverity.CONTRAINDICATED || override.despiteContraindication());
    }

    private static PrescriptionRefusal refusal(PrescriptionRule rule, int line) {
        return new PrescriptionRefusal(rule, RuleSources.of(rule), line);
    }
}
