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

    void leave() {
        terminal.click("[data-action='leave']");
        terminal.click("[data-action='leave-confirm']");
    }

    /** Has the medicines of an approved prescription brought, and waits until they are there. */
    void orderMedicines() {
        terminal.click("[data-action='order-medicines']");
        terminal.awaitVisible("[data-screen='medicines'] [data-state='dispensed']");
    }

    String vital(String name) {
        return terminal.find("[data-vital='%s']".formatted(name))
                .first()
                .innerText()
                .strip();
    }

    void open(String tab) {
        terminal.click("[data-action='tab-%s']".formatted(tab));
        terminal.awaitVisible("[data-screen='%s']".formatted(tab));
    }

    /** Opens the address of a scanned binding code and makes an account with it. */
    void register(String page, String link, String login, String password) {
        terminal.open(page + link.substring(link.indexOf('#')));
        terminal.awaitVisible("[data-screen='register']");
        terminal.type("input[name='name']", "演示·李芳");
        terminal.click("[data-relation='relation.daughter']");
        terminal.type("input[name='login']", login);
        terminal.type("input[name='password']", password);
        terminal.click("[data-action='register']");
        terminal.awaitVisible("[data-screen='app']");
    }

    /** Types another code by hand while signed in, as it stands on the television. */
    void bindAgain(String code) {
        open("family");
        terminal.type("[data-screen='bind'] input[name='code']", code);
        terminal.click("[data-screen='bind'] [data-relation='relation.daughter']");
        terminal.click("[data-action='bind']");
        Patience.until("the phone has a parent again", () -> !terminal.shows("[data-state='no-parent']"));
    }

    /**
     * Takes the household's television out, by two taps.
     *
     * @return when the last tap came, by {@link System#nanoTime}
     */
    long removeTheTelevision() {
        open("family");
        terminal.click("[data-action='remove-box']");
        terminal.awaitVisible("[data-action='remove-box-really']");
        long tapped = System.nanoTime();
        terminal.click("[data-action='remove-box-really']");
        return tapped;
    }

    /** Scans the television's code and says where it stands. */
    void enterTheCode(String link, String room) {
        terminal.page().evaluate("hash => { location.hash = hash; }", link.substring(link.indexOf('#')));
        terminal.awaitVisible("[data-screen='add-box']");
        terminal.type("input[name='box-name']", room);
        terminal.click("[data-action='confirm-box']");
    }

    /** Types a code by hand. */
    void tryTheCode(String code) {
        if (!terminal.shows("[data-screen='add-box']")) {
            terminal.click("[data-action='add-box']");
            terminal.awaitVisible("[data-screen='add-box']");
        }
        terminal.type("[data-screen='add-box'] input[name='code']", code);
        terminal.type("input[name='box-name']", "卧室");
        terminal.click("[data-action='confirm-box']");
        terminal.awaitVisible("[data-screen='add-box'] [data-problem]");
    }
}
