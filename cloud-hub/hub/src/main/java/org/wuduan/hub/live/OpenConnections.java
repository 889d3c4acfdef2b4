package org.wuduan.hub.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;

/** Who is connected now, for whoever watches over the running of the hub. */
@Component
public class OpenConnections {
    private final Connections connections;

    OpenConnections(Connections connections) {
        this.connections = connections;
    }

    /**
     * One connection.
     *
     * @param streams how many it watches
     */
    public record Open(UUID actor, ActorKind kind, Instant since, int streams) {}

    public List<Open> now() {
        return connections.all().stream()
                .map(one -> new Open(
                        one.actor().id(),
                        one.actor().kind(),
                        one.openedAt(),
                        one.watching().size()))
                .toList();
    }
}
