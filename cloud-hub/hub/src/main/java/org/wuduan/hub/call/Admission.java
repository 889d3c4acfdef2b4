package org.wuduan.hub.call;

import java.util.UUID;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;

/** Lets somebody into a call; the module that the call belongs to knows whom. */
public interface Admission {
    /**
     * Gives the actor a seat, in the running transaction. Who has one keeps it.
     *
     * @return refused as the command that lets people in would be
     */
    Outcome<Outcome.Nothing> admit(Actor actor, UUID call);
}
