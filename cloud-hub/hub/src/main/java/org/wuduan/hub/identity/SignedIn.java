package org.wuduan.hub.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * An actor with a session that is still good.
 *
 * @param sessionId of the browser session or box token, not a secret
 * @param name as shown to others
 */
public record SignedIn(Actor actor, UUID sessionId, String name) {
    /** Who made the running HTTP request, if anybody is signed in. */
    public static Optional<SignedIn> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SignedInAuthentication signedIn
                ? Optional.of(signedIn.getPrincipal())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "SignedIn[" + actor.kind() + " " + actor.id() + " ‹redacted›]";
    }
}
