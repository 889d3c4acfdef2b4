package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each rule of the law refuses a doctor once, with its source on the screen, and is then satisfied. */
@Tag("rule-refusals")
class RuleRefusalsStory {
    private static final String STORY = "rule-refusals";
    private static final String ARTICLE_2 = "互联网诊疗管理办法(试行) 2018 第二条";
    private static final String ARTICLE_16 = "互联网诊疗管理办法(试行) 2018 第十六条（条号待核）";
    private static final String ARTICLE_19 = "互联网诊疗管理办法(试行) 2018 第十九条";
    private static final String ARTICLE_25 = "互联网诊疗管理办法(试行) 2018 第二十五条";
    private static final String REMOTE = "远程医疗服务管理规范(试行) 2018（条款依据待核）";
    private static final String COUNTY = "演示·县人民医院";
    private static final String TOWNSHIP = "演示·清河镇卫生院";
    private static final String CHILD = "演示·小宝";
    /** A region of Beijing, 15 March 2022, a girl; invented. */
    private static final String CHILDS_NUMBER = "110101202203150029";

    private static final String ACCEPT = "dialog [data-action='accept']";

    @Test
    void each_rule_is_refused_once_with_its_source_and_then_satisfied() {
        try (var stack = Stack.start(STORY);
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Telling(stack, browsers).tell());
        }
    }

    /** The people of the story and what they do. */
    private static final class Telling {
        private final Stack stack;
        private final Browsers browsers;
        private final Television tv;
        private final DoctorDesk doctor;
        private final DoctorDesk county;
        private final OfficeDesk admin;
        private final OfficeDesk registrar;
        private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        private Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.browsers = browsers;
            tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
            doctor = new DoctorDesk(browsers.terminal("doctor-1", Cast.FIRST, 1366, 768));
            county = new DoctorDesk(browsers.terminal("doctor-2", Cast.COUNTY, 1366, 768));
            admin = new OfficeDesk(browsers.terminal("system-1", 1366, 768));
            registrar = new OfficeDesk(browsers.terminal("registrar-1", 1366, 768));
        }

        private void tell() {
            tv.terminal().open(stack.url("tv-1"));
            doctor.signIn(stack.url("doctor-1"), "doctor-1", stack.password());
            county.signIn(stack.url("doctor-2"), "doctor-2", stack.password());
            office(admin, "system-1");
            office(registrar, "registrar-1");
            aChildIsRegistered();
            tv.goHome();

            aRequestThatIsRefusedUntilItHasItsEvidence();
            theContractAndTheInvitation();
            theLocalDoctorAndTheYoungChild();
            for (var desk : List.of(doctor, county)) {
                assertThat(desk.terminal().faults()).as(desk.terminal().name()).isEmpty();
            }
        }

        private void office(OfficeDesk desk, String login) {
            desk.signIn(stack.url("admin"), login, stack.password());
        }

        private void aChildIsRegistered() {
            registrar.section("households");
            registrar.terminal().click("[data-household] a");
            registrar.terminal().awaitVisible("[data-action='add-patient']");
            registrar.typePatient(CHILD, CHILDS_NUMBER);
            registrar.submit();
            Patience.until(
                    "the child is in the books",
                    () -> !registrar.terminal().shows("dialog")
                            && registrar.terminal().text().contains(CHILD));
        }

        private void aRequestThatIsRefusedUntilItHasItsEvidence() {
            askFor("演示·王秀英");
            openTheForm();
            row("no-first-visit", ARTICLE_16, () -> choose("first_visit"), () -> choose("follow_up"))
                    .tell(browsers, STORY);
            row("follow-up-evidence", ARTICLE_2, this::tomorrowsVisit, doctor::followUp)
                    .tell(browsers, STORY);
            row(
                            "doctor-years",
                            ARTICLE_25,
                            () -> practises("doctor-1", today.getYear()),
                            () -> practises("doctor-1", 2011))
                    .tell(browsers, STORY);
            row("doctor-consent", ARTICLE_25, () -> agrees("doctor-1", false), () -> agrees("doctor-1", true))
                    .tell(browsers, STORY);
            doctor.terminal().click(ACCEPT);
            tv.awaitScreen("ring");
            tv.ok();
            tv.awaitScreen("consent");
            tv.press("refuse");
            tv.press("refuse-really");
            doctor.terminal().awaitVisible("[data-rule='remote-consent']");
            assertThat(doctor.terminal().find("[data-rule='remote-consent']").innerText())
                    .contains(REMOTE);
            browsers.screenshots(STORY, "remote-consent");
            home();
        }

        private void theContractAndTheInvitation() {
            askFor("演示·王秀英");
            openTheForm();
            doctor.terminal().awaitVisible("dialog [data-action='use-last']");
            row("family-doctor-contract", ARTICLE_2, this::endedContract, this::runningContract)
                    .tell(browsers, STORY);
            doctor.terminal().click(ACCEPT);
            tv.awaitScreen("ring");
            tv.ok();
            tv.awaitScreen("consent");
            tv.press("agree");
            tv.awaitScreen("call");
            doctor.terminal().awaitVisible("[data-action='open-invite']");
            theInvitation();
            county.terminal().awaitVisible("[data-action='accept-invitation']");
            doctor.conclude("in_person", "请到县医院当面检查。");
            tv.awaitScreen("summary");
            home();
        }

        private void theInvitation() {
            doctor.terminal().click("[data-action='open-invite']");
            doctor.terminal()
                    .find("label[data-doctor]")
                    .filter(new Locator.FilterOptions().setHasText(Cast.COUNTY.label()))
                    .locator("input")
                    .check();
            // the patient gave no complaint from which it could be filled in
            write("reason", "头晕三天");
            invitationRow("remote-invitation", () -> write("purpose", " "), () -> write("purpose", "明确诊断"))
                    .tell(browsers, STORY);
            invitationRow(
                            "remote-doctor-years",
                            () -> practises("doctor-2", today.getYear()),
                            () -> practises("doctor-2", 2004))
                    .tell(browsers, STORY);
            invitationRow("remote-agreement", () -> isLedBy("没有"), () -> write("agreement", "演示·合作协议 2025-03-01"))
                    .tell(browsers, STORY);
            doctor.terminal().click("dialog [data-action='invite']");
            isLedBy(COUNTY);
        }

        private void theLocalDoctorAndTheYoungChild() {
            askFor(CHILD);
            openTheForm();
            choose("in_person_local");
            row("local-doctor-present", "依据待核", () -> write("present", ""), () -> write("present", "演示·村医 周医生"))
                    .tell(browsers, STORY);
            row("young-child", ARTICLE_19, () -> write("guardian", "演示·母亲"), () -> write("physician", "演示·儿科 李医师"))
                    .tell(browsers, STORY);
            doctor.terminal().click(ACCEPT);
            tv.awaitScreen("ring");
        }

        /** A rule of the form by which a request is accepted; the press comes after what is done against it. */
        private RuleRow row(String rule, String source, Runnable against, Runnable within) {
            return pressed(rule, source, against, within, ACCEPT);
        }

        private RuleRow invitationRow(String rule, Runnable against, Runnable within) {
            return pressed(rule, REMOTE, against, within, "dialog [data-action='invite']");
        }

        private RuleRow pressed(String rule, String source, Runnable against, Runnable within, String button) {
            return new RuleRow(
                    rule,
                    source,
                    doctor.terminal(),
                    () -> {
                        against.run();
                        doctor.terminal().click(button);
                    },
                    within);
        }

        private void askFor(String patient) {
            var id = stack.database()
                    .column("select id from patient where name = '" + patient + "'")
                    .getFirst();
            tv.askForADoctor();
            tv.choose(id);
            tv.awaitScreen("waiting");
        }

        private void home() {
            Patience.until("the television is at home", () -> {
                for (var key : List.of("done", "home")) {
                    if (tv.terminal().shows("[data-key='%s']".formatted(key))) {
                        tv.press(key);
                    }
                }
                return tv.terminal().shows("[data-screen='home']");
            });
        }

        private void openTheForm() {
            doctor.terminal().click(".queue-item [data-action='accept']");
            doctor.terminal().awaitVisible("dialog [data-rule], dialog input[name='kind']");
        }

        private void choose(String kind) {
            doctor.terminal()
                    .find("dialog input[name='kind'][value='%s']".formatted(kind))
                    .check();
        }

        private void write(String field, String text) {
            doctor.terminal().type("dialog [name='%s']".formatted(field), text);
        }

        private void tomorrowsVisit() {
            doctor.followUp();
            write("on", today.plusDays(1).toString());
        }

        private void endedContract() {
            choose("family_doctor");
            write("institution", TOWNSHIP);
            write("on", today.minusYears(1).toString());
            write("until", today.minusDays(1).toString());
        }

        private void runningContract() {
            write("until", today.plusYears(1).toString());
            write("document", "演示·签约协议 12 号");
        }

        private void practises(String login, int since) {
            editStaff(
                    login, () -> admin.terminal().type("dialog input[name='practisingSince']", String.valueOf(since)));
        }

        private void agrees(String login, boolean agreed) {
            editStaff(
                    login,
                    () -> admin.terminal()
                            .find("dialog input[name='internetPractice']")
                            .setChecked(agreed));
        }

        private void editStaff(String login, Runnable change) {
            admin.section("staff");
            admin.terminal().click("[data-login='%s'] [data-action='edit']".formatted(login));
            // nobody of the demonstration has a licence, and the form asks for one
            admin.terminal().type("dialog input[name='post.licence']", "DEMO-" + login);
            change.run();
            admin.submit();
            admin.terminal().find("dialog").waitFor(Terminal.GONE);
        }

        private void isLedBy(String leader) {
            admin.section("institutions");
            admin.terminal().click("[data-institution='%s'] [data-action='edit']".formatted(TOWNSHIP));
            admin.terminal().find("dialog select[name='parentId']").selectOption(new SelectOption().setLabel(leader));
            admin.submit();
            admin.terminal().find("dialog").waitFor(Terminal.GONE);
        }
    }
}
