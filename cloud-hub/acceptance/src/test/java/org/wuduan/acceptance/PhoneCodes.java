package org.wuduan.acceptance;

/** Codes of the app on somebody's phone, none of them given twice. */
final class PhoneCodes {
    /** Of the signing key that {@link #makeSigningKey} makes. */
    static final String PIN = "270418";

    private final Authenticator phone;
    /** The newest time step whose code was given: no code is taken twice. */
    private long given;

    private PhoneCodes(Authenticator phone) {
        this.phone = phone;
    }

    /** Sets a second factor and a signing key up on the open page of somebody's own account. */
    static PhoneCodes makeSigningKey(Terminal page) {
        page.click("[data-action='second-factor']");
        page.awaitVisible(".factor-key");
        var codes = new PhoneCodes(
                new Authenticator(page.find(".factor-key").innerText().strip()));
        page.type("[data-part='second-factor'] input[name='code']", codes.next());
        page.click("[data-part='second-factor'] [data-action='give-code']");
        page.awaitVisible("[data-step='recovery-codes']");
        page.click("[data-action='codes-written']");
        page.click("[data-action='look-again']");
        page.click("[data-action='set-up-key']");
        page.type("[data-part='new-key'] [name='pin']", PIN);
        page.type("[data-part='new-key'] [name='pin-again']", PIN);
        page.type("[data-part='new-key'] [name='code']", codes.next());
        page.click("[data-action='make-key']");
        page.awaitVisible("[data-key='unlocked']");
        return codes;
    }

    /** The hub forgives a phone that is one step early. */
    String next() {
        long step = Math.max(Authenticator.now(), given + 1);
        Patience.until("the phone shows the next code", () -> Authenticator.now() >= step - 1);
        given = step;
        return phone.code(step);
    }
}
