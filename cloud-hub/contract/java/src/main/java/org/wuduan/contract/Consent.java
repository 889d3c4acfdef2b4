package org.wuduan.contract;

import java.time.Instant;

/** What was decided about which text, by whom, when. */
public record Consent(
        String textVersion, Language language, ConsentDecision decision, ConsentGiver givenBy, Instant at) {}
