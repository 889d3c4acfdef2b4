package org.wuduan.hub.live;

import org.wuduan.contract.LiveToHub;
import org.wuduan.hub.shared.Outcome;

/** A module's way to answer messages of its own. */
public interface MessageHandler {
    boolean handles(LiveToHub message);

    /** Answers a message; runs on a thread of its connection, one message of a connection at a time. */
    Outcome<Reply> handle(Terminal terminal, LiveToHub message);

    /** A connection is over; called again when a message of it was still being answered. */
    void closed(Terminal terminal);
}
