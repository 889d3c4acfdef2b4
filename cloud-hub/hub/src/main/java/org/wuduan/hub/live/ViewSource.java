package org.wuduan.hub.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wuduan.contract.View;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;

/** A module's way to show its streams. Called often: it reads, and never changes anything. */
public interface ViewSource {
    /** The stream kind that this source shows, for example consultation; inbox sources add the actor's kind. */
    String kind();

    /** Whether this source shows that kind of stream to this kind of actor. */
    default boolean serves(Actor actor) {
        return true;
    }

    /** The newest view of a stream as this actor may see it, or why not. */
    Outcome<View> view(Actor actor, UUID id);

    /**
     * What a view of the own inbox shows of others: it is in the audit, once for each actor and object, before the view
     * is sent. Watching the stream of somebody else is audited by itself.
     */
    default Optional<Opening> opens(View view) {
        return Optional.empty();
    }

    /** @param action name of the opening in the audit */
    record Opening(String action, List<UUID> objects) {
        public Opening {
            objects = List.copyOf(objects);
        }

        @Override
        public String toString() {
            return "Opening[" + objects.size() + " objects]";
        }
    }
}
