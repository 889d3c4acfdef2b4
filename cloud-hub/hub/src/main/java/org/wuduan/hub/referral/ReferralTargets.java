package org.wuduan.hub.referral;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.hub.consortium.Consortium;

/** For whom a referral waits. */
@Component
class ReferralTargets {
    private final Consortium consortium;

    ReferralTargets(Consortium consortium) {
        this.consortium = consortium;
    }

    /** Up, the doctors of the department; down, everybody of first contact there: the home knows them all. */
    List<UUID> doctors(ReferralCase referral) {
        return referral.direction() == Direction.DOWN
                ? consortium.firstContactDoctors(referral.institution())
                : consortium.doctorsOf(referral.institution(), referral.department()).stream()
                        .map(doctor -> doctor.id())
                        .toList();
    }

    boolean isFor(UUID doctor, ReferralCase referral) {
        return doctors(referral).contains(doctor);
    }
}
