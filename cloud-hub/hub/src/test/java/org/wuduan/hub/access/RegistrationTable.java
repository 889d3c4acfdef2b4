package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpRow.fresh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.DeactivationReason;
import org.wuduan.contract.IdNumberAbsence;
import org.wuduan.contract.Registration;
import org.wuduan.contract.Sex;

/** The lines of the matrix for the books of households and patients. */
final class RegistrationTable {
    private static final Set<Who> CLERKS = EnumSet.of(Who.REGISTRAR, Who.FOREIGN_REGISTRAR);
    private static final Set<Who> CLERK = EnumSet.of(Who.REGISTRAR);
    private static final Set<Who> SEE_LOOKS = EnumSet.of(Who.BOX, Who.CHILD_WITH_ALL_RIGHTS, Who.CHILD_WHO_SEES_VITALS);
    private static final BiFunction<Target, Who, @Nullable Object> NO_BODY = (_, _) -> null;
    private static final LocalDate BIRTH = LocalDate.of(1947, 3, 5);

    /** So that a probe changes nothing: it is let in and then finds an edit conflict. */
    private static final int NO_SUCH_VERSION = 99_999;

    private RegistrationTable() {}

    static List<HttpRow> rows() {
        var seen = new Registration.SeenVersion(NO_SUCH_VERSION);
        return List.of(
                new HttpRow(
                        "GET /api/patients/{id}/looks",
                        "",
                        "",
                        NO_BODY,
                        new HttpRow.AboutObject(SEE_LOOKS, SEE_LOOKS, Set.of())),
                clerks("POST /api/households/search", "", (_, _) -> new Registration.FindHouseholds(null, null, false)),
                clerks("POST /api/households", "", (_, _) -> new Registration.MakeHousehold(fresh(), "三家", null, null)),
                clerks("GET /api/household-imports/template", "", NO_BODY),
                clerks("POST /api/household-imports/check", "", (_, _) -> "户名,姓名"),
                clerks("POST /api/household-imports", "?checked=another-file", (_, _) -> "户名,姓名"),
                about("GET /api/households/{id}", NO_BODY),
                about(
                        "POST /api/households/{id}/edit",
                        (_, _) -> new Registration.EditHousehold(NO_SUCH_VERSION, "一家", null, null)),
                about("POST /api/households/{id}/deactivate", (_, _) -> seen),
                about("POST /api/households/{id}/reactivate", (_, _) -> seen),
                about("GET /api/patients/{id}/id-number", NO_BODY),
                about(
                        "POST /api/patients/{id}/edit",
                        (_, _) -> new Registration.EditPatient(
                                NO_SUCH_VERSION, "王英", Sex.FEMALE, BIRTH, null, IdNumberAbsence.LOST)),
                about(
                        "POST /api/patients/{id}/deactivate",
                        (_, _) -> new Registration.DeactivatePatient(NO_SUCH_VERSION, DeactivationReason.OTHER)),
                about("POST /api/patients/{id}/reactivate", (_, _) -> seen),
                about(
                        "POST /api/patients/{id}/move",
                        (target, _) -> new Registration.MovePatient(NO_SUCH_VERSION, target.household())),
                about(
                        "POST /api/patients",
                        (target, _) -> new Registration.MakePatient(
                                fresh(), target.household(), "王英", Sex.FEMALE, BIRTH, null, IdNumberAbsence.LOST)));
    }

    private static HttpRow clerks(String endpoint, String query, BiFunction<Target, Who, @Nullable Object> body) {
        return new HttpRow(endpoint, "", query, body, new HttpRow.Only(CLERKS));
    }

    private static HttpRow about(String endpoint, BiFunction<Target, Who, @Nullable Object> body) {
        return HouseholdTable.about(endpoint, body, CLERK);
    }
}
