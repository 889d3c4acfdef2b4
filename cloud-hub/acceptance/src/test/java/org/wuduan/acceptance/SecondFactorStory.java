package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A doctor gets a second factor, uses it, loses it; the security administrator gives the way back. */
@Tag("second-factor")
class SecondFactorStory {
    private static final String STORY = "second-factor";
    private static final String DOCTOR = "doctor-1";
    private static final String SECURITY = "security-1";
    private static final String WORK = "[data-screen='workstation']";
    private static final String WRONG = "口令不对";
    private static final String LOCKED = "错了太多次";
    /** As many as lock a login: GB/T 22239-2019, level 3, says that there is such a number. */
    private static final int FAILURES = 5;

    @Test
    void a_password_alone_lets_nobody_in_and_a_lost_phone_is_no_end() {
        try (var stack = Stack.start(STORY, "--boxes", "1", "--set", "hub.second-factor=required");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Telling(stack, browsers).tell());
        }
    }

    private static final class Telling {
        private final Stack stack;
        private final SecondStep doctor;
        private final SecondStep security;

        Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.doctor = new SecondStep(browsers.terminal(DOCTOR, 1366, 768));
            this.security = new SecondStep(browsers.terminal(SECURITY, 1366, 768));
        }

        void tell() {
            doctor.terminal().open(stack.url(DOCTOR));
            doctor.password(DOCTOR, stack.password());
            var phone = doctor.typeKey(DOCTOR);
            long first = theFirstSignInSetsItUp(phone);
            var lost = theCodesAreWrittenDown();
            long last = theNextOneAsksForACode(phone, first);
            noCodeIsTakenTwice(phone, last);
            aRecoveryCodeLetsIn(lost.getFirst());
            var codes = newOnesAreMade(lost.get(1));
            aUsedOneLetsNobodyIn(lost.getFirst());
            fiveWrongOnesLock(phone, codes);
            theSecurityAdministratorGivesTheWayBack();
            theOldPhoneIsWorthless(phone, codes.getLast());
            assertThat(doctor.terminal().faults()).isEmpty();
            assertThat(security.terminal().faults()).isEmpty();
        }

        private long theFirstSignInSetsItUp(Authenticator phone) {
            doctor.pictures(STORY, "1-enrolment");
            halfASignInReadsNothing();
            doctor.refused(phone.wrongCode(), WRONG);
            doctor.pictures(STORY, "2-enrolment-wrong-code");
            return doctor.confirmLate(phone);
        }

        private List<String> theCodesAreWrittenDown() {
            var codes = doctor.recoveryCodes();
            doctor.pictures(STORY, "3-recovery-codes");
            doctor.written();
            doctor.terminal().awaitVisible(WORK);
            var whole = visitor("wuduan_session", "wuduan_session");
            assertThat(whole.status("/api/me")).as("signed in").isEqualTo(200);
            assertThat(whole.live()).as("signed in").isEqualTo(101);
            return codes;
        }

        /** The phone's clock may also be one step early. */
        private long theNextOneAsksForACode(Authenticator phone, long first) {
            passwordAgain();
            doctor.pictures(STORY, "4-code");
            halfASignInReadsNothing();
            doctor.refused(phone.wrongCode(), WRONG);
            doctor.refused(phone.code(first), WRONG);
            doctor.pictures(STORY, "5-wrong-code");
            long early = Authenticator.now() + 1;
            doctor.give(phone.code(early));
            doctor.terminal().awaitVisible(WORK);
            return early;
        }

        /** The code of the last step is still good for whoever has not used it: 30 to 90 s from its making. */
        private void noCodeIsTakenTwice(Authenticator phone, long last) {
            passwordAgain();
            doctor.refused(phone.code(last), WRONG);
            doctor.refused(phone.code(last - 1), WRONG);
        }

        private void aRecoveryCodeLetsIn(String code) {
            doctor.useRecoveryCode();
            doctor.pictures(STORY, "6-recovery-code");
            doctor.give(code);
            doctor.terminal().awaitVisible(WORK);
        }

        private List<String> newOnesAreMade(String code) {
            doctor.terminal().click("[data-action='account']");
            doctor.terminal().click("[data-action='renew-codes']");
            doctor.pictures(STORY, "6-new-recovery-codes");
            doctor.give(code);
            var codes = doctor.recoveryCodes();
            doctor.pictures(STORY, "6-new-recovery-codes-shown");
            doctor.written();
            Patience.untilItPasses(() -> assertThat(doctor.terminal()
                            .find("[data-part='second-factor']")
                            .innerText())
                    .contains("还有 10 个恢复码"));
            doctor.terminal().page().keyboard().press("Escape");
            return codes;
        }

        private void aUsedOneLetsNobodyIn(String code) {
            passwordAgain();
            doctor.useRecoveryCode();
            doctor.refused(code, "恢复码不对");
            doctor.pictures(STORY, "7-used-recovery-code");
        }

        /** The first of the five was the used recovery code. What would have been right opens nothing any more. */
        private void fiveWrongOnesLock(Authenticator phone, List<String> codes) {
            doctor.useRecoveryCode();
            for (int failure = 2; failure < FAILURES; failure++) {
                doctor.refused(phone.wrongCode(), WRONG);
            }
            doctor.refused(phone.wrongCode(), LOCKED);
            doctor.pictures(STORY, "8-locked");
            doctor.useRecoveryCode();
            doctor.refused(codes.get(1), LOCKED);
            doctor.terminal().click("[data-action='back']");
            doctor.password(DOCTOR, stack.password());
            doctor.terminal().awaitVisible("[data-problem='locked-out']");
            doctor.terminal().awaitVisible("[data-state='locked-out']");
            doctor.pictures(STORY, "9-locked-password");
            assertThat(doctor.terminal().text()).contains(LOCKED);
        }

        private void theSecurityAdministratorGivesTheWayBack() {
            var desk = security.terminal();
            desk.open(URI.create(stack.url("admin")).resolve("#/access").toString());
            security.setUp(SECURITY, stack.password());
            desk.type("input[name='search']", DOCTOR);
            desk.click("[data-action='search']");
            var account = "[data-account='%s']".formatted(DOCTOR);
            desk.awaitVisible(account + " [data-state='locked']");
            security.pictures(STORY, "10-security-desk");
            desk.click(account + " [data-action='unlock']");
            desk.find(account + " [data-action='unlock']").waitFor(Terminal.GONE);
            desk.click(account + " [data-action='reset']");
            security.pictures(STORY, "11-security-reset");
            desk.click("[data-action='reset-really']");
            desk.find(account + " [data-action='reset']").waitFor(Terminal.GONE);
            assertThat(stack.database()
                            .column("select a.login from audit_entry e join account a on a.id = e.actor"
                                    + " where e.action in ('unlock-account', 'reset-second-factor')"))
                    .containsExactly(SECURITY, SECURITY);
        }

        private void theOldPhoneIsWorthless(Authenticator old, String oldRecoveryCode) {
            doctor.password(DOCTOR, stack.password());
            var fresh = doctor.typeKey(DOCTOR);
            assertThat(fresh).isNotEqualTo(old);
            doctor.refused(fresh.wrongCode(), WRONG);
            doctor.refused(oldRecoveryCode, WRONG);
            doctor.confirmLate(fresh);
            assertThat(doctor.recoveryCodes()).doesNotContain(oldRecoveryCode);
            doctor.written();
            doctor.terminal().awaitVisible(WORK);
        }

        private void passwordAgain() {
            doctor.terminal().click("[data-action='sign-out']");
            doctor.terminal().awaitVisible("[data-screen='sign-in']");
            doctor.password(DOCTOR, stack.password());
            doctor.await("code");
        }

        /** Neither the page itself nor a program that sends the half session's secret under either name. */
        private void halfASignInReadsNothing() {
            assertThat(doctor.terminal().page().evaluate("() => fetch('/api/me').then(answer => answer.status)"))
                    .isEqualTo(401);
            assertThat(doctor.terminal()
                            .page()
                            .evaluate("() => new Promise(told => { const live = new WebSocket('/live');"
                                    + " live.onopen = () => told('open'); live.onerror = () => told('refused'); })"))
                    .isEqualTo("refused");
            for (var name : List.of("wuduan_half", "wuduan_session")) {
                var half = visitor("wuduan_half", name);
                for (var path : List.of("/api/me", "/api/me/sessions", "/api/me/second-factor", "/api/duty")) {
                    assertThat(half.status(path)).as(path + " with " + name).isEqualTo(401);
                }
                assertThat(half.live()).as("/live with " + name).isEqualTo(401);
            }
        }

        private Visitor visitor(String from, String as) {
            var secret = doctor.terminal().page().context().cookies().stream()
                    .filter(cookie -> cookie.name.equals(from))
                    .map((Cookie cookie) -> cookie.value)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no cookie is called " + from));
            return new Visitor(stack.hub(), as + "=" + secret);
        }
    }
}
