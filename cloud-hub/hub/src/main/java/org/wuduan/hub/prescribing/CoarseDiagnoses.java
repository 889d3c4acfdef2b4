package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.RationalUseFinding;

/**
 * Diagnoses that are coarser than what a rule is about, such as I44 where it says I44.1. That nobody can tell whether the
 * rule holds is told, and never taken for a no.
 */
final class CoarseDiagnoses {
    private CoarseDiagnoses() {}

    /** Of a rule that none of the diagnoses meets. */
    static Stream<RationalUseFinding> found(UseRule rule, Course.Taking taking, Set<String> diagnoses) {
        var coarse = diagnoses.stream()
                .filter(code -> rule.objects().stream().anyMatch(object -> object.startsWith(code)))
                .sorted()
                .toList();
        if (coarse.isEmpty()) {
            return Stream.empty();
        }
        var finer = rule.objects().stream()
                .filter(object -> coarse.stream().anyMatch(object::startsWith))
                .toList();
        var zh = "诊断 " + String.join("、", coarse) + " 太粗，看不出是不是 " + String.join("、", finer) + "，请核对。若是：";
        var en = "The diagnosis " + String.join(" or ", coarse) + " is too coarse to tell whether it is "
                + String.join(" or ", finer) + "; look yourself. If it is: ";
        return Stream.of(new RationalUseFinding(
                "too-coarse:" + rule.id() + ":" + taking.drug().code(),
                rule.kind(),
                FindingSeverity.CAUTION,
                List.of(taking.line()),
                Advice.cut(zh + rule.adviceZh()),
                Advice.cut(en + rule.adviceEn()),
                rule.source(),
                true));
    }
}
