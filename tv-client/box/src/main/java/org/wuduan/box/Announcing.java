package org.wuduan.box;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.wuduan.box.HubHttp.HubAnswer;
import org.wuduan.contract.Boxes.AnnounceBox;
import org.wuduan.contract.Boxes.AnnouncedBox;
import org.wuduan.contract.Boxes.AnnouncementState;
import org.wuduan.contract.Boxes.AskAnnouncement;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.Problem;

/**
 * A box without a household gets a code from the hub, shows it, and asks every two seconds whether somebody confirmed it.
 * A code that is over is replaced by another, without end.
 */
final class Announcing {
    /** Between two questions whether the code was confirmed. */
    static final Duration ASK_EVERY = Duration.ofSeconds(2);

    /** The hub wants no announcement from this address for a while; asked again at the latest after this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final BoxIdentity identity;
    private final HubHttp hub;
    private final HubTokens tokens;
    private final InstantSource clock;
    private final EventLog log;
    private final AtomicReference<Optional<AnnouncedBox>> shown = new AtomicReference<>(Optional.empty());
    private final Runnable changed;

    /** The ways to the hub. */
    record Hub(HubHttp http, HubTokens tokens) {}

    /** @param changed called when another code is to be shown, on this thread */
    Announcing(BoxIdentity identity, Hub hub, InstantSource clock, EventLog log, Runnable changed) {
        this.identity = identity;
        this.hub = hub.http();
        this.tokens = hub.tokens();
        this.clock = clock;
        this.log = log;
        this.changed = changed;
    }

    /** The code to show now; empty while there is none that the hub would take. */
    Optional<String> code() {
        return shown.get().filter(this::isGood).map(AnnouncedBox::code);
    }

    private boolean isGood(AnnouncedBox announced) {
        return clock.instant().isBefore(announced.expiresAt());
    }

    /** What is done with the household that took the box in. */
    interface TakenIn {
        void by(NamedHousehold household) throws IOException;
    }

    /** Announces the box until somebody has taken it in, whatever the hub and the network do. */
    void untilTakenIn(TakenIn takenIn) throws InterruptedException {
        var backoff = new Backoff();
        while (true) {
            try {
                var home = announceAndWait();
                if (home.isPresent()) {
                    takenIn.by(home.get());
                    show(Optional.empty());
                    return;
                }
                backoff.reset();
            } catch (IOException e) {
                Duration pause = backoff.next();
                log.event("box.announcement-waits", "fault", EventLog.kind(e), "pauseMillis", pause.toMillis());
                changed.run();
                Thread.sleep(pause);
            }
        }
    }

    /** @return the household, or empty when another announcement is due */
    private Optional<NamedHousehold> announceAndWait() throws IOException, InterruptedException {
        var held = shown.get().filter(this::isGood);
        if (held.isEmpty()) {
            var answer = announce();
            switch (answer.status()) {
                case 200 -> {
                    show(Optional.of(answer.as(AnnouncedBox.class)));
                    log.event("box.announced");
                }
                // confirmed under an earlier code while the box was off: it is taken in already
                case 409 -> {
                    return Optional.of(HubHttp.await(tokens.home()));
                }
                default -> {
                    log.event("box.announcement-refused", "status", answer.status());
                    Thread.sleep(wait(answer));
                    return Optional.empty();
                }
            }
        }
        return waitForConfirmation(shown.get().orElseThrow());
    }

    private Optional<NamedHousehold> waitForConfirmation(AnnouncedBox announced)
            throws IOException, InterruptedException {
        while (isGood(announced)) {
            Thread.sleep(ASK_EVERY);
            var question = new AskAnnouncement(identity.key().boxId(), announced.code());
            var answer = HubHttp.await(hub.post("/api/boxes/announcements/state", question, Optional.empty()));
            if (answer.status() != 200) {
                throw new IOException("the hub does not say whether the code was confirmed: " + answer.status());
            }
            var state = answer.as(AnnouncementState.class);
            switch (state.state()) {
                case WAITING -> {
                    // nobody has entered the code yet
                }
                case EXPIRED -> {
                    show(Optional.empty());
                    return Optional.empty();
                }
                case CONFIRMED -> {
                    return Optional.ofNullable(state.household());
                }
            }
        }
        show(Optional.empty());
        return Optional.empty();
    }

    private HubAnswer announce() throws IOException, InterruptedException {
        var key = identity.key();
        var request = new AnnounceBox(key.boxId(), key.publicKey(), key.signAnnouncement());
        return HubHttp.await(hub.post("/api/boxes/announcements", request, Optional.empty()));
    }

    private static Duration wait(HubAnswer answer) {
        try {
            Integer seconds = answer.as(Problem.class).retryAfterSeconds();
            Duration wanted = seconds == null ? Duration.ofSeconds(10) : Duration.ofSeconds(seconds);
            return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
        } catch (IOException noProblem) {
            return Duration.ofSeconds(10);
        }
    }

    private void show(Optional<AnnouncedBox> announced) {
        shown.set(announced);
        changed.run();
    }
}
