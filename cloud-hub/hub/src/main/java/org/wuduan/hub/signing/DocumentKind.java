package org.wuduan.hub.signing;

import java.util.Locale;

/** What can be signed. The name is part of what is signed: it never changes. */
public enum DocumentKind {
    OPINION,
    CONSULTATION_DECISION,
    NOTE,
    PRESCRIPTION,
    PHARMACIST_REVIEW,
    REFERRAL,
    ORDER;

    /** For example opinion. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
