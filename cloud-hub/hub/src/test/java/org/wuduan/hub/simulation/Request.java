package org.wuduan.hub.simulation;

import java.util.UUID;
import org.wuduan.hub.consultation.ConsultationSide.Wish;
import org.wuduan.hub.identity.Actor;

/** A command of a page, sent again under its key until an answer came. */
final class Request {
    final Actor actor;
    final UUID key;
    final Wish wish;

    /** Copies that are on their way to the hub. */
    int underWay;

    /** Set by the first answer that reached the page. */
    Answer answer = Answer.NONE;

    enum Answer {
        NONE,
        DONE,
        REFUSED
    }

    Request(Actor actor, UUID key, Wish wish) {
        this.actor = actor;
        this.key = key;
        this.wish = wish;
    }

    boolean answered() {
        return answer != Answer.NONE;
    }
}
