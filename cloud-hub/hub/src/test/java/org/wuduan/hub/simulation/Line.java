package org.wuduan.hub.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.Terminal;

/** One WebSocket. What is under way arrives in order or, when the line is cut, not at all. */
final class Line implements Terminal {
    private final UUID id;
    private final Actor actor;
    private final String name;
    /** Of the page: a person's two phones have two. */
    private final UUID session;

    final Deque<LiveToHub> toHub = new ArrayDeque<>();
    final Deque<LiveToTerminal> toPage = new ArrayDeque<>();

    /** The page watches its consultation from the first moment, and a view is due at once. */
    boolean viewDue = true;

    boolean cut;
    /** Whether the hub has noticed that the line is cut. */
    boolean closedAtHub;

    Line(UUID id, Page page) {
        this.id = id;
        this.actor = page.actor;
        this.session = page.session;
        this.name = page.name;
    }

    /** Of its page. */
    String name() {
        return name;
    }

    @Override
    public UUID connectionId() {
        return id;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public UUID sessionId() {
        return session;
    }

    @Override
    public void send(LiveToTerminal message) {
        if (!cut) {
            toPage.add(message);
        }
    }

    void cut() {
        cut = true;
        toHub.clear();
        toPage.clear();
    }
}
