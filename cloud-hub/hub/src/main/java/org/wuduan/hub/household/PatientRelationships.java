package org.wuduan.hub.household;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.FamilyRight;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Relationship;
import org.wuduan.hub.identity.RelationshipSource;
import org.wuduan.hub.identity.Subject;

/** How a box or a son or daughter stands to a patient. */
@Component
public class PatientRelationships implements RelationshipSource {
    private final Households households;
    private final Consortium consortium;

    PatientRelationships(Households households, Consortium consortium) {
        this.households = households;
        this.consortium = consortium;
    }

    @Override
    public Set<Relationship> between(Actor actor, Subject subject) {
        return switch (subject) {
            case Subject.OfPatient(var patient) -> toPatient(actor, patient);
            case Subject.OfHousehold(var household) -> toHousehold(actor, household);
            case Subject.OfConsultation consultation -> Set.of();
            case Subject.OfReferral referral -> Set.of();
            case Subject.OfInstitution institution -> Set.of();
            case Subject.OfTheSystem theSystem -> Set.of();
        };
    }

    /** Other modules use this for their subjects that belong to a patient. */
    public Set<Relationship> toPatient(Actor actor, UUID patient) {
        var found = EnumSet.noneOf(Relationship.class);
        if (actor.kind() == ActorKind.BOX) {
            var household = households.resident(patient).map(Households.Resident::household);
            if (household.isPresent()
                    && household.equals(households.householdOfBox(actor.id()))
                    && households.isActive(patient)) {
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

    private Set<Relationship> toHousehold(Actor actor, UUID household) {
        return switch (actor.kind()) {
            case BOX ->
                households.householdOfBox(actor.id()).filter(household::equals).isPresent()
                        ? Set.of(Relationship.HOUSEHOLD_BOX)
                        : Set.of();
            case FAMILY ->
                households.bindingsOfAccount(actor.id()).stream()
                                .filter(binding -> binding.rights().contains(FamilyRight.MANAGE_DEVICES))
                                .anyMatch(binding ->
                                        livesIn(household, binding.patient().id()))
                        ? Set.of(Relationship.BOUND_TO_MANAGE_DEVICES)
                        : Set.of();
            case REGISTRAR ->
                consortium
                                .institutionOf(actor.id())
                                .filter(own -> households.isSeenFirstBy(household, own.id()))
                                .isPresent()
                        ? Set.of(Relationship.REGISTRAR_OF_INSTITUTION)
                        : Set.of();
            case DOCTOR, PHARMACIST, ADMINISTRATOR -> Set.of();
        };
    }

    private boolean livesIn(UUID household, UUID patient) {
        return households
                .resident(patient)
                .map(Households.Resident::household)
                .filter(household::equals)
                .isPresent();
    }

    private static void addBinding(Set<Relationship> found, FamilyRight right) {
        switch (right) {
            case SEE_VITALS -> found.add(Relationship.BOUND_TO_SEE_VITALS);
            case TAKE_PART -> found.add(Relationship.BOUND_TO_TAKE_PART);
            case PROXY_CONSENT -> found.add(Relationship.BOUND_AS_PROXY);
            case MANAGE_DEVICES -> found.add(Relationship.BOUND_TO_MANAGE_DEVICES);
        }
    }
}
