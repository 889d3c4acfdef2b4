package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.UUID;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.RationalUseFinding;
import org.wuduan.contract.RationalUseKind;

/** An engine of a hospital that warns of one ingredient. */
record FakeRationalUse(String warnsOf) implements RationalUse {
    @Override
    public List<RationalUseFinding> check(UUID institution, Course course) {
        return course.takings().stream()
                .filter(taking -> taking.drug().ingredients().contains(warnsOf))
                .map(taking -> new RationalUseFinding(
                        "engine:" + taking.drug().code(),
                        RationalUseKind.MAX_DAILY,
                        FindingSeverity.WARNING,
                        List.of(taking.line()),
                        "本院规定",
                        "A rule of this hospital",
                        null,
                        null))
                .toList();
    }

    @Override
    public boolean reviewed(UUID institution) {
        return true;
    }
}
