package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;

/** A doctor at the workstation with a phone for codes and a signing PIN in the head. */
final class SigningDoctor {
    static final String PIN = PhoneCodes.PIN;
    static final String WRONG_PIN = "270419";

    private final DoctorDesk desk;
    private final PhoneCodes phone;

    private SigningDoctor(DoctorDesk desk, PhoneCodes phone) {
        this.desk = desk;
        this.phone = phone;
    }

    Terminal terminal() {
        return desk.terminal();
    }

    /** Sets a second factor and a signing key up, where a doctor finds both. */
    static SigningDoctor ready(DoctorDesk desk) {
        desk.terminal().click("[data-action='account']");
        return new SigningDoctor(desk, PhoneCodes.makeSigningKey(desk.terminal()));
    }

    void closeAccount() {
        terminal().page().keyboard().press("Escape");
        terminal().find("[data-part='signing-key']").waitFor(Terminal.GONE);
    }

    void lock() {
        terminal().click("[data-action='account']");
        terminal().click("[data-action='lock-key']");
        terminal().awaitVisible("[data-key='locked']");
        closeAccount();
    }

    void unlock(String pin) {
        terminal().type("dialog [name='pin']", pin);
        terminal().type("dialog [name='code']", phone.next());
        terminal().click("[data-action='unlock']");
    }

    /** Types an opinion and presses the button; what comes then is the caller's. */
    void giveOpinion(String text) {
        terminal().type("textarea[name='opinion']", text);
        terminal().click("[data-action='submit-opinion']");
    }

    /** The opinion with this text, as it is shown here. */
    Locator opinion(String text) {
        return terminal()
                .find("[data-opinion]")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** Its mark says who signed. */
    void seesSigned(String text, String name) {
        opinion(text).locator("[data-signature='1']").first().waitFor();
        assertThat(opinion(text).locator("[data-signature]").first().innerText())
                .contains("已签名", name);
    }

    void decide(String opinion, String adoption, String reason) {
        opinion(opinion).locator("[data-action='decide']").click();
        opinion(opinion).locator("[value='%s']".formatted(adoption)).check();
        if (!reason.isEmpty()) {
            opinion(opinion).locator("[name='reason']").fill(reason);
        }
        opinion(opinion).locator("[data-action='submit-decision']").click();
        opinion(opinion)
                .locator("[data-decision='%s'] [data-signature]".formatted(adoption))
                .waitFor();
    }

    /** Opens what holds of an opinion ({@code part} empty) or of the decision about it, and says whether all of it does. */
    boolean holds(String opinion, String part) {
        opinion(opinion).locator(part + " [data-action='verify']").first().click();
        terminal().awaitVisible("dialog [data-whole]");
        return Boolean.parseBoolean(terminal().find("dialog [data-whole]").getAttribute("data-whole"));
    }

    /** Saves the file of the verification that is open. */
    Path download(Path folder, String name) {
        Download download = terminal().page().waitForDownload(() -> terminal().click("[data-action='signed-file']"));
        var file = folder.resolve(name);
        download.saveAs(file);
        return file;
    }

    void closeDialog() {
        terminal().click("dialog [data-action='close']");
        terminal().find("dialog [data-whole]").waitFor(Terminal.GONE);
    }
}
