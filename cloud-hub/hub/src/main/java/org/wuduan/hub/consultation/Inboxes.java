package org.wuduan.hub.consultation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.InvitationState;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.journal.StreamName;

/** Whose inbox a consultation shows in. */
@Component
class Inboxes {
    private final Households households;
    private final Consortium consortium;
    private final FollowedPatients followed;

    Inboxes(Households households, Consortium consortium, FollowedPatients followed) {
        this.households = households;
        this.consortium = consortium;
        this.followed = followed;
    }

    /** What of a consultation any inbox shows. Who sits in the call just now only the television's own inbox tells. */
    private record Face(
            ConsultationState state,
            @Nullable UUID doctor,
            boolean boxSeated,
            List<InvitationState> invitations,
            boolean understood) {
        static Face of(Consultation consultation) {
            return new Face(
                    consultation.state(),
                    consultation.doctor(),
                    consultation.boxSeated(),
                    consultation.invitations().stream()
                            .map(Consultation.Invited::state)
                            .toList(),
                    consultation.understanding() != null);
        }
    }

    static boolean showDifferently(Consultation before, Consultation after) {
        return !Face.of(before).equals(Face.of(after));
    }

    /** Doctors whose inbox shows the vital signs of a consultation's patient: in the queue, or beside a ring. */
    Set<StreamName> showingVitals(Consultation consultation) {
        Set<UUID> owners = new HashSet<>();
        if (consultation.state() == ConsultationState.WAITING) {
            owners.addAll(consortium.firstContactDoctors(consultation.institution()));
        }
        consultation.invitations().stream()
                .filter(invited -> invited.state() == InvitationState.RINGING)
                .forEach(invited -> owners.add(invited.doctor()));
        return inboxesOf(owners);
    }

    Set<StreamName> concernedBy(Consultation consultation) {
        Set<UUID> owners = new HashSet<>();
        owners.addAll(households.boxesOf(consultation.household()));
        households.bindingsOfPatient(consultation.patient()).forEach(binding -> owners.add(binding.account()));
        owners.addAll(consortium.firstContactDoctors(consultation.institution()));
        if (consultation.doctor() != null) {
            owners.add(consultation.doctor());
        }
        consultation.invitations().forEach(invited -> owners.add(invited.doctor()));
        owners.addAll(followed.followersOf(consultation.patient()));
        return inboxesOf(owners);
    }

    private static Set<StreamName> inboxesOf(Set<UUID> owners) {
        return owners.stream().map(owner -> new StreamName("inbox", owner)).collect(Collectors.toSet());
    }
}
