package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a doctor types is never lost: not when the hub is killed, the page is opened anew, the session ends, two doctors
 * write into the same note at once, the call is over, or the patient takes the consent back.
 */
@Tag("never-loses-text")
class NeverLosesTextStory {
    private static final String STORY = "never-loses-text";
    private static final String SUMMARY = "每天早上吃一片降压药，一周后复查。";

    @Test
    void a_note_outlives_the_hub_the_page_the_session_the_colleague_the_call_and_the_consent() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Telling(stack, browsers).tell());
        }
    }

    private static final class Telling {
        private final Stack stack;
        private final Browsers browsers;
        private final Television tv;
        private final DoctorDesk first;
        private final DoctorDesk county;
        private final NoteSheet note;
        private final NoteSheet countyNote;

        Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.browsers = browsers;
            tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
            first = new DoctorDesk(browsers.terminal("doctor-1", Cast.FIRST, 1366, 768));
            county = new DoctorDesk(browsers.terminal("doctor-2", Cast.COUNTY, 1366, 768));
            note = new NoteSheet(first.terminal());
            countyNote = new NoteSheet(county.terminal());
        }

        void tell() {
            twoDoctorsAreInTheCall();
            theAllergyIsOnTopOfBothScreens();
            theNoteBeginsWithWhatIsKnown();
            theHubIsKilledWhileTheDoctorTypes();
            thePageIsOpenedAnewInTheMiddleOfASentence();
            bothWriteIntoTheSameField();
            theSessionEndsWhileTheCountyDoctorTypes();
            theCallEndsBeforeTheNoteIsDone();
            consentIsTakenBackInTheMiddleOfANote();
            for (var terminal : new Terminal[] {tv.terminal(), first.terminal(), county.terminal()}) {
                assertThat(terminal.faults()).as(terminal.name()).isEmpty();
            }
        }

        private void twoDoctorsAreInTheCall() {
            tv.terminal().open(stack.url("tv-1"));
            first.signIn(stack.url("doctor-1"), "doctor-1", stack.password());
            county.signIn(stack.url("doctor-2"), "doctor-2", stack.password());
            tv.goHome();
            stack.simulator(1).bloodPressure(152, 94, 78);
            tv.awaitScreen("measurement");
            tv.press("done");
            tv.consultWith(first);
            first.terminal().awaitVisible("[data-action='open-invite']");
            first.invite(Cast.COUNTY.label());
            county.acceptInvitation();
            county.terminal().awaitVisible("[data-tab-key='record']");
        }

        private void theAllergyIsOnTopOfBothScreens() {
            first.terminal().awaitVisible("[data-allergies='never_asked']");
            note.open();
            countyNote.open();
            note.allergy("青霉素");
            for (var terminal : new Terminal[] {first.terminal(), county.terminal()}) {
                terminal.awaitVisible("[data-allergies='some']");
                assertThat(terminal.find("[data-allergies='some']").first().innerText())
                        .contains("青霉素", "皮疹", "重");
            }
            browsers.screenshots(STORY, "1-allergy");
        }

        private void theNoteBeginsWithWhatIsKnown() {
            note.begin("hypertension");
            assertThat(note.text("findings")).contains("152/94 mmHg", "居家测量");
            first.terminal().awaitVisible("[data-prefilled='findings']");
            note.type("complaint", "头晕三天");
            note.awaitPlace("hub");
            browsers.screenshots(STORY, "2-begun");
        }

        private void theHubIsKilledWhileTheDoctorTypes() {
            long hub = stack.pid("hub");
            stack.kill("hub");
            first.terminal().awaitVisible("[data-state='link-lost']");
            note.type("presentIllness", "三天前起头晕，晨起明显，无呕吐。");
            note.awaitPlace("local");
            browsers.screenshots(STORY, "3-hub-away");

            stack.awaitAnew("hub", hub);

            note.awaitPlace("hub");
            assertThat(note.text("presentIllness")).isEqualTo("三天前起头晕，晨起明显，无呕吐。");
            countyNote.awaitText("presentIllness", "三天前起头晕，晨起明显，无呕吐。");
        }

        private void thePageIsOpenedAnewInTheMiddleOfASentence() {
            note.type("pastHistory", "高血压十年，未规律服");
            first.terminal().reload();
            first.terminal().awaitVisible("[data-tab-key='record']");
            note.open();
            note.awaitText("pastHistory", "高血压十年，未规律服");
            note.awaitPlace("hub");
        }

        /** The county doctor's network is away, so that neither knows of the other. */
        private void bothWriteIntoTheSameField() {
            countyNote.awaitText("pastHistory", "高血压十年，未规律服");
            county.terminal().page().context().setOffline(true);
            countyNote.type("advice", "每天早晚量血压");
            countyNote.awaitPlace("local");
            note.type("advice", "一周后复诊");
            note.awaitPlace("hub");

            county.terminal().page().context().setOffline(false);

            countyNote.clash("advice").waitFor();
            assertThat(countyNote.clash("advice").innerText()).contains("每天早晚量血压", "一周后复诊", "赵医生");
            browsers.screenshots(STORY, "4-both-wrote");
            countyNote.decide("advice", "both");
            countyNote.awaitPlace("hub");
            note.awaitText("advice", "每天早晚量血压\n一周后复诊");
        }

        private void theSessionEndsWhileTheCountyDoctorTypes() {
            var terminal = county.terminal();
            terminal.click("[data-target='own']");
            countyNote.begin("blank");
            countyNote.awaitPlace("hub");
            terminal.page().context().clearCookies();
            countyNote.type("treatment", "建议动态血压监测");
            terminal.awaitVisible("input[name='password']");
            browsers.screenshots(STORY, "5-session-over");

            terminal.type("input[name='login']", "doctor-2");
            terminal.type("input[name='password']", stack.password());
            terminal.click("[data-action='sign-in']");

            terminal.awaitVisible("[data-tab-key='record']");
            countyNote.open();
            if (!terminal.shows("[data-target='own'][aria-pressed='true']")) {
                terminal.click("[data-target='own']");
            }
            countyNote.awaitText("treatment", "建议动态血压监测");
            countyNote.awaitPlace("hub");
        }

        private void theCallEndsBeforeTheNoteIsDone() {
            note.type("treatment", "继续现有治疗，观察血压");
            first.conclude("normal", SUMMARY);
            tv.awaitScreen("summary");

            first.terminal().awaitVisible("[data-consultation][data-state='concluded']");
            note.awaitText("treatment", "继续现有治疗，观察血压");
            note.awaitPlace("hub");
            note.diagnose("gxy");
            note.awaitPlace("hub");
            note.submit();
            assertThat(first.terminal()
                            .find(".note-paper [data-field='treatment']")
                            .first()
                            .innerText())
                    .isEqualTo("继续现有治疗，观察血压");
            assertThat(tv.terminal().text()).doesNotContain("未规律服");
            browsers.screenshots(STORY, "6-submitted");
        }

        /** By a second talk of the same patient: it ends at once, and what was done until then is still written down. */
        private void consentIsTakenBackInTheMiddleOfANote() {
            tv.press("done");
            tv.goHome();
            tv.consultWith(first);
            note.open();
            note.begin("blank");
            note.type("complaint", "又头晕一小时");
            tv.press("hang-up");
            tv.press("withdraw");
            browsers.screenshots(STORY, "7-asks-again");
            tv.press("withdraw-really");

            first.awaitState("cancelled");
            first.terminal().awaitVisible("[data-notice='consent-withdrawn']");
            assertThat(first.terminal().text()).contains("患者撤回了同意", "不能再开处方");
            assertThat(first.terminal().shows("[data-action='open-invite']")).isFalse();
            note.awaitText("complaint", "又头晕一小时");
            note.type("treatment", "嘱平卧，未及完成");
            note.awaitPlace("hub");
            browsers.screenshots(STORY, "8-consent-taken-back");
            note.submit();
            tv.goHome();
        }
    }
}
