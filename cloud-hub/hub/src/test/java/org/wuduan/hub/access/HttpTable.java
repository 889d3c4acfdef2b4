package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpRow.consultation;
import static org.wuduan.hub.access.HttpRow.fresh;
import static org.wuduan.hub.access.Who.AUDIT_ADMINISTRATOR;
import static org.wuduan.hub.access.Who.BOX;
import static org.wuduan.hub.access.Who.CASE_DOCTOR;
import static org.wuduan.hub.access.Who.CHILD_WHO_IS_PROXY;
import static org.wuduan.hub.access.Who.CHILD_WITH_ALL_RIGHTS;
import static org.wuduan.hub.access.Who.INVITED_DOCTOR;
import static org.wuduan.hub.access.Who.OFF_DUTY_DOCTOR;
import static org.wuduan.hub.access.Who.QUEUE_DOCTOR;
import static org.wuduan.hub.access.Who.RUNG_DOCTOR;
import static org.wuduan.hub.access.Who.SECURITY_ADMINISTRATOR;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.AccessMessages.ChangePassword;
import org.wuduan.contract.AccessMessages.GiveCode;
import org.wuduan.contract.Administration;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.Language;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;

/** The expected outcome of every endpoint for every kind of actor. An endpoint that is not here fails the walk. */
final class HttpTable {
    private static final Set<Who> NOBODY = Set.of();
    private static final Set<Who> EVERYBODY = EnumSet.allOf(Who.class);
    static final BiFunction<Target, Who, @Nullable Object> NO_BODY = (_, _) -> null;
    private static final UUID A_SPARE_DOCTOR_WHO_DOES_NOT_EXIST = new UUID(7, 7);

    private HttpTable() {}

    static List<HttpRow> rows() {
        var rows = new ArrayList<HttpRow>();
        rows.addAll(aboutNoObject());
        rows.addAll(ownAccount());
        rows.addAll(watchers());
        rows.addAll(AdministrationTable.rows());
        rows.addAll(OperationsTable.rows());
        rows.addAll(SigningTable.rows());
        rows.addAll(consultations());
        rows.addAll(invitations());
        rows.addAll(WearableTable.rows());
        rows.addAll(PrescribingTable.rows());
        rows.addAll(HouseholdTable.rows());
        rows.addAll(RegistrationTable.rows());
        rows.addAll(RecordTable.rows());
        rows.addAll(ReferralTable.rows());
        // the last: it ends the sessions with which the walk is made
        rows.add(only("DELETE /api/sessions/current", "", NO_BODY, Who.SIGNED_IN));
        return rows;
    }

    private static List<HttpRow> aboutNoObject() {
        return List.of(
                only("GET /", "", NO_BODY, EVERYBODY),
                only("GET /health", "", NO_BODY, EVERYBODY),
                only("POST /api/sessions", "", (_, _) -> new Commands.SignIn("nobody", "a wrong password"), EVERYBODY),
                only("POST /api/box-tokens/challenges", "", (_, _) -> new Commands.AskBoxChallenge(fresh()), EVERYBODY),
                only(
                        "POST /api/box-tokens",
                        "",
                        (_, _) -> new Commands.AskBoxToken(fresh(), fresh(), "c2lnbmF0dXJl"),
                        EVERYBODY),
                only(
                        "POST /api/boxes/enrolments",
                        "",
                        (_, _) -> new Commands.EnrolBox(fresh(), "WRONG-CODE", Readings.SOME_PUBLIC_KEY),
                        EVERYBODY),
                only("POST /api/activations/lookup", "", (_, _) -> new Administration.LookUpActivation("x"), EVERYBODY),
                only("POST /api/activations", "", (_, _) -> new Administration.Activate("x", "y"), EVERYBODY),
                only("POST /api/sessions/code", "", (_, _) -> new GiveCode("000000"), EVERYBODY),
                only("POST /api/sessions/second-factor", "", NO_BODY, EVERYBODY),
                only("POST /api/sessions/second-factor/confirm", "", (_, _) -> new GiveCode("000000"), EVERYBODY),
                only("GET /api/me", "", NO_BODY, Who.SIGNED_IN),
                only("GET /api/consent-text", "?language=en", NO_BODY, Who.SIGNED_IN),
                only("GET /api/duty", "?level=county", NO_BODY, Who.DOCTORS),
                only("POST /api/duty", "", (_, who) -> new Commands.SetDuty(who != OFF_DUTY_DOCTOR), Who.DOCTORS),
                only(
                        "POST /api/readings",
                        "",
                        (_, _) -> new ReadingBatch(List.of(Readings.bloodPressure("C0:00:00:00:09:01", 128))),
                        Who.BOXES));
    }

    private static List<HttpRow> watchers() {
        var security = EnumSet.of(SECURITY_ADMINISTRATOR);
        var audit = EnumSet.of(AUDIT_ADMINISTRATOR);
        return List.of(
                only("GET /api/access/accounts", "?search=x", NO_BODY, security),
                access("unlock"),
                access("end-sessions"),
                access("reset-second-factor"),
                access("activation-link"),
                only("GET /api/audit/entries", "", NO_BODY, audit),
                only("GET /api/audit/verification", "", NO_BODY, audit));
    }

    /** On an account that does not exist: nobody but the security administrator learns that. */
    private static HttpRow access(String step) {
        return new HttpRow(
                "POST /api/access/accounts/{id}/" + step,
                "",
                "",
                NO_BODY,
                new HttpRow.FoundBy(EnumSet.of(SECURITY_ADMINISTRATOR)));
    }

    private static List<HttpRow> ownAccount() {
        return List.of(
                only(
                        "POST /api/me/password",
                        "",
                        (_, _) -> new ChangePassword("a wrong password", "kuai7-ma4-Sheng"),
                        Who.PERSONS),
                only("GET /api/me/sessions", "", NO_BODY, Who.PERSONS),
                new HttpRow("POST /api/me/sessions/{id}/revoke", "", "", NO_BODY, new HttpRow.OwnAlone()),
                only("GET /api/me/second-factor", "", NO_BODY, Who.PERSONS),
                only("POST /api/me/second-factor", "", NO_BODY, Who.PERSONS),
                only("POST /api/me/second-factor/confirm", "", (_, _) -> new GiveCode("000000"), Who.PERSONS),
                only("POST /api/me/second-factor/remove", "", (_, _) -> new GiveCode("000000"), Who.PERSONS),
                only("POST /api/me/second-factor/recovery-codes", "", (_, _) -> new GiveCode("000000"), Who.PERSONS));
    }

    private static List<HttpRow> consultations() {
        var home = EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS);
        var proxies = EnumSet.of(CHILD_WITH_ALL_RIGHTS, CHILD_WHO_IS_PROXY);
        var box = EnumSet.of(BOX);
        var consenters = EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, CHILD_WHO_IS_PROXY);
        var caseDoctor = EnumSet.of(CASE_DOCTOR);
        var opinionGivers = EnumSet.of(CASE_DOCTOR, INVITED_DOCTOR);
        var sitters = EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, INVITED_DOCTOR);
        var stoppers = EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, CASE_DOCTOR);
        return List.of(
                new HttpRow(
                        "POST /api/consultations",
                        "",
                        "",
                        (target, _) -> new Commands.RequestConsultation(fresh(), target.patient(), null),
                        new HttpRow.AboutObject(home, home, NOBODY)),
                consultation("accept", (_, _) -> accept(), EnumSet.of(QUEUE_DOCTOR, CASE_DOCTOR), NOBODY),
                new HttpRow(
                        "GET /api/consultations/{id}/basis-form",
                        "",
                        "",
                        NO_BODY,
                        new HttpRow.AboutObject(EnumSet.of(QUEUE_DOCTOR, CASE_DOCTOR), NOBODY, NOBODY)),
                consultation("ring", NO_BODY, NOBODY, caseDoctor),
                consultation("withdraw-ring", NO_BODY, NOBODY, caseDoctor),
                consultation("answer", NO_BODY, box, box),
                consultation("inconvenient", NO_BODY, box, box),
                consultation("consent", (_, _) -> consent(ConsentGiver.PATIENT), box, box)
                        .variant("as patient"),
                consultation("consent", (_, _) -> consent(ConsentGiver.PROXY), proxies, proxies)
                        .variant("as proxy"),
                consultation("join", NO_BODY, home, sitters),
                consultation("leave", NO_BODY, home, sitters),
                consultation("opinions", (_, _) -> new Commands.SubmitOpinion(fresh(), "建议复查"), NOBODY, opinionGivers),
                consultation(
                        "conclude",
                        (_, _) -> new Commands.Conclude(ConsultationOutcome.NORMAL, "多喝水"),
                        NOBODY,
                        caseDoctor),
                consultation("confirm-understanding", NO_BODY, consenters, consenters),
                consultation("withdraw-consent", NO_BODY, consenters, consenters),
                consultation("cancel", (_, _) -> new Commands.Cancel(Commands.Cancel.Reason.OTHER), home, stoppers));
    }

    private static List<HttpRow> invitations() {
        var caseDoctor = EnumSet.of(CASE_DOCTOR);
        var rung = EnumSet.of(RUNG_DOCTOR);
        var another = EnumSet.of(INVITED_DOCTOR);
        return List.of(
                consultation(
                        "invitations",
                        (_, _) -> new Commands.Invite(fresh(), A_SPARE_DOCTOR_WHO_DOES_NOT_EXIST, fields(), null),
                        NOBODY,
                        caseDoctor),
                consultation(
                        "follow",
                        (_, _) -> new Commands.JoinAsFollower(fresh()),
                        NOBODY,
                        EnumSet.of(Who.FOLLOWING_DOCTOR)),
                answer("accept", NO_BODY, rung, another),
                answer("decline", (_, _) -> new Commands.DeclineInvitation("正在手术"), rung, another),
                answer("withdraw", NO_BODY, caseDoctor, NOBODY));
    }

    private static HttpRow answer(
            String step, BiFunction<Target, Who, @Nullable Object> body, Set<Who> allowed, Set<Who> missing) {
        return new HttpRow(
                "POST /api/consultations/{id}/invitations/{invitationId}/" + step,
                "",
                "",
                body,
                new HttpRow.AboutObject(NOBODY, allowed, missing));
    }

    static HttpRow only(String endpoint, String query, BiFunction<Target, Who, @Nullable Object> body, Set<Who> who) {
        return new HttpRow(endpoint, "", query, body, new HttpRow.Only(who));
    }

    static Commands.Accept accept() {
        return new Commands.Accept(Town.seenBefore());
    }

    static Commands.GiveConsent consent(ConsentGiver giver) {
        return new Commands.GiveConsent("home-consultation-2", Language.ZH_CN, ConsentDecision.AGREED, giver);
    }

    static RemoteInvitation fields() {
        return new RemoteInvitation("头晕三天", "明确诊断", "现在", "高血压十年", "心内科", "副主任医师以上");
    }
}
