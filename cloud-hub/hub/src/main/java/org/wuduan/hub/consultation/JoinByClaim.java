package org.wuduan.hub.consultation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.hub.call.Admission;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The command join, given together with the claim of the seat. */
@Component
class JoinByClaim implements Admission {
    private final Consultations consultations;
    private final ConsultationCommands commands;

    JoinByClaim(Consultations consultations, ConsultationCommands commands) {
        this.consultations = consultations;
        this.commands = commands;
    }

    @Override
    public Outcome<Outcome.Nothing> admit(Actor actor, UUID call) {
        return consultations
                .byCall(call)
                .map(id -> commands.take(actor, Action.JOIN, id, Step.Join.of(actor)))
                .orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
    }
}
