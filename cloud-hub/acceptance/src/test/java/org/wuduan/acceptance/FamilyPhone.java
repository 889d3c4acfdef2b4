package org.wuduan.acceptance;

/** The phone of a son or daughter. */
record FamilyPhone(Terminal terminal) {

    void signIn(String url, String login, String password) {
        terminal.open(url);
        terminal.type("input[name='login']", login);
        terminal.type("input[name='password']", password);
        terminal.click("[data-action='sign-in']");
        terminal.awaitVisible("[data-screen='today']");
    }

    void join() {
        terminal.click("[data-action='join']");
        terminal.awaitVisible("[data-screen='call']");
    }

    String vital(String name) {
        return terminal.find("[data-vital='%s']".formatted(name))
                .first()
                .innerText()
                .strip();
    }
}
