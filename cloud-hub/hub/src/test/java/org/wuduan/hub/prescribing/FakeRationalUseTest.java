package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Set;

class FakeRationalUseTest implements RationalUseContract {
    @Override
    public RationalUse checker() {
        return new FakeRationalUse("amlodipine");
    }

    @Override
    public Course wrong() {
        return new Course(
                List.of(RationalUseContract.taking(0, "amlodipine", "15")), RationalUseContract.old(Set.of()));
    }
}
