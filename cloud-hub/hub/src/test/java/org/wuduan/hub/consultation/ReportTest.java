package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.dao.DataAccessException;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.Town;

/** The report of a concluded consultation: what it says, and that it is kept as it was made. */
class ReportTest extends HubTest {
    private Town town;
    private UUID consultation;
    private String path;
    private UUID opinion;

    @BeforeEach
    void aTalkInWhichTheCountyDoctorSignedAnOpinion() {
        town = town();
        consultation = town.talk();
        path = Town.path(consultation);
        var invitation = town.invite(consultation);
        Town.done(town.county, path + "/invitations/" + invitation + "/accept", null);
        SigningHand.readyFor(town.county, clock);
        opinion = UUID.randomUUID();
        Town.done(town.county, path + "/opinions", new Commands.SubmitOpinion(opinion, "建议住院观察"));
        Town.done(town.doctor, path + "/opinions", new Commands.SubmitOpinion(UUID.randomUUID(), "居家观察"));
    }

    private String text(HubClient who) throws IOException {
        var reader = new PdfReader(who.bytes(path + "/report"));
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        // without the foot of each page, which may stand between two lines
        return text.toString().replaceAll("\\s", "").replaceAll("会诊[0-9a-f-]{36}第\\d+页", "");
    }

    private void decide(Adoption adoption, @Nullable String reason) {
        Town.done(
                town.doctor,
                path + "/opinions/" + opinion + "/decision",
                new Commands.Decide(UUID.randomUUID(), adoption, reason, null));
    }

    private int versions() {
        return jdbc.sql("select count(*) from consultation_report where consultation = ?")
                .param(consultation)
                .query(Integer.class)
                .single();
    }

    @Test
    void it_holds_each_opinion_with_its_signature_the_decision_and_how_to_verify() throws Exception {
        decide(Adoption.REJECTED, "家属不同意住院");
        town.conclude(consultation);

        assertThat(text(town.county))
                .contains("远程会诊报告", "建议住院观察", "不采纳", "家属不同意住院", "居家观察", "每天早上吃一片降压药")
                .contains("算法Ed25519", "验签：有效", "未签名", "verify-signed", opinion.toString());
        assertThat(audited(town.countyId, "opening", "open-report")).isEqualTo(1);
    }

    @Test
    void it_names_every_invitation_with_its_answer_and_what_it_rested_on_and_who_archives_it() throws Exception {
        var elsewhere = town();
        town.inviteAndBeDeclined(consultation, elsewhere);
        town.conclude(consultation);

        var text = text(town.doctor);

        assertThat(text)
                .contains("邀请1：" + named(town.countyId) + "·县级", "邀请时间（北京时间）：20")
                .contains("答复：接受当时所在机构：" + placeOf(town.countyId) + "会诊事由：头晕三天会诊目的：明确诊断")
                .contains("邀请2：" + named(elsewhere.countyId))
                .contains("答复：谢绝，理由：今天门诊会诊事由：头晕三天会诊目的：排除中风")
                .contains("病历摘要：高血压十年", "病历摘要：同邀请1", "机构间协议：合作协议2025-03-01")
                .contains("邀请的依据：远程医疗服务管理规范(试行)2018（条款依据待核）：远程医疗邀请要写全；两家机构之间要有协议");
        assertThat(text).contains("（条款依据待核）：会诊意见要签字，并由邀请方和受邀方归档版本：第1版");
        assertThat(text.substring(text.indexOf("已归档（北京时间）")))
                .contains(institution(town.doctorId), institution(town.countyId))
                .doesNotContain(institution(elsewhere.countyId));
    }

    private String named(UUID doctor) {
        return jdbc.sql("select d.name || '·' || d.title || '·' || i.name from doctor d"
                        + " join institution i on i.id = d.institution where d.account = ?")
                .param(doctor)
                .query(String.class)
                .single()
                .replace(" ", "");
    }

    /** With the end of its name: 县医院 1 is not 县医院 12. */
    private String institution(UUID doctor) {
        return placeOf(doctor) + "20";
    }

    private String placeOf(UUID doctor) {
        return jdbc.sql("select i.name from doctor d join institution i on i.id = d.institution where d.account = ?")
                .param(doctor)
                .query(String.class)
                .single()
                .replace(" ", "");
    }

    @Test
    void of_a_doctor_who_follows_it_names_the_referral_and_nothing_that_stands_in_it() throws Exception {
        var referral = UUID.randomUUID();
        body("jsonb_set(body, '{invitations,0,ground,referral}', to_jsonb(?::text))", referral.toString());
        var elsewhere = town();
        town.inviteAndBeDeclined(consultation, elsewhere);
        town.conclude(consultation);

        var text = text(town.doctor);

        assertThat(text)
                .contains("随转1：" + named(town.countyId), "加入方式：按转诊单随转转诊单号：" + referral)
                .contains("当时所在机构：" + placeOf(town.countyId), "邀请的依据：")
                .doesNotContain("明确诊断", "副主任医师以上")
                .as("the same words in an invitation, which everybody may read")
                .contains("邀请2：", "病历摘要：高血压十年")
                .doesNotContain("同邀请1");
    }

    @Test
    void an_invited_side_that_was_not_kept_is_not_guessed_from_where_the_doctor_works_now() throws Exception {
        body("body #- ?::text[]", "{invitations,0,institution}");
        town.conclude(consultation);

        var text = text(town.doctor);

        assertThat(text).contains("答复：接受当时所在机构：不详", "受邀方机构不详，未归档：医生");
        assertThat(text.substring(text.indexOf("已归档（北京时间）")))
                .contains(institution(town.doctorId))
                .doesNotContain(institution(town.countyId));
    }

    @Test
    void who_moves_or_is_named_otherwise_afterwards_makes_no_other_report() {
        town.conclude(consultation);
        var first = town.doctor.bytes(path + "/report");

        jdbc.sql("update doctor set title = '院长', department = 'neurology', institution = ? where account = ?")
                .params(idOf(town().countyId), town.countyId)
                .update();
        jdbc.sql("update patient set birth_year = birth_year - 1 where id = ?")
                .param(town.patient)
                .update();

        assertThat(town.county.bytes(path + "/report")).isEqualTo(first);
        assertThat(versions()).isEqualTo(1);
    }

    private UUID idOf(UUID doctor) {
        return jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
    }

    /** As another way in, or an earlier hub, would have left it. */
    private void body(String changed, String what) {
        jdbc.sql("update consultation set body = " + changed + " where id = ?")
                .params(what, consultation)
                .update();
    }

    @Test
    void what_was_made_once_is_shown_again_until_something_is_added() {
        town.conclude(consultation);
        var first = town.doctor.bytes(path + "/report");

        assertThat(town.county.bytes(path + "/report")).isEqualTo(first);
        assertThat(versions()).isEqualTo(1);

        decide(Adoption.ADOPTED, null);
        assertThat(town.county.bytes(path + "/report")).isNotEqualTo(first);
        assertThat(versions()).isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("delete from consultation_report").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_the_home_says_afterwards_makes_no_other_report() {
        town.conclude(consultation);
        var first = town.doctor.bytes(path + "/report");

        Town.done(town.box, path + "/confirm-understanding", null);

        assertThat(town.doctor.bytes(path + "/report")).isEqualTo(first);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void there_is_none_before_the_conclusion_and_none_for_the_home() {
        assertThat(HubClient.problem(town.doctor.get(path + "/report"))).isEqualTo("wrong-state");
        town.conclude(consultation);

        for (var who : List.of(town.box, town.child)) {
            assertThat(HubClient.problem(who.get(path + "/report"))).isEqualTo("action-not-allowed");
        }
    }

    @Test
    void without_a_font_there_is_no_report() {
        assertThat(new ReportFont("/nowhere/font.ttc,2").find()).isEmpty();
    }
}
