package org.wuduan.hub.prescribing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.AllergyState;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.PrescribedDiagnosis;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.record.PatientRecords;

/** What the record and the other prescriptions know of a patient now, in the words of the checks. */
@Component
class PatientFacts {
    /** UCUM; an eGFR in another unit is none that is known. */
    private static final String EGFR_UNIT = "mL/min/{1.73_m2}";

    /** Characters of an entry that a finding repeats. */
    private static final int QUOTED_MAX = 200;

    private final PatientRecords records;
    private final Households households;
    private final Supplies supplies;
    private final Clock clock;

    PatientFacts(PatientRecords records, Households households, Supplies supplies, Clock clock) {
        this.records = records;
        this.households = households;
        this.supplies = supplies;
        this.clock = clock;
    }

    /**
     * What is known, and what of it no check can look at.
     *
     * @param askedOfAllergies whether somebody has asked
     * @param unknownAllergies those whose substance no table knows
     * @param unknownMedicines of the record, likewise
     * @param uncodedProblems those that have no code by which a diagnosis is checked
     */
    record Known(
            Course.Person person,
            boolean askedOfAllergies,
            List<String> unknownAllergies,
            List<String> unknownMedicines,
            List<String> uncodedProblems) {
        Known {
            unknownAllergies = List.copyOf(unknownAllergies);
            unknownMedicines = List.copyOf(unknownMedicines);
            uncodedProblems = List.copyOf(uncodedProblems);
        }

        /** The same without the other prescriptions: what the record alone says. */
        Known ofRecord() {
            var alone = new Course.Person(
                    person.ageYears(),
                    person.allergies(),
                    person.diagnoses(),
                    person.ingredients(),
                    List.of(),
                    person.egfr());
            return new Known(alone, askedOfAllergies, unknownAllergies, unknownMedicines, uncodedProblems);
        }

        /** What the doctor has to look at alone. */
        List<RationalUseFinding> doubts(List<Optional<Drug>> drugs) {
            if (drugs.isEmpty()) {
                return List.of();
            }
            var lines = IntStream.range(0, drugs.size()).boxed().toList();
            var doubts = new ArrayList<RationalUseFinding>();
            if (!askedOfAllergies) {
                doubts.add(neverAsked(lines));
            }
            unknownAllergies.forEach(text -> doubts.add(unknownAllergy(text, lines)));
            unknownMedicines.forEach(text -> doubts.add(doubt(
                    "unmatched:" + idOf(text),
                    lines,
                    "病历里的“" + cut(text) + "”不在检查表中，请人工核对。",
                    "“" + cut(text) + "” of the record is not in the table of checks; look at it yourself.")));
            uncodedProblems.forEach(text -> doubts.add(uncodedProblem(text, lines)));
            return doubts;
        }

        /** Nobody prescribes by oversight to somebody who was never asked: the answer is recorded, or a reason given. */
        private static RationalUseFinding neverAsked(List<Integer> lines) {
            return warning(
                    "allergies-never-asked",
                    lines,
                    "病历里没有问过过敏史，请先问清并记录；现在问不到的，写明理由。",
                    "Nobody has asked about allergies yet: ask, and record the answer, or say why it can't be asked now.");
        }

        private static RationalUseFinding uncodedProblem(String text, List<Integer> lines) {
            return new RationalUseFinding(
                    "uncoded:" + idOf(text),
                    RationalUseKind.DIAGNOSIS,
                    FindingSeverity.CAUTION,
                    lines,
                    "病历里的问题“" + cut(text) + "”没有诊断编码，没有做禁忌症检查，请人工核对。",
                    "The problem “" + cut(text) + "” of the record has no code of a diagnosis and was not checked;"
                            + " look at it yourself.",
                    null,
                    true);
        }

        /** It may be one to what is prescribed: the doctor has to say why it is not. */
        private static RationalUseFinding unknownAllergy(String text, List<Integer> lines) {
            return warning(
                    "unmatched-allergy:" + idOf(text),
                    lines,
                    "过敏“" + cut(text) + "”不在检查表中，无法与药品比对。请人工核对，并写明理由。",
                    "The allergy “" + cut(text) + "” could not be compared with the medicines."
                            + " Look yourself, and give your reason.");
        }

        /** Of the words alone, so that a reason stays with them and with no others. */
        private static UUID idOf(String text) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String cut(String text) {
            return text.length() <= QUOTED_MAX ? text : text.substring(0, QUOTED_MAX) + "…";
        }

        /** Not to be signed without a reason. */
        private static RationalUseFinding warning(String id, List<Integer> lines, String zh, String en) {
            return new RationalUseFinding(
                    id, RationalUseKind.ALLERGY, FindingSeverity.WARNING, lines, zh, en, null, true);
        }

        private static RationalUseFinding doubt(String id, List<Integer> lines, String zh, String en) {
            return new RationalUseFinding(
                    id, RationalUseKind.ALLERGY, FindingSeverity.CAUTION, lines, zh, en, null, true);
        }

        @Override
        public String toString() {
            return "Known[‹redacted›]";
        }
    }

    Known of(PrescriptionSheet sheet, PrescriptionChecks.Place place) {
        var patient = sheet.patientId();
        var allergies = records.allergies(patient);
        var allergyTexts = allergies.known().stream()
                .map(PatientRecords.Allergy::substance)
                .toList();
        var medicineTexts = records.medications(patient).stream()
                .map(PatientRecords.Medication::text)
                .toList();
        var problems = records.problems(patient);
        var egfr = sheet.egfr();
        var person = new Course.Person(
                age(patient),
                substances(allergyTexts),
                diagnoses(sheet, place.consultation(), problems),
                substances(medicineTexts),
                supplies.beside(sheet, place.prescription()),
                egfr == null || !egfr.unit().equals(EGFR_UNIT) ? null : egfr.value());
        return new Known(
                person,
                allergies.state() != AllergyState.NEVER_ASKED,
                unknown(allergyTexts),
                unknown(medicineTexts),
                uncoded(problems));
    }

    private int age(UUID patient) {
        int born = households.resident(patient).orElseThrow().patient().birthYear();
        return Year.now(clock.withZone(ZoneOffset.UTC)).getValue() - born;
    }

    /** Those on the prescription, those of the notes, and the problems of the record. */
    private Set<String> diagnoses(
            PrescriptionSheet sheet, UUID consultation, List<PatientRecords.KnownProblem> problems) {
        Set<String> codes = new HashSet<>();
        sheet.diagnoses().stream().map(PrescribedDiagnosis::code).forEach(codes::add);
        records.diagnoses(consultation).forEach(diagnosis -> codes.add(diagnosis.code()));
        problems.forEach(problem -> {
            var code = problem.code();
            if (code != null) {
                codes.add(code);
            }
        });
        return codes;
    }

    private static List<String> uncoded(List<PatientRecords.KnownProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.code() == null)
                .map(PatientRecords.KnownProblem::name)
                .distinct()
                .toList();
    }

    private static Set<String> substances(List<String> texts) {
        return texts.stream().flatMap(text -> Substances.in(text).stream()).collect(Collectors.toSet());
    }

    private static List<String> unknown(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Substances.unknownIn(text).stream())
                .distinct()
                .toList();
    }
}
