package org.wuduan.hub.live;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.LiveToTerminal.Beat.Notice;

/** What every terminal is told with each beat, for its screen to say in words. */
@Component
public class Notices {
    private final Connections connections;

    Notices(Connections connections) {
        this.connections = connections;
    }

    /** From the next beat on; null when there is nothing to say any more. */
    public void say(@Nullable Notice notice) {
        connections.notice(notice);
    }
}
