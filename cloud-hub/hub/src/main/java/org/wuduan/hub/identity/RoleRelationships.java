package org.wuduan.hub.identity;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;

/** How an administrator stands to the system, by role. */
@Component
class RoleRelationships implements RelationshipSource {
    private final Accounts accounts;

    RoleRelationships(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<Relationship> between(Actor actor, Subject subject) {
        return subject instanceof Subject.OfTheSystem && actor.kind() == ActorKind.ADMINISTRATOR
                ? accounts.role(actor.id())
                        .map(role -> Set.of(
                                switch (role) {
                                    case SYSTEM -> Relationship.SYSTEM_ADMINISTRATOR;
                                    case SECURITY -> Relationship.SECURITY_ADMINISTRATOR;
                                    case AUDIT -> Relationship.AUDIT_ADMINISTRATOR;
                                }))
                        .orElse(Set.of())
                : Set.of();
    }
}
