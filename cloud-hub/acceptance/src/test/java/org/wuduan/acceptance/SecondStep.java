package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What stands between the password and the work where a second factor is required. */
record SecondStep(Terminal terminal) {
    private static final String CODE = "input[name='code']";
    private static final String NOTHING_IS_ASKED =
            "() => { const field = document.querySelector(\"input[name='code']\"); return !field || !field.value; }";

    void password(String login, String password) {
        terminal.type("input[name='login']", login);
        terminal.type("input[name='password']", password);
        terminal.click("[data-action='sign-in']");
    }

    void await(String step) {
        terminal.awaitVisible("[data-step='%s']".formatted(step));
    }

    /** Types the shown key into a phone; the code to scan is shown beside it and holds the same key. */
    Authenticator typeKey(String login) {
        await("enrol");
        var shown = new Authenticator(terminal.find(".factor-key").innerText().strip());
        assertThat(shown.key()).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
        assertThat(terminal.find("[data-qr]").getAttribute("data-qr"))
                .startsWith("otpauth://totp/")
                .contains(login, "secret=" + shown.key().replace(" ", ""));
        assertThat(terminal.shows("[data-qr]")).as("the code to scan").isTrue();
        return shown;
    }

    /** Gives a code and waits for the answer: the field is empty again, or gone. */
    void give(String code) {
        terminal.type(CODE, code);
        terminal.click("[data-action='give-code']");
        Patience.until("the code is answered", () -> (boolean) terminal.page().evaluate(NOTHING_IS_ASKED));
    }

    /** The code is refused in words, and the next one can be typed at once. */
    void refused(String code, String words) {
        give(code);
        assertThat(terminal.find(".problem").innerText()).contains(words);
        assertThat(terminal.page().evaluate("() => document.activeElement.name"))
                .as("where the next key goes")
                .isEqualTo("code");
    }

    /**
     * Confirms a new second factor from a phone whose clock is one step late. Where a step ends between the making of the
     * code and its arrival, it is two late: then, and only then, the next one is given. Here no wrong code locks.
     *
     * @return the step whose code was taken
     */
    long confirmLate(Authenticator phone) {
        while (true) {
            long present = Authenticator.now();
            give(phone.code(present - 1));
            if (!terminal.shows("[data-step='enrol']")) {
                return present - 1;
            }
            assertThat(Authenticator.now())
                    .as("the step in which a code of the step before is refused")
                    .isGreaterThan(present);
        }
    }

    /** What the person writes down. */
    List<String> recoveryCodes() {
        await("recovery-codes");
        var codes = terminal.find(".recovery-codes code").allInnerTexts();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        return codes;
    }

    void written() {
        terminal.click("[data-action='codes-written']");
    }

    /** The first sign-in of a person, up to the work: a phone becomes the second factor, the recovery codes are written down. */
    void setUp(String login, String password) {
        password(login, password);
        confirmLate(typeKey(login));
        recoveryCodes();
        written();
    }

    void useRecoveryCode() {
        terminal.click("[data-action='other-way']");
    }

    /** Pictures of the page in its window, and of all of it in text of 200 % (half the window in CSS pixels). */
    void pictures(String story, String step) {
        terminal.pictures(Stack.ROOT.resolve("target/screens").resolve(story), step);
    }
}
