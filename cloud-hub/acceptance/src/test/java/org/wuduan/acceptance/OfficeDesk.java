package org.wuduan.acceptance;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;

/** The page of an administrator or a registrar. */
record OfficeDesk(Terminal terminal) {

    /** Opens an activation link and chooses the password. */
    void activate(String link, String password) {
        terminal.open(link);
        terminal.awaitVisible("[data-screen='activation']");
        terminal.type("input[name='password']", password);
        terminal.type("input[name='again']", password);
        terminal.click("[data-action='activate']");
        terminal.awaitVisible("[data-screen='activation-done']");
    }

    /** From the activation link over the first sign-in to the own page, which begins with this. */
    void begin(String link, String login, String password, String ownPage) {
        activate(link, password);
        terminal.click("[data-action='go']");
        new SecondStep(terminal).setUp(login, password);
        terminal.awaitVisible(ownPage);
    }

    void signIn(String url, String login, String password) {
        terminal.open(url);
        terminal.type("input[name='login']", login);
        terminal.type("input[name='password']", password);
        terminal.click("[data-action='sign-in']");
        terminal.awaitVisible(".menu");
    }

    void section(String id) {
        terminal.click(".menu a[href='#/%s']".formatted(id));
        terminal.awaitVisible("[data-section='%s']".formatted(id));
    }

    /** The sections that the menu offers, the start page left out. */
    List<String> sections() {
        return terminal.find(".menu a").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(href -> href.length() > "#/".length())
                .map(href -> href.substring("#/".length()))
                .toList();
    }

    /** A new institution of these departments; the one that leads it is chosen by its name, nobody when empty. */
    void makeInstitution(String name, String level, String leader, String... departments) {
        section("institutions");
        terminal.click("[data-action='new']");
        terminal.type("dialog input[name='name']", name);
        terminal.find("dialog select[name='level']").selectOption(level);
        if (!leader.isEmpty()) {
            choose("parentId", leader);
        }
        for (var department : departments) {
            terminal.find("dialog input[name='%s']".formatted(department)).check();
        }
        submit();
        terminal.awaitVisible("[data-institution='%s']".formatted(name));
    }

    /**
     * A new member of staff.
     *
     * @param kind by its word
     * @param more further fields in their order, by name; what is chosen from a list by its word
     * @return the activation link, which is shown once
     */
    String makeStaff(String kind, String login, String name, List<Map.Entry<String, String>> more) {
        section("staff");
        terminal.click("[data-action='new']");
        choose("kind", kind);
        terminal.type("dialog input[name='login']", login);
        terminal.type("dialog input[name='name']", name);
        for (var field : more) {
            if (terminal.shows("dialog select[name='%s']".formatted(field.getKey()))) {
                choose(field.getKey(), field.getValue());
            } else if (terminal.shows("dialog input[type='checkbox'][name='%s']".formatted(field.getKey()))) {
                terminal.find("dialog input[name='%s']".formatted(field.getKey()))
                        .check();
            } else {
                terminal.type("dialog input[name='%s']".formatted(field.getKey()), field.getValue());
            }
        }
        submit();
        terminal.awaitVisible("[data-label='activation-link']");
        var link = terminal.find("[data-label='activation-link']").innerText().strip();
        terminal.click("dialog [data-action='close']");
        terminal.awaitVisible("[data-login='%s']".formatted(login));
        return link;
    }

    /** The week of a department gets the same shift on each day. */
    void planEveryDay(String institution, String department, String from, String to) {
        section("rosters");
        terminal.find("select[name='institution']").selectOption(new SelectOption().setLabel(institution));
        terminal.find("select[name='department']").selectOption(department);
        terminal.type("input[name='from']", from);
        terminal.type("input[name='to']", to);
        terminal.find("select[name='weekday']").selectOption("daily");
        terminal.click("[data-action='add']");
        terminal.click("[data-action='save']");
        terminal.awaitVisible(".roster[data-state='saved'] [data-weekday='7'] .shift");
    }

    void makeHousehold(String name, String address) {
        section("households");
        terminal.click("[data-action='make-household']");
        terminal.type("dialog input[name='name']", name);
        terminal.type("dialog input[name='address']", address);
        submit();
        terminal.awaitVisible("[data-action='add-patient']");
    }

    /** Types a patient into the open form; the ID number tells sex and date of birth. */
    void typePatient(String name, String idNumber) {
        if (!terminal.shows("dialog input[name='idNumber']")) {
            terminal.click("[data-action='add-patient']");
        }
        terminal.type("dialog input[name='name']", name);
        terminal.type("dialog input[name='idNumber']", idNumber);
    }

    /** Types the code that a television shows. */
    void confirmBox(String code, String room) {
        terminal.click("[data-action='confirm-box']");
        terminal.type("dialog input[name='code']", code);
        terminal.type("dialog input[name='name']", room);
        submit();
        terminal.awaitVisible("[data-box]");
    }

    void submit() {
        terminal.click("dialog [data-action='submit']");
    }

    private void choose(String field, String word) {
        terminal.find("dialog select[name='%s']".formatted(field)).selectOption(new SelectOption().setLabel(word));
    }
}
