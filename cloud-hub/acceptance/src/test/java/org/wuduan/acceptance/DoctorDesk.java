package org.wuduan.acceptance;

import com.microsoft.playwright.Locator;

/** A doctor's workstation. */
record DoctorDesk(Terminal terminal) {

    void signIn(String url, String login, String password) {
        terminal.open(url);
        terminal.type("input[name='login']", login);
        terminal.type("input[name='password']", password);
        terminal.click("[data-action='sign-in']");
        terminal.awaitVisible("[data-screen='workstation']");
    }

    /** Takes the first request of the queue, as a follow-up visit: seen in person a while ago, which this record shows. */
    void acceptFirstRequest(String document) {
        terminal.click(".queue-item [data-action='accept']");
        followUp();
        terminal.type("dialog input[name='document']", document);
        terminal.click("dialog [data-action='accept']");
    }

    /** Fills the open form with the evidence of an earlier visit. */
    void followUp() {
        terminal.find("dialog input[name='kind'][value='follow_up']").check();
        terminal.type("dialog input[name='institution']", "演示·县人民医院");
        terminal.type("dialog input[name='on']", "2026-10-08");
        terminal.type("dialog input[name='diagnosis']", "演示·高血压 2 级");
    }

    void awaitState(String state) {
        terminal.awaitVisible("[data-state='%s'][data-consultation]".formatted(state));
    }

    void invite(String... doctorNames) {
        terminal.click("[data-action='open-invite']");
        for (var name : doctorNames) {
            terminal.find("label[data-doctor]")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .locator("input")
                    .check();
        }
        terminal.find("[data-field='reason'] [name='reason']").fill("头晕三天,血压波动");
        terminal.find("[data-field='purpose'] [name='purpose']").fill("明确诊断,调整用药");
        terminal.click("dialog [data-action='invite']");
    }

    void acceptInvitation() {
        terminal.click("[data-action='accept-invitation']");
    }

    void declineInvitation(String reason) {
        terminal.click("[data-action='decline-invitation']");
        terminal.type("[data-screen='ring'] [name='reason']", reason);
        terminal.click("[data-action='send-decline']");
    }

    void submitOpinion(String text) {
        terminal.type("textarea[name='opinion']", text);
        terminal.click("[data-action='submit-opinion']");
        terminal.find("[data-opinion]")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .waitFor();
    }

    /** The patient was asked and knows of none; nothing is prescribed without a reason before. */
    void recordsNoAllergies() {
        terminal.click("[data-tab-key='record']");
        terminal.click("[data-screen='record'] [data-action='no-known-allergies']");
        terminal.awaitVisible("[data-allergies='none_known']");
    }

    /** Opens the prescription, with a diagnosis and the drug that these letters find. */
    void beginPrescription(String letters, String drug) {
        terminal.click("[data-tab-key='prescribing']");
        terminal.type(".rx-form [name='diagnosis']", "gxy");
        terminal.awaitVisible(".rx-form [role='option'][data-code='I10.x00x002'][aria-selected='true']");
        terminal.find(".rx-form [name='diagnosis']").press("Enter");
        terminal.awaitVisible(".rx-form .diagnosis-list [data-code='I10.x00x002']");
        terminal.type("[name='drug']", letters);
        terminal.awaitVisible("[role='option'][data-drug='%s'][aria-selected='true']".formatted(drug));
    }

    void takeDrug() {
        terminal.find("[name='drug']").press("Enter");
    }

    /** Signs as soon as nothing is missing any more. */
    void signPrescription() {
        Patience.until(
                "the prescription can be signed",
                () -> terminal.find("[data-action='sign-prescription']").isEnabled());
        terminal.click("[data-action='sign-prescription']");
        terminal.awaitVisible(".rx-card[data-state='awaiting_review']");
    }

    void conclude(String outcome, String summary) {
        terminal.find("button[data-action='conclude']").first().click();
        terminal.find("dialog input[name='outcome'][value='%s']".formatted(outcome))
                .check();
        terminal.type("textarea[name='summary']", summary);
        terminal.click("[data-action='conclude-next']");
        terminal.click("[data-action='conclude-confirm']");
    }

    /** A number of the live strip. */
    String vital(String name) {
        return terminal.find(".strip [data-vital='%s']".formatted(name))
                .first()
                .innerText()
                .strip();
    }
}
