package org.wuduan.hub.live;

import org.wuduan.hub.identity.Actor;

/** Where it is written down what views of inboxes showed of others. */
@FunctionalInterface
interface Openings {
    /** Before the view is sent: what can't be written down is not shown. */
    void shown(Actor to, ViewSource.Opening what);
}
