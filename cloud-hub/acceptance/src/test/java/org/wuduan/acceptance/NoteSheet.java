package org.wuduan.acceptance;

import com.microsoft.playwright.Locator;

/** The tab of the record on a doctor's workstation. */
record NoteSheet(Terminal terminal) {
    private static final String TAB = "[data-tab-key='record']";
    private static final String SHEET = "[data-screen='record'] ";

    void open() {
        terminal.click(TAB);
        terminal.awaitVisible("[data-screen='record']");
    }

    void begin(String template) {
        terminal.click(SHEET + "[data-template='" + template + "']");
        terminal.awaitVisible(field("complaint"));
    }

    void type(String name, String text) {
        terminal.type(field(name), text);
    }

    String text(String name) {
        return terminal.find(field(name)).first().inputValue();
    }

    /** Where the screen says that the text is: hub, local or nowhere. */
    void awaitPlace(String place) {
        terminal.awaitVisible(SHEET + "[data-place='" + place + "']");
    }

    void awaitText(String name, String text) {
        Patience.until(
                terminal.name() + " shows in " + name + ": " + text,
                () -> terminal.shows(field(name)) && text(name).equals(text));
    }

    void allergy(String substance) {
        var group = SHEET + "[data-kind='allergy'] ";
        terminal.click(group + "[data-action='add-entry']");
        terminal.type(group + "[name='text']", substance);
        terminal.type(group + "[name='reaction']", "皮疹");
        terminal.find(group + "[name='severity'][value='severe']").check();
        terminal.find(group + "[name='certainty'][value='confirmed']").check();
        terminal.click(group + "[data-action='save-entry']");
    }

    /** By keys alone: letters, Enter. */
    void diagnose(String letters) {
        var search = SHEET + "[name='diagnosis']";
        terminal.type(search, letters);
        terminal.find(SHEET + ".diagnosis-hits [data-code]").first().waitFor();
        terminal.find(search).first().press("Enter");
        terminal.awaitVisible(SHEET + ".diagnosis-list [data-code]");
    }

    Locator clash(String name) {
        return terminal.find("[data-clash='" + name + "']");
    }

    void decide(String name, String how) {
        clash(name).locator("[data-action='use-" + how + "']").click();
    }

    void submit() {
        terminal.click(SHEET + "[data-action='submit-note']");
        terminal.awaitVisible(SHEET + ".note-paper[data-state='submitted']");
    }

    private static String field(String name) {
        return SHEET + ".note-form textarea[name='" + name + "']";
    }
}
