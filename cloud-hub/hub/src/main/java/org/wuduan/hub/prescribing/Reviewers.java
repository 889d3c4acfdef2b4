package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Relationship;
import org.wuduan.hub.identity.RelationshipSource;
import org.wuduan.hub.identity.Subject;

/**
 * Who reviews the prescriptions of an institution: its own pharmacists, or, where it has none, every pharmacist of the
 * hub (区域审方): a village room has no pharmacist, and its patients still need one.
 */
@Component
class Reviewers implements RelationshipSource {
    private final Consortium consortium;
    private final Accounts accounts;

    Reviewers(Consortium consortium, Accounts accounts) {
        this.consortium = consortium;
        this.accounts = accounts;
    }

    List<UUID> of(UUID institution) {
        var own = pharmacistsAmong(consortium.staffOf(institution));
        return own.isEmpty() ? pharmacistsAmong(consortium.staff()) : own;
    }

    boolean mayReview(UUID pharmacist, UUID institution) {
        return of(institution).contains(pharmacist);
    }

    @Override
    public Set<Relationship> between(Actor actor, Subject subject) {
        if (!(subject instanceof Subject.OfInstitution(var institution)) || actor.kind() != ActorKind.PHARMACIST) {
            return Set.of();
        }
        if (consortium
                .institutionOf(actor.id())
                .map(NamedInstitution::id)
                .filter(institution::equals)
                .isPresent()) {
            return Set.of(Relationship.PHARMACIST_OF_INSTITUTION);
        }
        return mayReview(actor.id(), institution) ? Set.of(Relationship.REVIEWING_PHARMACIST) : Set.of();
    }

    private List<UUID> pharmacistsAmong(List<UUID> staff) {
        return staff.stream()
                .filter(account -> accounts.kind(account)
                        .filter(kind -> kind == ActorKind.PHARMACIST)
                        .isPresent())
                .toList();
    }
}
