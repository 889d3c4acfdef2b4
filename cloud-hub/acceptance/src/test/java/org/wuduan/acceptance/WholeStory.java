package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The main job, end to end, and what a newcomer is shown: two households in two consultations at once, five terminals in
 * the first, from a key of the remote to the medicine at the door. The second household's talk ends first.
 */
@Tag("whole-story")
class WholeStory {
    private static final String STORY = "whole-story";
    private static final String COUNTY = "建议动态血压监测,可加用小剂量氨氯地平。";
    private static final String TERTIARY = "同意县级意见,两周后心内科随访。";
    private static final String OWN = "按上级意见加用氨氯地平。";
    /** The finding on a dose above the day's most, and the doctor's reason for it all the same. */
    private static final String TOO_MUCH = "[data-finding='amlodipine-max:amlodipine-5']";

    private static final String WHY = "上级医院已用此量,血压仍高";
    private static final String SUMMARY = "血压偏高,加一种降压药。每天早上量血压,两周后再看。";

    @Test
    void a_key_on_the_remote_leads_through_five_terminals_to_signed_opinions_and_the_medicine_at_the_door() {
        try (var stack = Stack.start(STORY, "--boxes", "2", "--set", "hub.ring-timeout=PT10M");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Telling(stack, browsers).tell());
        }
    }

    private static final class Telling {
        private final Stack stack;
        private final Browsers browsers;
        private final Cast cast;
        private final PharmacistDesk office;
        private final SigningDoctor first;
        private final SigningDoctor county;
        private final SigningDoctor tertiary;

        Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.browsers = browsers;
            this.cast = new Cast(stack, browsers);
            this.office = PharmacistDesk.at(browsers);
            cast.everybodyIsAtHome();
            browsers.screenshots(STORY, "1-home");
            this.county = signing(cast.county());
            this.tertiary = signing(cast.tertiary());
            this.first = signing(cast.first());
        }

        void tell() {
            fiveMeet();
            everyoneIsSeenAndHeard();
            valuesComeWhileTheyTalk();
            cast.theSecondTalkEnds();
            opinionsAreSigned();
            aPrescriptionIsSigned();
            thePharmacistApproves();
            thePrescriptionIsPrinted();
            theTalkEnds();
            theMedicineIsBrought();
            everythingIsSignedOnce();
            cast.householdsStayApart();
            cast.noPageFailed();
        }

        private void fiveMeet() {
            cast.measureAtHome();
            browsers.screenshots(STORY, "2-measured");
            cast.requestAndRing();
            browsers.screenshots(STORY, "3-ring");
            cast.answerAndConsent();
            cast.inviteAndJoin();
        }

        private void everyoneIsSeenAndHeard() {
            var first = new InTheCall(cast.firstCall());
            var second = new InTheCall(cast.secondCall());
            first.everyoneSeesEveryone();
            second.everyoneSeesEveryone();
            first.everyPictureMoves();
            first.everyoneHearsEveryone();
            second.everyoneHearsEveryone();
            first.nobodyElseIsThere();
            second.nobodyElseIsThere();
            browsers.screenshots(STORY, "4-call");
        }

        private void valuesComeWhileTheyTalk() {
            cast.measureInTheCall();
            browsers.screenshots(STORY, "5-vitals");
            cast.householdsStayApart();
        }

        private void opinionsAreSigned() {
            county.giveOpinion(COUNTY);
            tertiary.giveOpinion(TERTIARY);
            first.seesSigned(COUNTY, Cast.COUNTY.label());
            first.seesSigned(TERTIARY, Cast.TERTIARY.label());
            first.giveOpinion(OWN);
            first.seesSigned(OWN, Cast.FIRST.label());
            first.decide(COUNTY, "adopted", "");
            first.decide(TERTIARY, "adopted", "");
            browsers.screenshots(STORY, "6-opinions");
        }

        private static SigningDoctor signing(DoctorDesk desk) {
            var doctor = SigningDoctor.ready(desk);
            doctor.closeAccount();
            return doctor;
        }

        private void aPrescriptionIsSigned() {
            var page = cast.first().terminal();
            cast.first().recordsNoAllergies();
            cast.first().beginPrescription("aldpp", "amlodipine-5");
            cast.first().takeDrug();
            page.type("[name='dose-0']", "0.5");
            page.awaitVisible("[data-rule='dose_part']");
            page.type("[name='dose-0']", "15");
            page.awaitVisible(TOO_MUCH);
            assertThat(page.find("[data-label='amount']").innerText()).contains("3 片", "15 mg", "21 片");
            assertThat(page.find(TOO_MUCH).innerText()).contains("每日最大 10 mg", "2025-03-05");
            assertThat(page.find("[data-reviewed='false']").innerText()).contains("未经药师审核");
            assertThat(page.find("[data-action='sign-prescription']").isDisabled())
                    .isTrue();
            browsers.screenshots(STORY, "7-warning");
            page.type(TOO_MUCH + " input", WHY);
            cast.first().signPrescription();
        }

        private void thePharmacistApproves() {
            office.signIn(stack);
            office.openReview();
            assertThat(office.terminal().text()).contains(WHY, "未经药师审核");
            office.approve();
            browsers.screenshots(STORY, "8-approved");
        }

        /** In force, with whom it is for, what and how, who signed and reviewed it, and until when it is good. */
        private void thePrescriptionIsPrinted() {
            var page = cast.first().terminal();
            page.awaitVisible(".rx-card[data-state='approved']");
            var paper = page.print("print-prescription");
            assertThat(paper.locator("[data-in-force='true']").count()).isEqualTo(1);
            assertThat(paper.innerText())
                    .contains("处方笺", "演示·清河镇卫生院", Cast.PATIENT.label(), "高血压", "I10.x00x002")
                    .contains("氨氯地平片", "21 片", "每次 3 片", "每天 1 次", "7 天", WHY)
                    .containsPattern("医师 " + Cast.FIRST.label() + " .*电子签名.*打印时验签有效")
                    .containsPattern("审核药师 " + PharmacistDesk.FACE.label() + " .*电子签名.*打印时验签有效")
                    .containsPattern("有效至 .+");
            browsers.screenshots(STORY, "9-printed");
            page.putPaperAway();
        }

        /** The patient reads and hears what the doctors say and when to take what, and confirms both with OK. */
        private void theTalkEnds() {
            cast.first().conclude("normal", SUMMARY);
            cast.tv().awaitScreen("summary");
            assertThat(cast.tv().terminal().text()).contains("血压偏高", "氨氯地平片", "每天 1 次", "08:00");
            browsers.screenshots(STORY, "10-summary");
            cast.tv().press("done");
            cast.tv().awaitScreen("medicines");
            assertThat(cast.tv().terminal().text()).contains("氨氯地平片", "每次 3 片");
            browsers.screenshots(STORY, "11-medicines");
            cast.tv().press("done");
            cast.tv().awaitScreen("home");
            cast.first().terminal().awaitVisible("[data-understood='patient']");
        }

        private void theMedicineIsBrought() {
            cast.phone().open("today");
            cast.phone().terminal().awaitVisible("[data-screen='medicines'] [data-state='approved']");
            assertThat(cast.phone().terminal().find("[data-screen='medicines']").innerText())
                    .contains("氨氯地平片", "每天 1 次", "08:00", "每次 3 片");
            cast.phone().orderMedicines();
            cast.first().terminal().awaitVisible(".rx-card[data-state='dispensed']");
            browsers.screenshots(STORY, "12-delivered");
        }

        /** Three opinions, two decisions, the prescription, and the pharmacist's review: no more and no less. */
        private void everythingIsSignedOnce() {
            assertThat(stack.database()
                            .column("select d.kind from signed_version v join signed_document d on d.id = v.document"
                                    + " order by d.kind"))
                    .containsExactly(
                            "consultation_decision",
                            "consultation_decision",
                            "opinion",
                            "opinion",
                            "opinion",
                            "pharmacist_review",
                            "prescription");
            browsers.screenshots(STORY, "13-end");
        }
    }
}
