package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A doctor prescribes in the call, a check warns, a pharmacist approves, the family sees it and has it delivered. */
@Tag("prescription")
class PrescriptionStory {
    private static final String STORY = "prescription";
    private static final SeatCode PHARMACIST = new SeatCode(8, "演示·冯药师");
    private static final String FINDING = "[data-finding='amlodipine-max:amlodipine-5']";
    private static final String WHY = "上级医院已用此量,血压仍高";

    @Test
    void a_prescription_is_warned_of_signed_reviewed_and_delivered() {
        try (var stack = Stack.start(STORY, "--boxes", "2");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Telling(stack, browsers).tell());
        }
    }

    private static final class Telling {
        private final Stack stack;
        private final Cast cast;
        private final Terminal office;

        Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.cast = new Cast(stack, browsers);
            this.office = browsers.terminal("pharmacist-1", PHARMACIST, 1366, 768);
        }

        void tell() {
            cast.everybodyIsAtHome();
            cast.fiveAreInTheCall();
            var doctor = SigningDoctor.ready(cast.first());
            doctor.closeAccount();
            var page = cast.first().terminal();

            typed(page);
            warned(page);
            signed(page);
            reviewed();
            delivered();
            page.awaitVisible(".rx-card[data-state='dispensed']");
            page.pictures(screens(), "6-dispensed");
            cast.noPageFailed();
        }

        private void typed(Terminal page) {
            page.click("[data-tab-key='prescribing']");
            page.type("[name='diagnosis-code']", "I10");
            page.type("[name='diagnosis-title']", "特发性高血压");
            page.click("[data-action='add-diagnosis']");
            page.type("[name='drug']", "aldpp");
            page.awaitVisible("[role='option'][data-drug='amlodipine-5'][aria-selected='true']");
            page.pictures(screens(), "1-search");
            page.find("[name='drug']").press("Enter");
            page.type("[name='dose-0']", "0.5");
            page.awaitVisible("[data-rule='dose_part']");
            page.type("[name='dose-0']", "15");
            page.awaitVisible("[data-label='amount']");
            assertThat(page.find("[data-label='amount']").innerText()).contains("3 片", "15 mg", "21 片");
        }

        private void warned(Terminal page) {
            page.awaitVisible(FINDING);
            assertThat(page.find(FINDING).innerText()).contains("每日最大 10 mg", "2025-03-05");
            assertThat(page.find("[data-reviewed='false']").innerText()).contains("未经药师审核");
            page.pictures(screens(), "2-warning");
            assertThat(page.find("[data-action='sign-prescription']").isDisabled())
                    .isTrue();
            page.type(FINDING + " input", WHY);
            Patience.until(
                    "the answered prescription can be signed",
                    () -> page.find("[data-action='sign-prescription']").isEnabled());
        }

        private void signed(Terminal page) {
            page.click("[data-action='sign-prescription']");
            page.awaitVisible(".rx-card[data-state='awaiting_review']");
            page.pictures(screens(), "3-signed");
        }

        private void reviewed() {
            office.open(stack.url("admin"));
            signIn();
            office.click(".menu a[href='#/reviews']");
            office.awaitVisible(".review[data-state='awaiting_review']");
            assertThat(office.text()).contains(WHY, "未经药师审核");
            office.pictures(screens(), "4-review");
            office.click("[data-action='approve']");
            office.awaitVisible(".review[data-state='approved']");
        }

        private void signIn() {
            office.type("input[name='login']", "pharmacist-1");
            office.type("input[name='password']", stack.password());
            office.click("[data-action='sign-in']");
            office.awaitVisible(".menu");
            office.click(".menu a[href='#/account']");
            office.click("[data-action='second-factor']");
            office.awaitVisible(".factor-key");
            var phone = new PhoneCodes(
                    new Authenticator(office.find(".factor-key").innerText().strip()));
            office.type("[data-part='second-factor'] input[name='code']", phone.nextCode());
            office.click("[data-part='second-factor'] [data-action='give-code']");
            office.awaitVisible("[data-step='recovery-codes']");
            office.click("[data-action='codes-written']");
            office.click("[data-action='look-again']");
            office.click("[data-action='set-up-key']");
            office.type("[data-part='new-key'] [name='pin']", SigningDoctor.PIN);
            office.type("[data-part='new-key'] [name='pin-again']", SigningDoctor.PIN);
            office.type("[data-part='new-key'] [name='code']", phone.nextCode());
            office.click("[data-action='make-key']");
            office.awaitVisible("[data-key='unlocked']");
        }

        private void delivered() {
            var phone = cast.phone();
            // the call fills the phone's screen: the son has heard enough and leaves it
            phone.terminal().click("[data-action='leave']");
            phone.terminal().click("[data-action='leave-confirm']");
            phone.open("today");
            phone.terminal().awaitVisible("[data-screen='medicines'] [data-state='approved']");
            assertThat(phone.terminal().find("[data-screen='medicines']").innerText())
                    .contains("氨氯地平片", "每天 1 次", "08:00", "每次 3 片");
            phone.terminal().pictures(screens(), "5-phone");
            phone.terminal().click("[data-action='order-medicines']");
            phone.terminal().awaitVisible("[data-screen='medicines'] [data-state='dispensed']");
        }

        private static Path screens() {
            return Stack.ROOT.resolve("target/screens").resolve(STORY);
        }
    }

    /** Codes of an authenticator, none of them twice. */
    private static final class PhoneCodes {
        private final Authenticator phone;
        private long given;

        PhoneCodes(Authenticator phone) {
            this.phone = phone;
        }

        /** The hub forgives a phone that is one step early. */
        String nextCode() {
            long step = Math.max(Authenticator.now(), given + 1);
            Patience.until("the phone shows the next code", () -> Authenticator.now() >= step - 1);
            given = step;
            return phone.code(step);
        }
    }
}
