package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The seven people and what they do, in the order of the story. */
final class Cast {
    static final SeatCode PATIENT = new SeatCode(1, "演示·王秀英");
    static final SeatCode CHILD = new SeatCode(2, "演示·李明");
    static final SeatCode FIRST = new SeatCode(3, "演示·赵医生");
    static final SeatCode COUNTY = new SeatCode(4, "演示·钱医生");
    static final SeatCode TERTIARY = new SeatCode(5, "演示·孙医生");
    static final SeatCode OTHER_PATIENT = new SeatCode(6, "演示·陈桂兰");
    static final SeatCode OTHER_FIRST = new SeatCode(7, "演示·周医生");
    private static final String SUMMARY = "每天早上吃一片降压药,少吃盐,一周后复查。";

    private final Stack stack;
    private final Television tv;
    private final Television otherTv;
    private final FamilyPhone phone;
    private final DoctorDesk first;
    private final DoctorDesk county;
    private final DoctorDesk tertiary;
    private final DoctorDesk otherFirst;

    Cast(Stack stack, Browsers browsers) {
        this.stack = stack;
        tv = new Television(browsers.terminal("tv-1", PATIENT, 1280, 720));
        otherTv = new Television(browsers.terminal("tv-2", OTHER_PATIENT, 1280, 720));
        phone = new FamilyPhone(browsers.terminal("family-1", CHILD, 390, 844));
        first = new DoctorDesk(browsers.terminal("doctor-1", FIRST, 1366, 768));
        county = new DoctorDesk(browsers.terminal("doctor-2", COUNTY, 1366, 768));
        tertiary = new DoctorDesk(browsers.terminal("doctor-3", TERTIARY, 1366, 768));
        otherFirst = new DoctorDesk(browsers.terminal("doctor-4", OTHER_FIRST, 1366, 768));
    }

    Map<Terminal, SeatCode> firstCall() {
        var seats = new LinkedHashMap<Terminal, SeatCode>();
        seats.put(tv.terminal(), PATIENT);
        seats.put(phone.terminal(), CHILD);
        seats.put(first.terminal(), FIRST);
        seats.put(county.terminal(), COUNTY);
        seats.put(tertiary.terminal(), TERTIARY);
        return seats;
    }

    Map<Terminal, SeatCode> secondCall() {
        return Map.of(otherTv.terminal(), OTHER_PATIENT, otherFirst.terminal(), OTHER_FIRST);
    }

    DoctorDesk first() {
        return first;
    }

    Television tv() {
        return tv;
    }

    FamilyPhone phone() {
        return phone;
    }

    DoctorDesk county() {
        return county;
    }

    DoctorDesk tertiary() {
        return tertiary;
    }

    void everybodyIsAtHome() {
        for (int household = 1; household <= 2; household++) {
            stack.simulator(household).worn("strap", false);
            stack.simulator(household).worn("oximeter", false);
        }
        tv.terminal().open(stack.url("tv-1"));
        otherTv.terminal().open(stack.url("tv-2"));
        phone.signIn(stack.url("family-1"), "family-1", stack.password());
        signIn(first, "doctor-1");
        signIn(county, "doctor-2");
        signIn(tertiary, "doctor-3");
        signIn(otherFirst, "doctor-4");
        tv.goHome();
        otherTv.goHome();
    }

    private void signIn(DoctorDesk desk, String login) {
        desk.signIn(stack.url(login), login, stack.password());
    }

    void measureAtHome() {
        stack.simulator(1).bloodPressure(142, 86, 72);
        tv.awaitScreen("measurement");
        Patience.until(
                "the television shows 142/86", () -> tv.measured("systolic").contains("142"));
        assertThat(tv.measured("diastolic")).contains("86");
        Patience.until("the phone shows 142/86", () -> phone.vital("systolic").contains("142"));
        tv.press("done");
        tv.awaitScreen("home");
    }

    void requestAndRing() {
        tv.press("see");
        tv.awaitScreen("choose");
        tv.ok();
        tv.awaitScreen("waiting");
        otherTv.press("see");
        otherTv.awaitScreen("waiting");
        first.terminal().awaitVisible(".queue-item");
        assertThat(first.terminal().find(".queue-item").first().innerText()).contains("142", "86");
        first.acceptFirstRequest("演示·门诊病历 20261008");
        otherFirst.terminal().awaitVisible(".queue-item");
        otherFirst.acceptFirstRequest("演示·门诊病历 20260911");
        tv.awaitScreen("ring");
        otherTv.awaitScreen("ring");
    }

    void answerAndConsent() {
        tv.ok();
        otherTv.press("answer");
        for (var television : List.of(tv, otherTv)) {
            television.awaitScreen("consent");
            television.press("agree");
            television.awaitScreen("call");
        }
    }

    /** From home to five in one call, with the patient's request made on the television. */
    void fiveAreInTheCall() {
        tv.consultWith(first);
        inviteAndJoin();
    }

    void inviteAndJoin() {
        first.terminal().awaitVisible("[data-action='open-invite']");
        first.invite(COUNTY.label(), TERTIARY.label());
        county.acceptInvitation();
        tertiary.acceptInvitation();
        phone.join();
    }

    void measureInTheCall() {
        stack.simulator(1).bloodPressure(151, 93, 77);
        Patience.until("the doctor sees 151", () -> first.vital("systolic").contains("151"));
        assertThat(first.vital("diastolic")).contains("93");
        Patience.until(
                "the county doctor sees 151", () -> county.vital("systolic").contains("151"));
        Patience.until("the television shows 151", () -> tv.terminal().text().contains("151"));
        assertThat(tv.screen()).isEqualTo("call");
        assertThat(otherFirst.terminal().text()).doesNotContain("151");
    }

    /** The other household hears its doctor's words, confirms them and is at home again. */
    void theSecondTalkEnds() {
        otherFirst.conclude("normal", SUMMARY);
        otherTv.awaitScreen("summary");
        assertThat(otherTv.terminal().text()).contains(SUMMARY);
        otherTv.press("done");
        otherTv.awaitScreen("home");
    }

    void householdsStayApart() {
        var ofTheFirst = List.of(PATIENT, CHILD, FIRST);
        var ofTheSecond = List.of(OTHER_PATIENT, OTHER_FIRST);
        secondCall()
                .keySet()
                .forEach(terminal -> ofTheFirst.forEach(
                        seat -> assertThat(terminal.text()).as(terminal.name()).doesNotContain(seat.label())));
        firstCall()
                .keySet()
                .forEach(terminal -> ofTheSecond.forEach(
                        seat -> assertThat(terminal.text()).as(terminal.name()).doesNotContain(seat.label())));
    }

    void opinionsAndConclusion() {
        county.submitOpinion("建议动态血压监测,暂不加药。");
        tertiary.submitOpinion("同意县级意见,两周后心内科随访。");
        first.submitOpinion("采纳上级意见。");
        first.conclude("normal", SUMMARY);
        tv.awaitScreen("summary");
        assertThat(tv.terminal().text()).contains(SUMMARY);
        Patience.until(
                "the phone shows the summary", () -> phone.terminal().text().contains(SUMMARY));
    }

    /** Who is at home on the television itself, who works with a browser in a notice over the page. */
    void everyScreenSaysThatNothingNewBegins() {
        Patience.until(
                "the television at home says it",
                () -> otherTv.terminal().text().contains("现在不能请医生"));
        for (var terminal : List.of(phone.terminal(), first.terminal(), otherFirst.terminal())) {
            terminal.awaitVisible("[data-notice='no-new-calls']");
            terminal.click("[data-notice='no-new-calls'] [data-action='understood']");
        }
    }

    void theOtherHomeCanNotAskForADoctor() {
        otherTv.press("see");
        Patience.until(
                "the television says why", () -> otherTv.terminal().text().contains("现在不能开始新的看诊"));
        assertThat(otherTv.screen()).isNotEqualTo("waiting");
    }

    void noPageFailed() {
        var all = new LinkedHashMap<>(firstCall());
        all.putAll(secondCall());
        all.keySet()
                .forEach(terminal ->
                        assertThat(terminal.faults()).as(terminal.name()).isEmpty());
    }
}
