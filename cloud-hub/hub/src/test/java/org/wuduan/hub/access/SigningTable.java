package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpTable.NO_BODY;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Signing;

/** The lines of the matrix for signing. */
final class SigningTable {
    private static final Set<Who> SIGNATORIES = signatories();
    private static final Set<Who> READERS = EnumSet.of(Who.CASE_DOCTOR, Who.RUNG_DOCTOR, Who.INVITED_DOCTOR);

    private SigningTable() {}

    private static Set<Who> signatories() {
        var those = EnumSet.copyOf(Who.DOCTORS);
        those.add(Who.PHARMACIST);
        return those;
    }

    static List<HttpRow> rows() {
        return List.of(
                HttpTable.only("GET /api/signing", "", NO_BODY, SIGNATORIES),
                HttpTable.only(
                        "POST /api/signing/key",
                        "",
                        (_, _) -> new Signing.SetUpSigningKey("270418", "000000", null),
                        SIGNATORIES),
                HttpTable.only(
                        "POST /api/signing/unlock",
                        "",
                        (_, _) -> new Signing.UnlockSigningKey("270418", "000000"),
                        SIGNATORIES),
                HttpTable.only("POST /api/signing/lock", "", NO_BODY, SIGNATORIES),
                ofConsultation(
                        "POST /api/consultations/{id}/opinions/{opinionId}/decision",
                        (_, _) -> new Commands.Decide(HttpRow.fresh(), Adoption.ADOPTED, null, null),
                        EnumSet.of(Who.CASE_DOCTOR)),
                ofConsultation("GET /api/consultations/{id}/signed/{document}", NO_BODY, READERS),
                ofConsultation("GET /api/consultations/{id}/signed/{document}/file", NO_BODY, READERS),
                new HttpRow(
                        "GET /api/consultations/{id}/report",
                        "",
                        "",
                        NO_BODY,
                        new HttpRow.AboutObject(Set.of(), READERS, Set.of())));
    }

    /** About an opinion that does not exist: who may look for it hears that. */
    private static HttpRow ofConsultation(
            String endpoint, BiFunction<Target, Who, @Nullable Object> body, Set<Who> those) {
        return new HttpRow(endpoint, "", "", body, new HttpRow.AboutObject(Set.of(), Set.of(), those));
    }
}
