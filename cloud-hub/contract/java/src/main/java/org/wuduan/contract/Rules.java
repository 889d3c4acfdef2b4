package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the law asks before a talk, as the hub holds it (PROTOCOL.md, section 17). */
public final class Rules {
    private Rules() {}

    /**
     * A rule: data with a version.
     *
     * @param source title and article; what of it is open is said behind it (条号待核, 条款依据待核)
     * @param confirmed whether a copy of the document was seen that says so; false where a person must still confirm it
     * @param article how well the article is known; {@code UNSTATED} where a site's file does not say it
     * @param enforced false where this site has switched an unconfirmed rule off, or where a rule only reminds
     * @param years the rule's limit, where it is one of years
     */
    public record Rule(
            String id,
            int version,
            LocalDate inForceFrom,
            Title title,
            String source,
            boolean confirmed,
            RuleArticle article,
            boolean enforced,
            @Nullable Integer years) {
        public Rule {
            // null in a site's file that does not say it
            article = article == null ? RuleArticle.UNSTATED : article;
        }

        /** Its name for people. */
        public record Title(@JsonProperty("zh-CN") String zh, String en) {}
    }

    /**
     * GET /api/consultations/{id}/basis-form
     *
     * @param youngChild whether the patient is, or may be, younger than the rule's age
     * @param today at the institution
     * @param last evidence of the newest earlier consultation of this patient at this institution
     */
    public record BasisForm(
            List<Rule> rules,
            boolean youngChild,
            LocalDate today,
            @Nullable ChosenBasis last) {
        public BasisForm {
            rules = List.copyOf(rules);
        }
    }
}
