package org.wuduan.acceptance;

/** A pharmacist at the office page: signs in, gets a key, and reviews. */
record PharmacistDesk(Terminal terminal) {
    static final SeatCode FACE = new SeatCode(8, "演示·冯药师");

    static PharmacistDesk at(Browsers browsers) {
        return new PharmacistDesk(browsers.terminal("pharmacist-1", FACE, 1366, 768));
    }

    void signIn(Stack stack) {
        terminal.open(stack.url("admin"));
        terminal.type("input[name='login']", "pharmacist-1");
        terminal.type("input[name='password']", stack.password());
        terminal.click("[data-action='sign-in']");
        terminal.awaitVisible(".menu");
        terminal.click(".menu a[href='#/account']");
        PhoneCodes.makeSigningKey(terminal);
    }

    /** Opens the prescription that waits for a review. */
    void openReview() {
        terminal.click(".menu a[href='#/reviews']");
        terminal.awaitVisible(".review[data-state='awaiting_review']");
    }

    void approve() {
        terminal.click("[data-action='approve']");
        terminal.awaitVisible(".review[data-state='approved']");
    }
}
