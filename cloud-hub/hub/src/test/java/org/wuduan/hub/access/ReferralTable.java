package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpRow.fresh;
import static org.wuduan.hub.access.HttpTable.NO_BODY;
import static org.wuduan.hub.access.HttpTable.only;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.Department;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.Urgency;

/** The lines of the matrix for referrals, plans at home and the disease catalogue. */
final class ReferralTable {
    private static final Set<Who> NOBODY = Set.of();
    private static final Set<Who> SYSTEM = EnumSet.of(Who.SYSTEM_ADMINISTRATOR);
    /** A hospital of the scene, to which patients are referred. */
    static final UUID HOSPITAL = new UUID(7, 11);

    private static final UUID REFERRAL = new UUID(7, 12);

    private ReferralTable() {}

    static List<HttpRow> rows() {
        return List.of(
                new HttpRow(
                        "POST /api/referrals",
                        "out of a consultation",
                        "",
                        (target, _) -> wish(target, target.consultation()),
                        new HttpRow.AboutObject(NOBODY, EnumSet.of(Who.CASE_DOCTOR, Who.INVITED_DOCTOR), NOBODY)),
                new HttpRow(
                        "POST /api/referrals",
                        "for a patient",
                        "",
                        (target, _) -> wish(target, null),
                        new HttpRow.AboutObject(NOBODY, EnumSet.of(Who.CASE_DOCTOR, Who.INVITED_DOCTOR), NOBODY)),
                ofNobody("GET /api/referrals/{id}", NO_BODY),
                ofNobody("GET /api/referrals/{id}/signed", NO_BODY),
                ofNobody("GET /api/referrals/{id}/signed/file", NO_BODY),
                ofNobody(
                        "POST /api/referrals/{id}/accept",
                        (_, _) -> new Referrals.AcceptReferral(LocalDate.of(2026, 12, 1), "门诊")),
                ofNobody("POST /api/referrals/{id}/decline", (_, _) -> new Referrals.DeclineReferral("床位已满")),
                ofNobody("POST /api/referrals/{id}/notes", (_, _) -> new Referrals.AddReferralNote(fresh(), "已入院")),
                ofNobody("POST /api/referrals/{id}/follow", (_, _) -> new Referrals.FollowReferral(7)),
                new HttpRow(
                        "POST /api/consultations/{id}/home-plan",
                        "",
                        "",
                        (_, _) -> new Referrals.OrderHomePlan(
                                fresh(), new CarePackage("每天量血压", null, null, List.of(), List.of())),
                        new HttpRow.AboutObject(NOBODY, EnumSet.of(Who.CASE_DOCTOR), NOBODY)),
                ofNobody("POST /api/home-plans/{id}/end", (_, _) -> new Referrals.EndHomePlan("血压平稳")),
                ofNobody("GET /api/home-plans/{id}", NO_BODY),
                ofNobody("GET /api/home-plans/{id}/signed", NO_BODY),
                ofNobody("GET /api/home-plans/{id}/signed/file", NO_BODY),
                ofNobody("POST /api/plan-alerts/{id}/acknowledge", NO_BODY),
                only("GET /api/referral-targets", "", NO_BODY, Who.DOCTORS),
                only("GET /api/disease-catalogue/advice", "?name=x&institution=" + HOSPITAL, NO_BODY, Who.DOCTORS),
                only("GET /api/administration/referral-counts", "", NO_BODY, SYSTEM),
                new HttpRow(
                        "GET /api/administration/disease-catalogues/{id}", "", "", NO_BODY, new HttpRow.Only(SYSTEM)),
                new HttpRow(
                        "POST /api/administration/disease-catalogues/{id}",
                        "",
                        "",
                        (_, _) -> new Referrals.EditDiseaseCatalogue(0, List.of()),
                        new HttpRow.FoundBy(SYSTEM)),
                only("POST /api/administration/disease-catalogues/check", "", NO_BODY, SYSTEM));
    }

    /** A referral that was accepted, by which its sender follows the patient. */
    static void follow(JdbcClient jdbc, UUID sender, UUID patient) {
        var body = """
                {"id": "%1$s", "patient": "%3$s", "direction": "up", "state": "accepted", "sender": "%2$s",
                 "senderInstitution": "%4$s", "institution": "%4$s", "department": "cardiology",
                 "disease": {"name": "高血压"}, "urgency": "routine", "summary": "头晕三天",
                 "sentAt": "2026-01-01T00:00:00Z", "notes": [], "followUntil": "2999-01-01T00:00:00Z"}
                """.formatted(REFERRAL, sender, patient, HOSPITAL);
        jdbc.sql("insert into referral (id, patient, direction, state, sender, sender_institution, target_institution,"
                        + " target_department, sent_at, followed_until, body) values (?, ?, 'up', 'accepted', ?, ?, ?,"
                        + " 'cardiology', now(), '2999-01-01T00:00:00Z', ?::jsonb)")
                .params(REFERRAL, patient, sender, HOSPITAL, HOSPITAL, body)
                .update();
    }

    private static HttpRow ofNobody(String endpoint, BiFunction<Target, Who, @Nullable Object> body) {
        return new HttpRow(endpoint, "", "", body, new HttpRow.OwnAlone());
    }

    private static Referrals.SendReferral wish(Target target, @Nullable UUID consultation) {
        return new Referrals.SendReferral(
                fresh(),
                target.patient(),
                consultation,
                null,
                Direction.UP,
                HOSPITAL,
                Department.CARDIOLOGY,
                new Disease("高血压", null),
                Urgency.ROUTINE,
                null,
                "头晕三天",
                null);
    }
}
