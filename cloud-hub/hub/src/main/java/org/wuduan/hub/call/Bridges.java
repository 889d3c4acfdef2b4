package org.wuduan.hub.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.bridge.Health;
import org.wuduan.bridge.MediaEvent.NodeDown;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The media bridges as operators see them, and how they take one out of use. Whether somebody may, the caller decides. */
@Service
public class Bridges {
    private final MediaNodes media;
    private final Drains drains;
    private final Audit audit;
    private final Clock clock;

    Bridges(MediaNodes media, Drains drains, Audit audit, Clock clock) {
        this.media = media;
        this.drains = drains;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One bridge.
     *
     * @param since since when it is up or down; null when neither was noticed yet
     * @param trouble why it is down; null when it is not, or was never heard
     * @param drainedSince since when it is taken out of use; null while it is in use
     */
    public record Bridge(
            String name,
            Health health,
            @Nullable Instant since,
            NodeDown.@Nullable Reason trouble,
            @Nullable Instant drainedSince) {
        /** Whether it takes calls in spite of its drain, because there is no other. */
        public boolean isLastOne() {
            return drainedSince != null && health == Health.UP;
        }
    }

    public List<Bridge> all() {
        return media.nodes().stream().map(this::bridge).toList();
    }

    private Bridge bridge(MediaNode node) {
        return new Bridge(
                node.id().value(),
                node.health(),
                media.changedAt(node.id()).orElse(null),
                media.trouble(node.id()).orElse(null),
                media.drain(node.id()).map(Drains.Drain::since).orElse(null));
    }

    /**
     * Takes a bridge out of use within two seconds: it gets no new calls. The last one that can be used is refused, because
     * calls would have neither sound nor picture.
     *
     * @param moveCalls whether running calls move to another bridge; else they end where they are
     */
    @Transactional
    public Outcome<Outcome.Nothing> drain(UUID by, String name, boolean moveCalls) {
        var node = node(name);
        if (node.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var drained = drains.all();
        boolean another = media.nodes().stream()
                .filter(other -> !other.id().equals(node.get()))
                .anyMatch(other -> other.health() == Health.UP && !drained.containsKey(other.id()));
        if (!another) {
            return Refused.state("last-bridge");
        }
        drains.put(node.get(), new Drains.Drain(clock.instant(), moveCalls));
        audit.record(Audit.Kind.WRITE, by, moveCalls ? "drain-bridge-and-move" : "drain-bridge", null);
        return Outcome.done();
    }

    /** Takes it into use again; one that is in use stays so. */
    @Transactional
    public Outcome<Outcome.Nothing> resume(UUID by, String name) {
        var node = node(name);
        if (node.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        drains.remove(node.get());
        audit.record(Audit.Kind.WRITE, by, "resume-bridge", null);
        return Outcome.done();
    }

    private Optional<NodeId> node(String name) {
        return media.nodes().stream()
                .map(MediaNode::id)
                .filter(id -> id.value().equals(name))
                .findFirst();
    }
}
