package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpTable.NO_BODY;
import static org.wuduan.hub.access.HttpTable.only;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.Prescribing.CheckPrescription;
import org.wuduan.contract.Prescribing.ContinuePrescription;
import org.wuduan.contract.Prescribing.ExtendPrescription;
import org.wuduan.contract.Prescribing.OrderMedicines;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.ReviewPrescription;
import org.wuduan.contract.Prescribing.SavePrescription;
import org.wuduan.contract.Prescribing.SeenPrescription;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.contract.SupplyKind;

/** The lines of the matrix for prescriptions. No prescription has the id that the walk names. */
final class PrescribingTable {
    private static final Set<Who> NOBODY = Set.of();
    private static final Set<Who> CASE_DOCTOR = EnumSet.of(Who.CASE_DOCTOR);
    private static final Set<Who> PHARMACIST = EnumSet.of(Who.PHARMACIST);
    private static final Set<Who> BOX = EnumSet.of(Who.BOX);
    private static final Set<Who> WHO_ORDER = EnumSet.of(Who.BOX, Who.CHILD_WITH_ALL_RIGHTS);
    /** Who sees a patient's medicines at home. */
    static final Set<Who> AT_HOME = EnumSet.of(Who.BOX, Who.CHILD_WITH_ALL_RIGHTS, Who.CHILD_WHO_SEES_VITALS);

    private static final String OF_CONSULTATION = "/api/consultations/{id}/prescriptions";
    private static final String TABLE = "/api/drug-tables/{kind}";

    private PrescribingTable() {}

    static List<HttpRow> rows() {
        return List.of(
                about(
                        "GET /api/consultations/{id}/drugs",
                        "?words=aldpp",
                        NO_BODY,
                        new HttpRow.AboutObject(NOBODY, CASE_DOCTOR, Set.of())),
                about(
                        "POST " + OF_CONSULTATION + "/check",
                        "",
                        (target, _) -> new CheckPrescription(empty(target)),
                        new HttpRow.AboutObject(NOBODY, CASE_DOCTOR, Set.of())),
                about(
                        "POST " + OF_CONSULTATION,
                        "",
                        (target, _) -> new SavePrescription(HttpRow.fresh(), 0, empty(target)),
                        new HttpRow.AboutObject(NOBODY, CASE_DOCTOR, Set.of())),
                ofDoctor("issue", (_, _) -> new SeenPrescription(1)),
                ofDoctor("extend", (_, _) -> new ExtendPrescription(1, 3, "理由")),
                ofDoctor("cancel", (_, _) -> new CancelPrescription(1, "理由")),
                ofDoctor("continue", (_, _) -> new ContinuePrescription(1, "理由")),
                about(
                        "POST /api/prescription-reviews/{id}",
                        "",
                        (_, _) -> new ReviewPrescription(1, ReviewDecision.APPROVED, null),
                        new HttpRow.FoundBy(PHARMACIST)),
                ofNobody("GET /api/prescriptions/{id}/signed"),
                ofNobody("GET /api/prescriptions/{id}/signed/file"),
                ofNobody("GET /api/prescription-reviews/{id}/signed"),
                ofNobody("GET /api/prescription-reviews/{id}/signed/file"),
                atHome("confirm", (_, _) -> new SeenPrescription(1), BOX),
                atHome("order", (_, _) -> new OrderMedicines(HttpRow.fresh()), WHO_ORDER),
                only("GET " + TABLE + "/template", "", NO_BODY, PHARMACIST),
                only("POST " + TABLE + "/check", "", NO_BODY, PHARMACIST),
                only("POST " + TABLE, "?checked=none", NO_BODY, PHARMACIST));
    }

    private static HttpRow ofDoctor(String step, BiFunction<Target, Who, @Nullable Object> body) {
        return about(
                "POST " + OF_CONSULTATION + "/{prescriptionId}/" + step,
                "",
                body,
                new HttpRow.NothingInRecord(NOBODY, CASE_DOCTOR));
    }

    private static HttpRow ofNobody(String endpoint) {
        return about(endpoint, "", NO_BODY, new HttpRow.OwnAlone());
    }

    private static HttpRow atHome(String step, BiFunction<Target, Who, @Nullable Object> body, Set<Who> those) {
        return about(
                "POST /api/patients/{id}/prescriptions/{prescriptionId}/" + step,
                "",
                body,
                new HttpRow.NothingInRecord(those, those));
    }

    private static HttpRow about(
            String endpoint, String query, BiFunction<Target, Who, @Nullable Object> body, HttpRow.Allowed allowed) {
        return new HttpRow(endpoint, "", query, body, allowed);
    }

    private static PrescriptionSheet empty(Target target) {
        return new PrescriptionSheet(
                target.patient(), SupplyKind.ORDINARY, List.of(), List.of(), List.of(), false, null, null, null, (UUID)
                        null);
    }
}
