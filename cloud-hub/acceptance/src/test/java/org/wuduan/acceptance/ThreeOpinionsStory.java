package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three doctors sign their opinions, one dissents; the inviting doctor decides, and everything can be verified elsewhere. */
@Tag("three-opinions")
class ThreeOpinionsStory {
    private static final String STORY = "three-opinions";
    private static final String COUNTY = "建议动态血压监测,暂不加药。";
    private static final String DISSENT = "不同意:血压控制不佳,建议今天加用一种降压药。";
    private static final String OWN = "继续现在的药,居家监测两周。";
    private static final String DECISION = ".decision";
    private static final String LISTED = "[data-screen='documents'] [data-kind='report']";

    @Test
    void three_doctors_sign_one_dissents_and_what_was_decided_is_verified_without_the_hub() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Telling(stack, browsers).tell());
        }
    }

    private static final class Telling {
        private final Stack stack;
        private final FiveAtOnce five;
        private final Browsers browsers;

        Telling(Stack stack, Browsers browsers) {
            this.stack = stack;
            this.five = new FiveAtOnce(browsers);
            this.browsers = browsers;
        }

        void tell() {
            five.meet(stack);
            var first = ready(five.first, "1-first-key");
            var county = ready(five.county, "1-county-key");
            var tertiary = ready(five.tertiary, "1-tertiary-key");

            threeOpinions(first, county, tertiary);
            decisions(first, county, tertiary);
            verifiedElsewhere(first);
            theReportIsOpenedByBothSides(first, county);
            five.noPageFailed();
        }

        private SigningDoctor ready(DoctorDesk desk, String picture) {
            var doctor = SigningDoctor.ready(desk);
            desk.terminal().pictures(screens(), picture);
            doctor.closeAccount();
            return doctor;
        }

        private void threeOpinions(SigningDoctor first, SigningDoctor county, SigningDoctor tertiary) {
            county.giveOpinion(COUNTY);
            county.seesSigned(COUNTY, Cast.COUNTY.label());
            tertiary.giveOpinion(DISSENT);
            first.seesSigned(COUNTY, Cast.COUNTY.label());
            first.seesSigned(DISSENT, Cast.TERTIARY.label());
            aLockedKeyIsUnlockedOnTheWay(first);
            browsers.screenshots(STORY, "4-three-opinions");
        }

        private void aLockedKeyIsUnlockedOnTheWay(SigningDoctor first) {
            first.lock();
            first.giveOpinion(OWN);
            first.terminal().awaitVisible("[data-action='unlock']");
            first.terminal().pictures(screens(), "2-unlock");
            first.unlock(SigningDoctor.WRONG_PIN);
            first.terminal().awaitVisible("dialog [data-problem='wrong-pin']");
            first.terminal().pictures(screens(), "3-wrong-pin");
            assertThat(first.terminal().find("textarea[name='opinion']").inputValue())
                    .isEqualTo(OWN);
            first.unlock(SigningDoctor.PIN);
            first.seesSigned(OWN, Cast.FIRST.label());
        }

        private void decisions(SigningDoctor first, SigningDoctor county, SigningDoctor tertiary) {
            first.decide(COUNTY, "adopted", "");
            first.decide(DISSENT, "rejected", "家属希望先监测,两周后复诊再定。");
            first.terminal().pictures(screens(), "5-decided");
            five.first.conclude("normal", "照现在的药吃,每天量两次血压,两周后复诊。");
            archivedByAllThree(first, 1);
            seesArchived(county, 1);
            first.decide(DISSENT, "partly", "更正:血压超过160/100就加药。");
            archivedByAllThree(first, 2);
            seesArchived(county, 2);
            first.terminal().pictures(screens(), "6-corrected");
            for (var other : List.of(county, tertiary)) {
                other.opinion(DISSENT)
                        .locator("[data-decision='partly'] [data-signature='2']")
                        .waitFor();
                assertThat(other.opinion(DISSENT).innerText()).contains("部分采纳", "160/100");
            }
        }

        /** Without anybody having opened it. */
        private void archivedByAllThree(SigningDoctor first, int version) {
            first.terminal().awaitVisible("[data-archived='" + version + "']");
            assertThat(stack.database()
                            .column("select institution from consultation_report_archive where version = " + version))
                    .hasSize(3);
        }

        /** Who was asked reads in whose archives the report lies. */
        private static void seesArchived(SigningDoctor asked, int version) {
            var archived = "[data-archived='" + version + "']";
            asked.terminal().awaitVisible(archived);
            assertThat(asked.terminal().find(archived).innerText())
                    .contains("第 " + version + " 版已归档", "演示·清河镇卫生院", "演示·县人民医院", "演示·省立医院");
        }

        private void verifiedElsewhere(SigningDoctor first) {
            var home = Stack.home(STORY);
            assertThat(first.holds(DISSENT, "header")).isTrue();
            first.terminal().pictures(screens(), "7-verdict");
            var opinion = first.download(home, "opinion.json");
            first.closeDialog();
            assertThat(first.holds(DISSENT, DECISION)).isTrue();
            var decision = first.download(home, "decision.json");
            first.closeDialog();

            var said = RunCommand.of("verify-signed", opinion.toString(), decision.toString());
            assertThat(said.status()).as(said.said()).isZero();
            assertThat(said.said())
                    .contains(Cast.TERTIARY.label(), Cast.FIRST.label(), "version 2 holds.", "whole. 2 versions");
        }

        /** What was archived, and the same for the other institution, also out of the record; each opening is in the audit trail. */
        private void theReportIsOpenedByBothSides(SigningDoctor first, SigningDoctor county) {
            var here = report(first, "", "report.pdf");
            assertThat(new String(here, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
            assertThat(report(county, "", "report-county.pdf")).isEqualTo(here);
            county.terminal().click("[data-tab-key='record']");
            county.terminal().awaitVisible(LISTED);
            assertThat(county.terminal().find(LISTED).innerText())
                    .contains("会诊报告", Cast.FIRST.label(), "演示·清河镇卫生院", "已完成");
            county.terminal().find(LISTED).scrollIntoViewIfNeeded();
            browsers.screenshots(STORY, "8-in-the-record");
            assertThat(report(county, LISTED, "report-of-the-record.pdf")).isEqualTo(here);
            assertThat(stack.database()
                            .column("select a.login from audit_entry e join account a on a.id = e.actor"
                                    + " where e.action = 'open-report' order by e.number"))
                    .containsExactly("doctor-1", "doctor-2", "doctor-2");
            assertThat(stack.database().column("select version from consultation_report order by version"))
                    .containsExactly("1", "2");
        }

        /** Saves the report by the key in a part of the page. */
        private static byte[] report(SigningDoctor doctor, String part, String name) {
            var download = doctor.terminal()
                    .page()
                    .waitForDownload(() -> doctor.terminal().click(part + " [data-action='report']"));
            var file = Stack.home(STORY).resolve(name);
            download.saveAs(file);
            try {
                return Files.readAllBytes(file);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private static Path screens() {
            return Stack.ROOT.resolve("target/screens").resolve(STORY);
        }
    }
}
