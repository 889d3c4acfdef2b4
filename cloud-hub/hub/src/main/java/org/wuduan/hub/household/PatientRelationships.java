package org.wuduan.hub.household;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.FamilyRight;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Relationship;
import org.wuduan.hub.identity.RelationshipSource;
import org.wuduan.hub.identity.Subject;

/** How a box or a son or daughter stands to a patient. */
@Component
public class PatientRelationships implements RelationshipSource {
    private final Households households;

    PatientRelationships(Households households) {
        this.households = households;
    }

    @Override
    public Set<Relationship> between(Actor actor, Subject subject) {
        return switch (subject) {
            case Subject.OfPatient(var patient) -> toPatient(actor, patient);
            case Subject.OfConsultation consultation -> Set.of();
            case Subject.OfInstitution institution -> Set.of();
            case Subject.OfTheSystem theSystem -> Set.of();
        };
    }

    /** Other modules use this for their subjects that belong to a patient. */
    public Set<Relationship> toPatient(Actor actor, UUID patient) {
        var found = EnumSet.noneOf(Relationship.class);
        if (actor.kind() == ActorKind.BOX) {
            var household = households.resident(patient).map(Households.Resident::household);
            if (household.isPresent() && household.equals(households.householdOfBox(actor.id()))) {
                found.add(Relationship.HOUSEHOLD_BOX);
            }
        }
        if (actor.kind() == ActorKind.FAMILY) {
            households.bindingsOfAccount(actor.id()).stream()
                    .filter(binding -> binding.patient().id().equals(patient))
                    .flatMap(binding -> binding.rights().stream())
                    .forEach(right -> addBinding(found, right));
        }
        return found;
    }

    private static void addBinding(Set<Relationship> found, FamilyRight right) {
        switch (right) {
            case SEE_VITALS -> found.add(Relationship.BOUND_TO_SEE_VITALS);
            case TAKE_PART -> found.add(Relationship.BOUND_TO_TAKE_PART);
            case PROXY_CONSENT -> found.add(Relationship.BOUND_AS_PROXY);
            case MANAGE_DEVICES -> {
                // no action needs it yet: wearables are registered by the clinic
            }
        }
    }
}
