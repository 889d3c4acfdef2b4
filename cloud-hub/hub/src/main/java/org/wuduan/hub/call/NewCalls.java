package org.wuduan.hub.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.LiveToTerminal.Beat.Notice;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.live.Notices;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * Whether anything may begin that leads to a new call. An operator stops it before the machine is to stop; what is under
 * way goes on. In memory: a hub that was started anew takes new calls, because it may have been started for that.
 */
@Service
public class NewCalls {
    private final Notices notices;
    private final Audit audit;
    private final Clock clock;
    private volatile @Nullable Instant stoppedSince;

    NewCalls(Notices notices, Audit audit, Clock clock) {
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses while none may begin. */
    public Outcome<Outcome.Nothing> mayBegin() {
        return stoppedSince == null ? Outcome.done() : Refused.of(ProblemType.NO_NEW_CALLS);
    }

    public Optional<Instant> stoppedSince() {
        return Optional.ofNullable(stoppedSince);
    }

    /** Repeating it changes nothing. */
    public Outcome<Outcome.Nothing> stop(UUID by) {
        if (stoppedSince == null) {
            audit.record(Audit.Kind.WRITE, by, "drain-hub", null);
            stoppedSince = clock.instant();
            notices.say(Notice.NO_NEW_CALLS);
        }
        return Outcome.done();
    }

    public Outcome<Outcome.Nothing> resume(UUID by) {
        if (stoppedSince != null) {
            audit.record(Audit.Kind.WRITE, by, "resume-hub", null);
            stoppedSince = null;
            notices.say(null);
        }
        return Outcome.done();
    }
}
