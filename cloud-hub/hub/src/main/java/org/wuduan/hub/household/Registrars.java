package org.wuduan.hub.household;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Whose books a registrar keeps: those of the own institution, and no others exist for them. */
@Component
class Registrars {
    private final JdbcClient jdbc;
    private final Consortium consortium;
    private final Access access;
    private final Audit audit;

    Registrars(JdbcClient jdbc, Consortium consortium, Access access, Audit audit) {
        this.jdbc = jdbc;
        this.consortium = consortium;
        this.access = access;
        this.audit = audit;
    }

    /** The institution whose books the actor keeps. */
    Outcome<UUID> institution(Actor actor) {
        var own = consortium.institutionOf(actor.id()).map(NamedInstitution::id);
        if (actor.kind() != ActorKind.REGISTRAR || own.isEmpty()) {
            audit.recordDenial(actor.id(), "register_patients", null);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        return access.check(actor, Action.REGISTER_PATIENTS, new Subject.OfInstitution(own.get()))
                .then(_ -> Outcome.of(own.get()));
    }

    /** Whether the actor keeps the books of this household; its id. */
    Outcome<UUID> household(Actor actor, UUID household) {
        return access.check(actor, Action.REGISTER_PATIENTS, new Subject.OfHousehold(household))
                .then(_ -> Outcome.of(household));
    }

    /** Whether the actor keeps the books of this patient, deactivated or not; the id of the household. */
    Outcome<UUID> patient(Actor actor, UUID patient) {
        var household = jdbc.sql("select household from patient where id = ?")
                .param(patient)
                .query(UUID.class)
                .optional();
        if (household.isEmpty()) {
            audit.recordDenial(actor.id(), "register_patients", patient);
            return Refused.of(ProblemType.NOT_FOUND);
        }
        return household(actor, household.get());
    }
}
