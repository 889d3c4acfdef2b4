package org.wuduan.hub.referral;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.journal.StreamName;

/** Who sees that something about a plan at home changed: its home, and the doctors who keep it. */
@Component
class PlanAudience {
    private final Consortium consortium;

    PlanAudience(Consortium consortium) {
        this.consortium = consortium;
    }

    /** @param institution of first contact, whose doctors keep the plan */
    Set<StreamName> of(UUID patient, UUID institution) {
        return Stream.concat(
                        Stream.of(new StreamName("plan", patient)),
                        consortium.firstContactDoctors(institution).stream()
                                .map(doctor -> new StreamName("referrals", doctor)))
                .collect(Collectors.toSet());
    }
}
