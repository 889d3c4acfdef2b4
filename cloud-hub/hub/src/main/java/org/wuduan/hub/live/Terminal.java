package org.wuduan.hub.live;

import java.util.UUID;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.hub.identity.Actor;

/** One connection of a terminal, as other modules see it. */
public interface Terminal {
    /** Made anew for each connection. */
    UUID connectionId();

    Actor actor();

    UUID sessionId();

    /** Queues a message; never blocks. A reader that is too slow is closed. */
    void send(LiveToTerminal message);
}
