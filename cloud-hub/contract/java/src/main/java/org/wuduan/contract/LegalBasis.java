package org.wuduan.contract;

/** On what ground the talk between the home and its first doctor rests. */
public record LegalBasis(LegalBasisKind kind, String evidence, String source) {
    @Override
    public String toString() {
        return "LegalBasis[" + kind + " ‹redacted›]";
    }
}
