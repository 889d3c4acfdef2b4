package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well the article of a rule is known. */
public enum RuleArticle {
    /** Its number was seen in a copy of the document. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** A number is named that a person must still confirm: 条号待核. */
    @JsonProperty("unconfirmed")
    UNCONFIRMED,
    /** No number is known: 条款依据待核. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** The site's file does not say: the source is quoted as it stands there, and a person must still confirm it. */
    @JsonProperty("unstated")
    UNSTATED
}
