package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A doctor prescribes in the call, a check warns, a pharmacist approves, the family sees it and has it delivered. */
@Tag("prescription")
class PrescriptionStory {
    private static final String STORY = "prescription";
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
        private final PharmacistDesk office;

        Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.cast = new Cast(stack, browsers);
            this.office = PharmacistDesk.at(browsers);
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
            cast.first().beginPrescription("aldpp", "amlodipine-5");
            page.pictures(screens(), "1-search");
            cast.first().takeDrug();
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
        }

        private void signed(Terminal page) {
            cast.first().signPrescription();
            page.pictures(screens(), "3-signed");
        }

        private void reviewed() {
            office.signIn(stack);
            office.openReview();
            assertThat(office.terminal().text()).contains(WHY, "未经药师审核");
            office.terminal().pictures(screens(), "4-review");
            office.approve();
        }

        private void delivered() {
            var phone = cast.phone();
            // the call fills the phone's screen: the son has heard enough and leaves it
            phone.leave();
            phone.open("today");
            phone.terminal().awaitVisible("[data-screen='medicines'] [data-state='approved']");
            assertThat(phone.terminal().find("[data-screen='medicines']").innerText())
                    .contains("氨氯地平片", "每天 1 次", "08:00", "每次 3 片");
            phone.terminal().pictures(screens(), "5-phone");
            phone.orderMedicines();
        }

        private static Path screens() {
            return Stack.ROOT.resolve("target/screens").resolve(STORY);
        }
    }
}
