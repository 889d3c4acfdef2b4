package org.wuduan.contract;

import java.util.List;

/**
 * On what ground the talk between the home and its first doctor rests.
 *
 * @param evidence in one line
 * @param rules those that were met, as id@version
 */
public record LegalBasis(LegalBasisKind kind, String evidence, String source, List<String> rules) {
    public LegalBasis {
        rules = List.copyOf(rules);
    }

    @Override
    public String toString() {
        return "LegalBasis[" + kind + " ‹redacted›]";
    }
}
