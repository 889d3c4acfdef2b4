package org.wuduan.acceptance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From an empty folder to the first consultation: nothing is there but what people of the story make on its pages. */
@Tag("first-customer")
class FirstCustomerStory {
    private static final String STORY = "first-customer";
    private static final SeatCode PATIENT = new SeatCode(1, "演示·周桂芬");
    private static final SeatCode CHILD = new SeatCode(2, "演示·李芳");
    private static final SeatCode DOCTOR = new SeatCode(3, "演示·何医生");
    private static final SeatCode COUNTY_DOCTOR = new SeatCode(4, "演示·沈医生");
    private static final String COUNTY = "演示·临江县医院";
    private static final String TOWNSHIP = "演示·双河镇卫生院";
    private static final String ADMIN = "admin";
    /** The example of GB 11643-1999, and the same with another check digit. */
    private static final String ID_NUMBER = "11010519491231002X";

    private static final String WRONG_ID_NUMBER = "110105194912310021";
    private static final String PASSWORD = "lantern orchard pepper nineteen";
    private static final String CHILD_PASSWORD = "mattress violin teaspoon harbour";
    private static final String OFFICE = "[data-label='me']";
    private static final String WORKSTATION = "[data-screen='workstation']";
    private static final String NOBODY = "[data-notice='nobody-on-duty']";

    @Test
    void an_empty_system_becomes_a_consultation_with_live_pictures_and_sound() {
        try (var stack = Stack.start(STORY, "--no-demo", "--boxes", "1", "--set", "hub.second-factor=required");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Day(stack, browsers).live());
        }
    }

    /** The first day of a customer. */
    private static final class Day {
        private final Stack stack;
        private final Browsers browsers;
        private final OfficeDesk admin;
        private final OfficeDesk security;
        private final OfficeDesk audit;
        private final OfficeDesk registrar;
        private final DoctorDesk doctor;
        private final DoctorDesk countyDoctor;
        private final Television tv;
        private final FamilyPhone phone;

        Day(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.browsers = browsers;
            admin = office("admin");
            security = office("security");
            audit = office("audit");
            registrar = office("registrar");
            doctor = new DoctorDesk(browsers.terminal("doctor", DOCTOR, 1366, 768));
            countyDoctor = new DoctorDesk(browsers.terminal("county-doctor", COUNTY_DOCTOR, 1366, 768));
            tv = new Television(browsers.terminal("tv-1", PATIENT, 1280, 720));
            phone = new FamilyPhone(browsers.terminal("family", CHILD, 390, 844));
        }

        private OfficeDesk office(String name) {
            return new OfficeDesk(browsers.terminal(name, 1366, 768));
        }

        void live() {
            theFirstAdministratorComesInByThePrintedLink();
            institutions();
            staff();
            admin.planEveryDay(TOWNSHIP, "general", "08:00", "20:00");
            browsers.screenshots(STORY, "2-staff");
            householdAndPatient();
            theTelevisionJoinsTheHousehold();
            browsers.screenshots(STORY, "3-television");
            theDaughterBindsToHerMother();
            browsers.screenshots(STORY, "4-family");
            nobodyIsThereAndThatIsSaid();
            firstConsultation();
            everybodySeesAndHearsEverybody();
            browsers.screenshots(STORY, "6-call");
            theAdministratorsSeeTheirOwnAndNoMore();
            browsers.screenshots(STORY, "7-administrators");
            doctor.conclude("normal", "每天量一次血压，少吃盐。");
            tv.awaitScreen("summary");
            noPageFailed();
        }

        private void theFirstAdministratorComesInByThePrintedLink() {
            var link = stack.printed(host() + "/admin/activate#");
            admin.begin(link, ADMIN, PASSWORD, OFFICE);
            security.terminal().open(link);
            security.terminal().awaitVisible("[data-screen='activation-over']");
            browsers.screenshots(STORY, "1-administrator");
        }

        private void institutions() {
            admin.makeInstitution(COUNTY, "county", "", "cardiology");
            admin.makeInstitution(TOWNSHIP, "first_contact", COUNTY);
        }

        private void staff() {
            var his = admin.makeStaff(
                    "医生",
                    "he.doctor",
                    DOCTOR.label(),
                    List.of(
                            entry("institutionId", TOWNSHIP),
                            entry("post.title", "主治医师"),
                            entry("post.licence", "110330000012345"),
                            entry("practisingSince", "2008"),
                            entry("internetPractice", "yes")));
            var hers = admin.makeStaff(
                    "医生",
                    "shen.doctor",
                    COUNTY_DOCTOR.label(),
                    List.of(
                            entry("institutionId", COUNTY),
                            entry("post.title", "副主任医师"),
                            entry("post.department", "心内科"),
                            entry("post.licence", "110330000067890"),
                            entry("practisingSince", "1999"),
                            entry("internetPractice", "yes")));
            var clerks = admin.makeStaff("登记员", "wu.registrar", "演示·吴登记员", List.of(entry("institutionId", TOWNSHIP)));
            var guards = admin.makeStaff("管理员", "guard", "演示·安管理员", List.of(entry("role", "安全管理员")));
            var auditors = admin.makeStaff("管理员", "auditor", "演示·审管理员", List.of(entry("role", "审计管理员")));
            new OfficeDesk(doctor.terminal()).begin(his, "he.doctor", PASSWORD, WORKSTATION);
            new OfficeDesk(countyDoctor.terminal()).begin(hers, "shen.doctor", PASSWORD, WORKSTATION);
            registrar.begin(clerks, "wu.registrar", PASSWORD, OFFICE);
            security.begin(guards, "guard", PASSWORD, OFFICE);
            audit.begin(auditors, "auditor", PASSWORD, OFFICE);
        }

        private void householdAndPatient() {
            var page = registrar.terminal();
            registrar.makeHousehold("演示·周家", "双河镇柳树村 12 号");
            registrar.typePatient(PATIENT.label(), WRONG_ID_NUMBER);
            page.awaitVisible("dialog [data-field='idNumber'] .fault");
            registrar.typePatient(PATIENT.label(), ID_NUMBER);
            registrar.submit();
            Patience.until(
                    "the patient is in the books",
                    () -> !page.shows("dialog") && page.text().contains(PATIENT.label()));
            assertThat(page.text()).doesNotContain(ID_NUMBER).contains("1949-12-31");
        }

        private void theTelevisionJoinsTheHousehold() {
            stack.simulator(1).worn("strap", false);
            stack.simulator(1).worn("oximeter", false);
            tv.terminal().open(stack.url("tv-1"));
            tv.awaitScreen("enrol");
            tv.terminal().awaitVisible("[data-code]");
            registrar.confirmBox(tv.terminal().find("[data-code]").innerText(), "堂屋");
            tv.awaitScreen("home");
            tv.terminal().awaitVisible("[data-link='up']");
            registrar.terminal().awaitVisible("[data-box][data-online='true']");
            registrar.terminal().awaitVisible("[data-part='wearables'] .empty");
        }

        private void theDaughterBindsToHerMother() {
            tv.inviteAChild();
            phone.register(stack.url("family"), tv.qr(), "li.fang", CHILD_PASSWORD);
            Patience.until(
                    "the television names the daughter",
                    () -> tv.terminal().text().contains(CHILD.label()));
            tv.press("home");
        }

        /** The roster is a plan: as long as no doctor has said so, nobody is there. */
        private void nobodyIsThereAndThatIsSaid() {
            tv.terminal().awaitVisible(NOBODY);
            tv.press("see");
            tv.awaitScreen("waiting");
            tv.terminal().awaitVisible(NOBODY);
            assertThat(tv.terminal().find(NOBODY).innerText()).contains("没有医生值班", "按排班", "120");
            browsers.screenshots(STORY, "5-nobody");
            tv.press("cancel");
            tv.press("cancel-really");
            tv.awaitScreen("home");
        }

        private void firstConsultation() {
            for (var desk : List.of(doctor, countyDoctor)) {
                desk.terminal().click("[data-action='duty'][data-state='off']");
                desk.terminal().awaitVisible("[data-action='duty'][data-state='on']");
            }
            tv.terminal().find(NOBODY).waitFor(Terminal.GONE);
            tv.press("see");
            tv.awaitScreen("waiting");
            tv.terminal().find(NOBODY).waitFor(Terminal.GONE);
            doctor.terminal().awaitVisible(".queue-item");
            doctor.acceptFirstRequest("演示·门诊病历 2026");
            tv.awaitScreen("ring");
            tv.ok();
            tv.awaitScreen("consent");
            tv.press("agree");
            tv.awaitScreen("call");
            phone.join();
            doctor.terminal().awaitVisible("[data-action='open-invite']");
            doctor.invite(COUNTY_DOCTOR.label());
            countyDoctor.acceptInvitation();
        }

        private void everybodySeesAndHearsEverybody() {
            var seats = new LinkedHashMap<Terminal, SeatCode>();
            seats.put(tv.terminal(), PATIENT);
            seats.put(phone.terminal(), CHILD);
            seats.put(doctor.terminal(), DOCTOR);
            seats.put(countyDoctor.terminal(), COUNTY_DOCTOR);
            var call = new InTheCall(seats);
            call.everyoneSeesEveryone();
            call.everyPictureMoves();
            call.everyoneHearsEveryone();
            call.nobodyElseIsThere();
        }

        private void theAdministratorsSeeTheirOwnAndNoMore() {
            assertThat(admin.sections())
                    .contains("institutions", "staff")
                    .doesNotContain("households", "access", "audit");
            assertThat(security.sections()).contains("access").doesNotContain("households", "staff", "audit");
            assertThat(audit.sections()).contains("audit").doesNotContain("households", "staff", "access");
            security.section("access");
            security.terminal().awaitVisible("[data-account='he.doctor']");
            audit.section("audit");
            audit.terminal().click("[data-action='verify']");
            audit.terminal().awaitVisible("[data-verdict='whole']");
        }

        private void noPageFailed() {
            for (var desk : List.of(admin, security, audit, registrar)) {
                assertThat(desk.terminal().faults()).as(desk.terminal().name()).isEmpty();
            }
            for (var terminal : List.of(doctor.terminal(), countyDoctor.terminal(), tv.terminal(), phone.terminal())) {
                assertThat(terminal.faults()).as(terminal.name()).isEmpty();
            }
        }

        private String host() {
            var admin = URI.create(stack.url("admin"));
            return admin.getScheme() + "://" + admin.getAuthority();
        }
    }
}
