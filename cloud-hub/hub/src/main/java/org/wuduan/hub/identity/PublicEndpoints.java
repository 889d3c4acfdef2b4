package org.wuduan.hub.identity;

/** What may be called without being signed in. */
public final class PublicEndpoints {
    /** POST only. */
    static final String[] POSTS = {
        "/api/sessions",
        "/api/sessions/code",
        "/api/sessions/second-factor",
        "/api/sessions/second-factor/confirm",
        "/api/box-tokens",
        "/api/box-tokens/challenges",
        "/api/boxes/enrolments",
        "/api/activations",
        "/api/activations/lookup",
        "/api/boxes/announcements",
        "/api/boxes/announcements/state",
        "/api/family-accounts"
    };

    private PublicEndpoints() {}
}
