package org.wuduan.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about which text, by whom, when.
 *
 * @param textVersion of the text that was in sight; null where somebody refused before it was there
 */
public record Consent(
        @Nullable String textVersion, Language language, ConsentDecision decision, ConsentGiver givenBy, Instant at) {}
