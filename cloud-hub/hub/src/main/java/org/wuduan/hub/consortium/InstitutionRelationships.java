package org.wuduan.hub.consortium;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Relationship;
import org.wuduan.hub.identity.RelationshipSource;
import org.wuduan.hub.identity.Subject;

/** How a registrar stands to an institution. */
@Component
class InstitutionRelationships implements RelationshipSource {
    private final Consortium consortium;

    InstitutionRelationships(Consortium consortium) {
        this.consortium = consortium;
    }

    @Override
    public Set<Relationship> between(Actor actor, Subject subject) {
        boolean own = subject instanceof Subject.OfInstitution(var institution)
                && actor.kind() == ActorKind.REGISTRAR
                && consortium
                        .institutionOf(actor.id())
                        .filter(post -> post.id().equals(institution))
                        .isPresent();
        return own ? Set.of(Relationship.REGISTRAR_OF_INSTITUTION) : Set.of();
    }
}
