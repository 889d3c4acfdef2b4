package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.UUID;
import org.wuduan.contract.Prescribing.RationalUseFinding;

/** The port for checks of rational use (合理用药): the own table, or the engine of a hospital. */
public interface RationalUse {
    /**
     * What there is to say to a course of medicines. The id of a finding stays the same while the same medicines meet, so
     * that a doctor's reason stays with it.
     *
     * @param institution whose table is asked
     */
    List<RationalUseFinding> check(UUID institution, Course course);

    /** Whether a pharmacist has taken responsibility for what is checked against; if not, screens say 未经药师审核. */
    boolean reviewed(UUID institution);
}
