package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A patient is referred up, comes back down with a package, and what is planned at home reaches doctor and child. */
@Tag("refer-up-and-down")
class ReferUpAndDownStory {
    private static final String STORY = "refer-up-and-down";
    private static final String UP = "[data-form='refer-up'] ";
    private static final String DOWN = "[data-form='refer-down'] ";
    private static final String PLAN = "演示·低盐饮食,每周三次快走。";
    private static final String NOTE = "演示·已入院,调整用药。";
    private static final String ORDER = "[data-form='home-order'] ";
    private static final String ORDERED = "演示·每天早上量血压。";
    private static final String SENT_DOWN = "[data-list='sent'] [data-direction='down'][data-state='accepted'] ";
    private static final String FOLLOWED = "[data-screen='followed']";
    private static final String RECEIVED = "[data-list='received'] ";

    @Test
    void a_patient_goes_up_comes_down_with_a_plan_and_a_value_beyond_its_limit_is_acknowledged() {
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
        private final FamilyPhone phone;
        private final OfficeDesk admin;
        private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        private Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.browsers = browsers;
            tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
            doctor = new DoctorDesk(browsers.terminal("doctor-1", Cast.FIRST, 1366, 768));
            county = new DoctorDesk(browsers.terminal("doctor-2", Cast.COUNTY, 1366, 768));
            phone = new FamilyPhone(browsers.terminal("family-1", Cast.CHILD, 412, 915));
            admin = new OfficeDesk(browsers.terminal("system-1", 1366, 768));
        }

        private void tell() {
            tv.terminal().open(stack.url("tv-1"));
            doctor.signIn(stack.url("doctor-1"), "doctor-1", stack.password());
            county.signIn(stack.url("doctor-2"), "doctor-2", stack.password());
            phone.signIn(stack.url("family-1"), "family-1", stack.password());
            admin.signIn(stack.url("admin"), "system-1", stack.password());
            tv.goHome();

            theDoctorRefersUp();
            theDoctorOrdersWhatIsMeasured();
            theCountyDoctorAcceptsAndIsFollowed();
            doctor.conclude("in_person", "请到县医院心内科看。");
            doctor.terminal().click("[data-action='home']");
            theCountyDoctorSendsDown();
            thePlanComesHome();
            theCountyDoctorFollowsIntoTheNextTalk();
            aValueBeyondItsLimitReachesDoctorAndChild();
            theCountsAgree();
            for (var terminal : List.of(doctor.terminal(), county.terminal(), phone.terminal(), admin.terminal())) {
                assertThat(terminal.faults()).as(terminal.name()).isEmpty();
            }
        }

        private void theDoctorRefersUp() {
            tv.consultWith(doctor);
            var page = doctor.terminal();
            page.click("[data-tab-key='referral']");
            choose(UP + "[name='institution']", "演示·县人民医院");
            page.find(UP + "[name='department']").selectOption("cardiology");
            page.type(UP + "[name='disease']", "感冒");
            page.awaitVisible("[data-notice='catalogue-mismatch']");
            browsers.screenshots(STORY, "1-mismatch");
            page.type(UP + "[name='disease']", "演示·高血压 3 级");
            page.type(UP + "[name='code']", "I10.x05");
            page.find("[data-notice='catalogue-mismatch']").waitFor(Terminal.GONE);
            page.find(UP + "[name='urgency']").selectOption("urgent");
            page.find(UP + "[name='green']").check();
            page.type(UP + "[name='greenReason']", "演示·血压 200/120,持续头痛");
            assertThat(page.find(UP + "[name='referralSummary']").inputValue()).contains("岁");
            page.click(UP + "[data-action='send-referral']");
            page.awaitVisible("[data-state='referral-sent']");
        }

        /** In force until the package of the county doctor takes its place. */
        private void theDoctorOrdersWhatIsMeasured() {
            var page = doctor.terminal();
            page.click("[data-action='home-order']");
            page.type(ORDER + "[name='plan']", ORDERED);
            page.click(ORDER + "[data-action='add-measure']");
            page.type(ORDER + "[name='high']", "160");
            page.type(ORDER + "[name='until']", today.plusDays(7).toString());
            page.click(ORDER + "[data-action='send-order']");
            page.awaitVisible("[data-state='ordered']");
            page.awaitVisible("[data-screen='home-plan'] [data-planned='systolic']");
            phone.terminal().awaitVisible("[data-screen='home-plan']");
            assertThat(phone.terminal().text()).contains(ORDERED);
            browsers.screenshots(STORY, "2-ordered");
        }

        private void theCountyDoctorAcceptsAndIsFollowed() {
            var page = county.terminal();
            page.awaitVisible(RECEIVED + "[data-state='sent']");
            page.click(RECEIVED + "[data-action='open-referral']");
            page.type(RECEIVED + "[name='on']", today.plusDays(1).toString());
            page.type(RECEIVED + "[name='place']", "演示·心内科门诊 3 诊室");
            browsers.screenshots(STORY, "3-received");
            page.click("[data-action='accept-referral']");
            page.awaitVisible(RECEIVED + "[data-state='accepted']");

            var sender = doctor.terminal();
            var card = ".panel [data-referral][data-state='accepted'] ";
            sender.awaitVisible(card);
            sender.click(card + "[data-action='open-referral']");
            sender.click(card + "[data-action='follow']");
            sender.awaitVisible("[data-following='true']");
            page.type("[name='note']", NOTE);
            page.click("[data-action='add-note']");
            Patience.until(
                    "the referring doctor reads the note", () -> sender.text().contains(NOTE));
            browsers.screenshots(STORY, "4-followed");
        }

        private void theCountyDoctorSendsDown() {
            var page = county.terminal();
            page.click("[data-action='send-down']");
            page.type(DOWN + "[name='summary']", "演示·住院七天,血压平稳。");
            page.type(DOWN + "[name='plan']", PLAN);
            page.type(DOWN + "[name='medication']", "演示药 每天早上一片");
            page.type(DOWN + "[name='targets']", "演示·家庭血压低于 135/85");
            page.click(DOWN + "[data-action='add-measure']");
            page.type(DOWN + "[name='high']", "150");
            page.type(DOWN + "[name='until']", today.plusDays(30).toString());
            page.click(DOWN + "[data-action='add-follow-up']");
            page.type(DOWN + "[name='followUpOn']", today.plusDays(14).toString());
            page.type(DOWN + "[name='followUpNote']", "演示·复查血压");
            browsers.screenshots(STORY, "5-package");
            page.click(DOWN + "[data-action='send-package']");
            page.awaitVisible("[data-list='sent'] [data-direction='down']");
        }

        private void thePlanComesHome() {
            var page = doctor.terminal();
            var card = RECEIVED + "[data-direction='down'] ";
            page.awaitVisible(card);
            page.click(card + "[data-action='open-referral']");
            page.type(card + "[name='on']", today.plusDays(2).toString());
            page.type(card + "[name='place']", "演示·清河镇卫生院全科");
            page.click(card + "[data-action='accept-referral']");
            Patience.until(
                    "the phone shows the package", () -> phone.terminal().text().contains(PLAN));
            assertThat(phone.terminal().text()).contains("演示·复查血压").doesNotContain(ORDERED);
            browsers.screenshots(STORY, "6-plan");
        }

        /** Who sent the patient down is told of the talk at home, comes in by one key, and leaves. */
        private void theCountyDoctorFollowsIntoTheNextTalk() {
            var page = county.terminal();
            page.click(SENT_DOWN + "[data-action='open-referral']");
            page.click(SENT_DOWN + "[data-action='follow']");
            page.awaitVisible(SENT_DOWN + "[data-following='true']");
            assertThat(page.shows(FOLLOWED)).isFalse();
            tv.press("done");
            tv.goHome();
            tv.consultWith(doctor);
            page.awaitVisible(FOLLOWED);
            assertThat(page.find(FOLLOWED).innerText()).contains(Cast.PATIENT.label(), Cast.FIRST.label());
            browsers.screenshots(STORY, "7-followed-talk");
            page.click("[data-action='join-as-follower']");
            var home = Map.of(tv.terminal(), Cast.PATIENT, doctor.terminal(), Cast.FIRST);
            var all = new HashMap<>(home);
            all.put(page, Cast.COUNTY);
            new InTheCall(all).everyoneSeesEveryone();
            page.find(FOLLOWED).waitFor(Terminal.GONE);
            assertThat(page.find("[data-screen='invitation']").innerText()).contains("随转所据的转诊");
            assertThat(doctor.terminal().find("[data-invitation]").innerText()).contains(Cast.COUNTY.label(), "随转");
            browsers.screenshots(STORY, "8-follower");
            page.click("[data-action='leave']");
            page.click("[data-action='leave-confirm']");
            new InTheCall(home).nobodyElseIsThere();
            doctor.conclude("normal", "血压平稳,照计划量。");
            doctor.terminal().click("[data-action='home']");
        }

        private void aValueBeyondItsLimitReachesDoctorAndChild() {
            stack.simulator(1).bloodPressure(162, 95, 80);
            var alert = "[data-alert='beyond'][data-acknowledged='false']";
            phone.terminal().awaitVisible(alert);
            doctor.terminal().awaitVisible(alert);
            assertThat(doctor.terminal().find(alert).first().innerText()).contains("162", "150", Cast.FIRST.label());
            browsers.screenshots(STORY, "9-beyond");
            phone.terminal().click(alert + " [data-action='acknowledge']");
            phone.terminal().awaitVisible("[data-alert='beyond'][data-acknowledged='true']");
            assertThat(phone.terminal().text()).contains(Cast.CHILD.label());
            var seenByFamily = alert + "[data-family-seen='true']";
            doctor.terminal().awaitVisible(seenByFamily);
            assertThat(doctor.terminal().find(seenByFamily).first().innerText()).contains(Cast.CHILD.label());
            browsers.screenshots(STORY, "10-seen-by-family");
            doctor.terminal().click(seenByFamily + " [data-action='acknowledge']");
            doctor.terminal().find(alert).waitFor(Terminal.GONE);
            browsers.screenshots(STORY, "11-acknowledged");
        }

        private void theCountsAgree() {
            admin.section("referral-counts");
            var page = admin.terminal();
            page.awaitVisible("[data-total='up']");
            assertThat(page.find("[data-total='up']").innerText()).isEqualTo("1");
            assertThat(page.find("[data-total='down']").innerText()).isEqualTo("1");
            assertThat(page.find("[data-agrees='true']").count()).isEqualTo(3);
            browsers.screenshots(STORY, "12-counts");
            admin.section("disease-catalogue");
            choose("[name='leader']", page, "演示·省立医院");
            page.awaitVisible("[data-disease='感冒']");
            browsers.screenshots(STORY, "13-catalogue");
        }

        private void choose(String field, String word) {
            choose(field, doctor.terminal(), word);
        }

        private static void choose(String field, Terminal page, String word) {
            page.find(field + " option")
                    .filter(new Locator.FilterOptions().setHasText(word))
                    .first()
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            page.find(field).selectOption(new SelectOption().setLabel(word));
        }
    }
}
