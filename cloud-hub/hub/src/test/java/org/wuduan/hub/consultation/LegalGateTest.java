package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.contract.ChosenBasis;
import org.wuduan.contract.LegalBasisKind;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.Rules.Rule;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.consultation.LegalGate.Birth;
import org.wuduan.hub.consultation.LegalGate.Practice;
import org.wuduan.hub.fixtures.Town;

/** Each rule of the product, refused and met, with its source. */
class LegalGateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Birth GRANDMOTHER = new Birth(1947, null);
    private static final Practice ALLOWED = new Practice(2008, true);
    private static final RemoteInvitation COMPLETE =
            new RemoteInvitation("头晕三天", "明确诊断", "现在", "高血压十年", "心内科", "副主任医师以上");

    private final LegalRules rules = product();

    @Test
    void a_follow_up_with_its_evidence_meets_the_rules_of_the_day() {
        var verdict = acceptance(Town.seenBefore(), GRANDMOTHER, ALLOWED);

        assertThat(verdict.refusals()).isEmpty();
        assertThat(verdict.met())
                .extracting(LegalRules::name)
                .containsExactly("follow-up-evidence@1", "doctor-years@1", "doctor-consent@1");
    }

    @Test
    void a_follow_up_without_evidence_is_refused_with_its_article() {
        var refusal = only(acceptance(followUp(null, null, null), GRANDMOTHER, ALLOWED));

        assertThat(refusal.rule().source()).isEqualTo("互联网诊疗管理办法(试行) 2018 第二条");
        assertThat(refusal.missing()).containsExactly("institution", "on", "diagnosis");
    }

    @Test
    void an_earlier_visit_lies_neither_in_the_future_nor_before_the_birth() {
        var tomorrow = followUp("县医院", TODAY.plusDays(1), "高血压");
        var today = followUp("县医院", TODAY, "高血压");
        var before = followUp("县医院", LocalDate.of(1946, 12, 31), "高血压");
        var born = new Birth(2019, LocalDate.of(2019, 5, 2));

        assertThat(only(acceptance(tomorrow, GRANDMOTHER, ALLOWED)).missing()).containsExactly("on-in-future");
        assertThat(acceptance(today, GRANDMOTHER, ALLOWED).refusals()).isEmpty();
        assertThat(only(acceptance(before, GRANDMOTHER, ALLOWED)).missing()).containsExactly("on-before-birth");
        assertThat(only(acceptance(followUp("县医院", LocalDate.of(2019, 5, 1), "发热"), born, ALLOWED))
                        .missing())
                .containsExactly("on-before-birth");
    }

    @Test
    void a_family_doctors_contract_counts_until_its_last_day() {
        var lastDay = contract(LocalDate.of(2026, 1, 1), TODAY);
        var over = contract(LocalDate.of(2025, 1, 1), TODAY.minusDays(1));
        var unnamed = new ChosenBasis(LegalBasisKind.FAMILY_DOCTOR, null, null, null, null, null, null, null, null);

        assertThat(acceptance(lastDay, GRANDMOTHER, ALLOWED).refusals()).isEmpty();
        assertThat(only(acceptance(over, GRANDMOTHER, ALLOWED)).missing()).containsExactly("contract-ended");
        assertThat(only(acceptance(unnamed, GRANDMOTHER, ALLOWED)).missing())
                .containsExactly("institution", "on", "until");
        assertThat(only(acceptance(contract(TODAY.plusDays(1), TODAY.plusDays(9)), GRANDMOTHER, ALLOWED))
                        .missing())
                .containsExactly("on-in-future");
    }

    @Test
    void in_person_names_who_is_present() {
        var nobody = only(acceptance(inPerson(" ", null, null), GRANDMOTHER, ALLOWED));

        assertThat(nobody.rule().source()).contains("依据待核");
        assertThat(nobody.missing()).containsExactly("present");
        assertThat(acceptance(inPerson("村医 周医生", null, null), GRANDMOTHER, ALLOWED)
                        .refusals())
                .isEmpty();
    }

    @Test
    void a_first_visit_is_not_held_online_alone_and_its_article_is_said_to_be_unconfirmed() {
        var first = new ChosenBasis(LegalBasisKind.FIRST_VISIT, null, null, null, null, null, null, null, null);

        var refusal = only(acceptance(first, GRANDMOTHER, ALLOWED));

        assertThat(refusal.rule().id()).isEqualTo("no-first-visit");
        assertThat(refusal.rule().source()).contains("第十六条", "待核");
        assertThat(refusal.rule().confirmed()).isFalse();
        assertThat(refusal.missing()).containsExactly("earlier-visit");
    }

    @Test
    void a_child_under_six_needs_guardian_and_physician_and_in_doubt_counts_as_younger() {
        var alone = only(acceptance(inPerson("村医", null, null), new Birth(2021, null), ALLOWED));
        var sixToday = new Birth(2020, TODAY.minusYears(6));
        var sixTomorrow = new Birth(2020, TODAY.minusYears(6).plusDays(1));
        var accompanied = inPerson("村医", "母亲", "儿科 李医师");

        assertThat(alone.rule().source()).isEqualTo("互联网诊疗管理办法(试行) 2018 第十九条");
        assertThat(alone.missing()).containsExactly("guardian", "physician");
        assertThat(acceptance(inPerson("村医", null, null), sixToday, ALLOWED).refusals())
                .isEmpty();
        assertThat(only(acceptance(inPerson("村医", "母亲", null), sixTomorrow, ALLOWED))
                        .missing())
                .containsExactly("physician");
        assertThat(acceptance(accompanied, new Birth(2021, null), ALLOWED).refusals())
                .isEmpty();
        assertThat(only(acceptance(inPerson("村医", null, null), new Birth(2020, null), ALLOWED))
                        .rule()
                        .id())
                .isEqualTo("young-child");
    }

    @Test
    void three_whole_years_of_practice_are_asked_and_nobody_is_let_in_too_early() {
        var basis = Town.seenBefore();

        assertThat(only(acceptance(basis, GRANDMOTHER, new Practice(2023, true)))
                        .missing())
                .containsExactly("years-of-practice");
        assertThat(acceptance(basis, GRANDMOTHER, new Practice(2022, true)).refusals())
                .isEmpty();
        var unknown = only(acceptance(basis, GRANDMOTHER, new Practice(null, true)));
        assertThat(unknown.missing()).containsExactly("practising-since");
        assertThat(unknown.rule().source()).isEqualTo("互联网诊疗管理办法(试行) 2018 第二十五条");
    }

    @Test
    void a_doctor_whose_institution_has_not_agreed_accepts_nobody() {
        var refusal = only(acceptance(Town.seenBefore(), GRANDMOTHER, new Practice(2008, false)));

        assertThat(refusal.rule().id()).isEqualTo("doctor-consent");
        assertThat(refusal.missing()).containsExactly("internet-consent");
    }

    @Test
    void an_invitation_is_complete_between_institutions_that_belong_together_with_consent_and_years() {
        assertThat(invitation(COMPLETE, ALLOWED, true, null, true).refusals()).isEmpty();
        assertThat(invitation(COMPLETE, ALLOWED, false, "合作协议 2025-03-01", true).refusals())
                .isEmpty();
    }

    @Test
    void an_invitation_is_refused_for_each_thing_that_is_missing() {
        var empty = new RemoteInvitation(" ", "", "\t", "", " ", "");

        assertThat(only(invitation(empty, ALLOWED, true, null, true)).missing())
                .containsExactly("reason", "purpose", "schedule", "case-summary", "specialty", "title");
        assertThat(only(invitation(COMPLETE, ALLOWED, false, " ", true)).missing())
                .containsExactly("agreement");
        assertThat(only(invitation(COMPLETE, ALLOWED, true, null, false)).missing())
                .containsExactly("consent");
        assertThat(only(invitation(COMPLETE, new Practice(2024, false), true, null, true))
                        .rule()
                        .id())
                .isEqualTo("remote-doctor-years");
    }

    @Test
    void every_rule_has_both_titles_and_a_source() {
        assertThat(rules.inForce(TODAY)).hasSizeGreaterThanOrEqualTo(12).allSatisfy(rule -> {
            assertThat(rule.title().zh()).isNotBlank();
            assertThat(rule.title().en()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
        });
    }

    @Test
    void a_source_says_what_of_it_nobody_has_seen() {
        var online = "互联网诊疗管理办法(试行) 2018 ";
        var remote = "UNKNOWN 远程医疗服务管理规范(试行) 2018（条款依据待核）";

        assertThat(rules.inForce(TODAY))
                .extracting(rule -> String.join(
                        " ",
                        rule.id(),
                        rule.confirmed() ? "seen" : "open",
                        rule.article().name(),
                        rule.source()))
                .containsExactlyInAnyOrder(
                        "no-first-visit open UNCONFIRMED " + online + "第十六条（条号待核）",
                        "follow-up-evidence seen CONFIRMED " + online + "第二条",
                        "family-doctor-contract seen CONFIRMED " + online + "第二条",
                        "local-doctor-present open " + remote,
                        "young-child seen CONFIRMED " + online + "第十九条",
                        "doctor-years seen CONFIRMED " + online + "第二十五条",
                        "doctor-consent seen CONFIRMED " + online + "第二十五条",
                        "remote-invitation seen " + remote,
                        "remote-agreement seen " + remote,
                        "remote-consent seen " + remote,
                        "remote-doctor-years seen " + remote,
                        "remote-archive seen " + remote,
                        "turn-in-person open UNKNOWN 互联网诊疗监管细则(试行) 2022（条款依据待核）");
    }

    @Test
    void what_is_refused_shown_or_cited_quotes_the_source_with_what_is_open() {
        var open = "远程医疗服务管理规范(试行) 2018（条款依据待核）";

        assertThat(only(invitation(COMPLETE, ALLOWED, true, null, false)).rule().source())
                .isEqualTo(open);
        assertThat(rules.source(LegalGate.REMOTE_CONSENT, List.of())).isEqualTo(open);
        assertThat(rules.cited(LegalGate.REMOTE_ARCHIVE)).startsWith(open + "：");
    }

    @Test
    void what_was_met_is_cited_once_by_source_and_what_is_no_longer_known_by_its_name() {
        assertThat(rules.cited(List.of("remote-invitation@1", "remote-doctor-years@1", "pilot@3")))
                .containsExactly("远程医疗服务管理规范(试行) 2018（条款依据待核）：远程医疗邀请要写全；受邀医师要有独立临床工作经验年限", "pilot@3");
    }

    @Test
    void a_site_raises_a_limit_by_a_version_that_counts_from_its_day(@TempDir Path folder) throws IOException {
        var site = new LegalRules(written(folder, """
                [{"id": "doctor-years", "version": 2, "inForceFrom": "2026-11-29",
                  "title": {"zh-CN": "五年", "en": "five"}, "source": "本院规定", "confirmed": true,
                  "enforced": true, "years": 5}]"""));
        var young = new LegalGate.Acceptance(Town.seenBefore(), GRANDMOTHER, new Practice(2021, true));

        var yesterday = TODAY.minusDays(1);
        assertThat(LegalGate.acceptance(site.inForce(yesterday), yesterday, young)
                        .refusals())
                .isEmpty();
        assertThat(only(LegalGate.acceptance(site.inForce(TODAY), TODAY, young)).rule())
                .extracting(Rule::version)
                .isEqualTo(2);
        assertThat(site.source("doctor-years", List.of("doctor-years@1"))).contains("第二十五条");
        assertThat(site.source("doctor-years", List.of("doctor-years@2")))
                .as("quoted as the site wrote it")
                .doesNotContain("待核");
    }

    @Test
    void what_a_site_does_not_say_of_an_article_is_not_taken_for_seen(@TempDir Path folder) throws IOException {
        var own = """
                [{"id": "own", "version": 1, "inForceFrom": "2026-01-01", "title": {"zh-CN": "本院", "en": "own"},
                  "source": "本院规定 第三条", "confirmed": true, %s "enforced": true}]""";

        var silent = new LegalRules(written(folder, own.formatted("")));
        assertThat(articleOf(silent)).isEqualTo("\"unstated\"");
        assertThat(silent.cited(List.of("own@1"))).containsExactly("本院规定 第三条：本院");
        assertThat(articleOf(new LegalRules(written(folder, own.formatted("\"article\": \"confirmed\",")))))
                .isEqualTo("\"confirmed\"");
    }

    /** As the API says it. */
    private static String articleOf(LegalRules rules) {
        return WireJson.mapper()
                .writeValueAsString(rules.inForce(TODAY).stream()
                        .filter(rule -> rule.id().equals("own"))
                        .findFirst()
                        .orElseThrow()
                        .article());
    }

    @Test
    void an_unconfirmed_rule_can_be_switched_off_and_a_confirmed_one_can_not(@TempDir Path folder) throws IOException {
        var off = "[{\"id\": \"%s\", \"version\": 2, \"inForceFrom\": \"2026-01-01\", \"title\": {\"zh-CN\": \"停\","
                + " \"en\": \"off\"}, \"source\": \"试点\", \"confirmed\": false, \"enforced\": false}]";
        var pilot = new LegalRules(written(folder, off.formatted("no-first-visit")));
        var first = new ChosenBasis(LegalBasisKind.FIRST_VISIT, null, null, null, null, null, null, null, null);

        assertThat(LegalGate.acceptance(
                                pilot.inForce(TODAY), TODAY, new LegalGate.Acceptance(first, GRANDMOTHER, ALLOWED))
                        .refusals())
                .isEmpty();
        var confirmed = written(folder, off.formatted("doctor-consent"));
        assertThatThrownBy(() -> new LegalRules(confirmed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(Path folder, String json) throws IOException {
        return Files.writeString(folder.resolve("rules.json"), json).toString();
    }

    private static LegalRules product() {
        try {
            return new LegalRules("");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private LegalGate.Verdict acceptance(ChosenBasis basis, Birth patient, Practice doctor) {
        return LegalGate.acceptance(rules.inForce(TODAY), TODAY, new LegalGate.Acceptance(basis, patient, doctor));
    }

    private LegalGate.Verdict invitation(
            RemoteInvitation fields, Practice doctor, boolean together, @Nullable String agreement, boolean consented) {
        return LegalGate.invitation(
                rules.inForce(TODAY), TODAY, new LegalGate.Asking(fields, doctor, together, agreement, consented));
    }

    private static LegalGate.Refusal only(LegalGate.Verdict verdict) {
        assertThat(verdict.refusals()).hasSize(1);
        return verdict.refusals().getFirst();
    }

    private static ChosenBasis followUp(
            @Nullable String institution, @Nullable LocalDate on, @Nullable String diagnosis) {
        return new ChosenBasis(LegalBasisKind.FOLLOW_UP, institution, on, null, diagnosis, null, null, null, null);
    }

    private static ChosenBasis contract(LocalDate from, LocalDate until) {
        return new ChosenBasis(LegalBasisKind.FAMILY_DOCTOR, "镇卫生院", from, until, null, null, null, null, null);
    }

    private static ChosenBasis inPerson(
            @Nullable String present, @Nullable String guardian, @Nullable String physician) {
        return new ChosenBasis(
                LegalBasisKind.IN_PERSON_LOCAL, null, null, null, null, null, present, guardian, physician);
    }
}
