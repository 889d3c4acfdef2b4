package org.wuduan.acceptance;

import java.util.List;

/** The television and its remote: arrows, OK and Back, nothing else. */
record Television(Terminal terminal) {
    private static final int PRESSES_MAX = 16;
    /** Things that can be focused on one screen; the television draws no more. */
    private static final int ROWS_MAX = 4;

    private static final List<String> SEARCH = List.of(
            "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowUp");

    void awaitScreen(String name) {
        terminal.awaitVisible("[data-screen='%s']".formatted(name));
    }

    /** Puts away what covers the home screen. */
    void goHome() {
        Patience.until(terminal.name() + " is at home", () -> {
            if (terminal.shows("[data-screen='measurement']")) {
                press("done");
            }
            return terminal.shows("[data-screen='home']");
        });
    }

    void ok() {
        terminal.page().keyboard().press("Enter");
    }

    void back() {
        terminal.page().keyboard().press("Backspace");
    }

    /**
     * Moves the focus by arrows to one of the screen's keys and presses OK, as soon as OK counts there. A measurement that
     * comes meanwhile and lies over the screen is put away first.
     */
    void press(String key) {
        turnPagesTo(key);
        for (int presses = 0; !focused().equals(key); presses++) {
            if (presses == PRESSES_MAX) {
                throw new AssertionError("the arrows do not lead to " + key + ", the focus is on " + focused());
            }
            terminal.page().keyboard().press(SEARCH.get(presses % SEARCH.size()));
            turnPagesTo(key);
        }
        terminal.awaitVisible("[data-ready='true']");
        ok();
    }

    /** Moves the focus along the rows of a list, down to the last and up to the first, and presses OK. */
    void choose(String key) {
        terminal.awaitVisible("[data-key='%s']".formatted(key));
        for (int presses = 0; !focused().equals(key); presses++) {
            if (presses == PRESSES_MAX) {
                throw new AssertionError("the list does not lead to " + key + ", the focus is on " + focused());
            }
            boolean isDownwards = presses / ROWS_MAX % 2 == 0;
            terminal.page().keyboard().press(isDownwards ? "ArrowDown" : "ArrowUp");
        }
        terminal.awaitVisible("[data-ready='true']");
        ok();
    }

    /** A key that comes with the last page of a text is reached page by page. */
    private void turnPagesTo(String key) {
        Patience.until(terminal.name() + " shows the key " + key, () -> {
            if (terminal.shows("[data-key='%s']".formatted(key))) {
                return true;
            }
            if (terminal.shows("[data-ready='true'] [data-key='next'][data-focus]")
                    || terminal.shows("[data-screen='measurement'] [data-key='done'][data-focus]")) {
                ok();
            }
            return false;
        });
    }

    /** Presses 看医生 once; pressed before the television knows who lives here, it is done as soon as it does. */
    void askForADoctor() {
        terminal.awaitVisible("[data-link='up']");
        press("see");
        awaitScreen("choose");
    }

    /** From home to the code for a child of the first patient. */
    void inviteAChild() {
        press("family");
        press("children");
        // Pressed before the television knows who lives here, it does nothing: then it is pressed again.
        Patience.until(terminal.name() + " knows for whom", () -> {
            if (screen().equals("children")) {
                choose("invite");
            }
            return List.of("invite-whom", "invite").contains(screen());
        });
        if (screen().equals("invite-whom")) {
            ok();
            awaitScreen("invite");
        }
        press("invite-yes");
        awaitScreen("invite-code");
    }

    /** The address in the QR code on the screen. */
    String qr() {
        terminal.awaitVisible("[data-qr]");
        return terminal.find("[data-qr]").first().getAttribute("data-qr");
    }

    /** The code beside the QR code, in the groups in which people read it. */
    String code() {
        terminal.awaitVisible("[data-code]");
        return terminal.find("[data-code]").first().innerText().strip();
    }

    /** From home into a call: the first patient of the household asks, the doctor rings, the patient agrees. */
    void consultWith(DoctorDesk doctor) {
        askForADoctor();
        ok();
        awaitScreen("waiting");
        doctor.acceptFirstRequest("2026-10-08 门诊病历,高血压");
        awaitScreen("ring");
        ok();
        awaitScreen("consent");
        press("agree");
        awaitScreen("call");
    }

    /** Where the focus is; there always is one. */
    String focused() {
        var focus = terminal.find("[data-focus]");
        if (focus.count() == 0) {
            throw new AssertionError("the focus is lost on " + screen());
        }
        return focus.first().getAttribute("data-focus");
    }

    String screen() {
        return terminal.find("[data-screen]").first().getAttribute("data-screen");
    }

    /** A measured number as it stands on the screen. */
    String measured(String name) {
        return terminal.find("[data-measurement='%s']".formatted(name))
                .first()
                .innerText()
                .strip();
    }
}
