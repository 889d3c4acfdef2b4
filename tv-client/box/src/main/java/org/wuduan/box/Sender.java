package org.wuduan.box;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wuduan.box.BootClock.Tick;
import org.wuduan.box.HubHttp.HubAnswer;
import org.wuduan.box.Outbox.Waiting;
import org.wuduan.contract.Answers.ReadingsAck;
import org.wuduan.contract.Answers.ReadingsAck.Refused;
import org.wuduan.contract.Problem;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import tools.jackson.core.JacksonException;

/**
 * Brings the outbox to the hub, one batch at a time, on a thread of its own. A batch whose answer got lost is sent again
 * with the same ids. A batch that the hub finds unreadable is halved until the one bad reading stands alone; that one is
 * kept for the operator, and the others go through. So is one at which the hub itself fails, though the hub serves the
 * others: one reading alone becomes a suspect, and is set aside only when it fails once more right after the hub has taken
 * another. A hub that fails at everything therefore blames no reading.
 */
final class Sender implements Runnable {
    /** The hub takes at most so many readings at once (PROTOCOL.md §2). */
    static final int BATCH_MAX = 500;

    /** The hub takes at most 1 MiB; JSON characters of readings are nearly all one byte. */
    static final int BATCH_BYTES_MAX = 900_000;

    /** A batch at which the hub fails so many times in a row is halved, in case one reading is to blame. */
    static final int FAILURES_MAX = 3;

    /** More suspects than this, and it is the hub: all are innocent again. */
    static final int SUSPECTS_MAX = 100;

    /** What was set aside is tried again so often: the hub's fault may have been mended. */
    static final Duration BRING_BACK_EVERY = Duration.ofHours(24);

    /** A gateway or an overloaded hub: nothing that a reading could be to blame for. */
    private static final Set<Integer> HUB_AWAY = Set.of(502, 503, 504);

    /** An empty outbox is looked at again after so long even when nobody called. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final HubHttp hub;
    private final HubTokens tokens;
    private final ReadingNews news;
    private final Intake.Clocks clocks;
    private final EventLog log;
    private final Semaphore calls = new Semaphore(0);
    private final Backoff backoff = new Backoff();
    private final Set<UUID> suspects = new LinkedHashSet<>();
    private int batchMax = BATCH_MAX;
    private int failures;
    private long refusedCount;

    /** What the sender brings together. */
    record Parts(Outbox outbox, HubHttp hub, HubTokens tokens, ReadingNews news) {}

    Sender(Parts parts, Intake.Clocks clocks, EventLog log) {
        this.outbox = parts.outbox();
        this.hub = parts.hub();
        this.tokens = parts.tokens();
        this.news = parts.news();
        this.clocks = clocks;
        this.log = log;
    }

    /** There is something to send, or the hub has come back: pauses end now. */
    void wake() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Lets what was set aside wait again. */
    void bringBack() {
        try {
            int back = outbox.bringBack();
            if (back > 0) {
                log.event("readings.brought-back", "count", back);
                news.changed();
                wake();
            }
        } catch (IOException e) {
            log.event("readings.not-brought-back", "fault", EventLog.kind(e));
        }
    }

    @Override
    public void run() {
        bringBack();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sendNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendNext() throws InterruptedException {
        try {
            List<Waiting> batch = outbox.oldest(batchMax, BATCH_BYTES_MAX, suspects);
            if (batch.isEmpty() && !suspects.isEmpty()) {
                suspects.clear();
                rest(backoff.next());
            } else if (batch.isEmpty()) {
                rest(IDLE);
            } else if (send(batch)) {
                backoff.reset();
            } else {
                rest(backoff.next());
            }
        } catch (IOException e) {
            Duration pause = backoff.next();
            log.event("readings.wait", "fault", EventLog.kind(e), "pauseMillis", pause.toMillis());
            rest(pause);
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        if (calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    /** @return whether the outbox got shorter or the next try is a different one */
    private boolean send(List<Waiting> batch) throws IOException, InterruptedException {
        Map<Waiting, Reading> readable = readable(batch);
        if (readable.isEmpty()) {
            return true;
        }
        HubAnswer answer = post(readable);
        List<Reading> readings = List.copyOf(readable.values());
        return switch (answer.status()) {
            case 200 -> {
                boolean shorter = settle(readings, answer.as(ReadingsAck.class));
                judgeSuspects();
                yield shorter;
            }
            case 401 -> backoff.isFresh();
            case 400, 413, 422 -> split(batch, answer);
            default -> {
                log.event("readings.not-taken", "status", answer.status(), "count", batch.size());
                suspect(readings, answer.status());
                yield false;
            }
        };
    }

    private HubAnswer post(Map<Waiting, Reading> readings) throws IOException, InterruptedException {
        String token = HubHttp.await(tokens.token());
        HubAnswer answer = HubHttp.await(hub.post("/api/readings", asSentNow(readings), Optional.of(token)));
        if (answer.status() == 401) {
            tokens.refused(token);
            log.event("readings.token-refused");
        }
        return answer;
    }

    private void suspect(List<Reading> readings, int status) {
        if (!isHubsFault(status) || ++failures < FAILURES_MAX) {
            return;
        }
        failures = 0;
        if (readings.size() > 1) {
            batchMax = readings.size() / 2;
            return;
        }
        suspects.add(readings.getFirst().id());
        if (suspects.size() > SUSPECTS_MAX) {
            suspects.clear();
        }
    }

    private static boolean isHubsFault(int status) {
        return status >= 500 && !HUB_AWAY.contains(status);
    }

    /** The hub has just taken others: at what it fails now, it fails because of that reading. */
    private void judgeSuspects() throws IOException, InterruptedException {
        failures = 0;
        for (UUID id : List.copyOf(suspects)) {
            Optional<Waiting> waiting = outbox.waiting(id);
            if (waiting.isPresent() && !isJudged(waiting.get())) {
                return;
            }
            suspects.remove(id);
        }
    }

    /** @return false when the hub's answer says nothing about the reading */
    private boolean isJudged(Waiting suspect) throws IOException, InterruptedException {
        Map<Waiting, Reading> alone = readable(List.of(suspect));
        if (alone.isEmpty()) {
            return true;
        }
        HubAnswer answer = post(alone);
        if (answer.status() == 200) {
            settle(List.copyOf(alone.values()), answer.as(ReadingsAck.class));
            return true;
        }
        if (!isHubsFault(answer.status())) {
            return false;
        }
        outbox.setAside(suspect.id(), clocks.wall().instant());
        log.event("readings.set-aside", "status", answer.status(), "kept", outbox.setAsideKept());
        news.changed();
        return true;
    }

    /** With the box's own time, and with how long each has waited where that is known: the box's clock may be wrong. */
    private ReadingBatch asSentNow(Map<Waiting, Reading> readings) {
        Optional<Tick> now = clocks.boot().now();
        var sent = new ArrayList<Reading>();
        readings.forEach((waiting, reading) -> {
            sent.add(Optional.ofNullable(waiting.receivedAt())
                    .flatMap(received -> now.flatMap(received::millisUntil))
                    .map(reading::afterWaiting)
                    .orElse(reading));
        });
        return new ReadingBatch(sent, clocks.wall().instant());
    }

    /** A row that this version can't read (another version wrote it) is kept for the operator instead of stopping all. */
    private Map<Waiting, Reading> readable(List<Waiting> batch) throws IOException {
        var readings = new LinkedHashMap<Waiting, Reading>();
        var unreadable = new ArrayList<Refused>();
        for (Waiting one : batch) {
            try {
                readings.put(one, one.reading());
            } catch (JacksonException e) {
                unreadable.add(new Refused(one.id(), malformed("The box cannot read the reading any more", 400)));
            }
        }
        if (!unreadable.isEmpty()) {
            outbox.settle(List.of(), unreadable, clocks.wall().instant());
            refusedCount += unreadable.size();
            log.event("readings.unreadable", "count", unreadable.size());
        }
        return readings;
    }

    private boolean settle(List<Reading> sent, ReadingsAck ack) throws IOException {
        var ids = new HashSet<UUID>();
        sent.forEach(reading -> ids.add(reading.id()));
        List<UUID> acknowledged =
                ack.acknowledged().stream().filter(ids::contains).toList();
        List<Refused> refused =
                ack.refused().stream().filter(one -> ids.contains(one.id())).toList();
        outbox.settle(acknowledged, refused, clocks.wall().instant());
        refusedCount += refused.size();
        var taken = new HashSet<>(acknowledged);
        news.delivered(
                sent.stream().filter(reading -> taken.contains(reading.id())).toList());
        batchMax = Math.min(BATCH_MAX, batchMax * 2);
        log.event(
                "readings.delivered",
                "count",
                acknowledged.size(),
                "refused",
                refused.size(),
                "refusedSinceStart",
                refusedCount,
                "waiting",
                outbox.waiting());
        return !acknowledged.isEmpty() || !refused.isEmpty();
    }

    private boolean split(List<Waiting> batch, HubAnswer answer) throws IOException {
        if (batch.size() > 1) {
            batchMax = batch.size() / 2;
            return true;
        }
        var refused = new Refused(batch.getFirst().id(), problem(answer));
        outbox.settle(List.of(), List.of(refused), clocks.wall().instant());
        refusedCount++;
        news.changed();
        log.event("readings.refused", "status", answer.status(), "refusedSinceStart", refusedCount);
        return true;
    }

    private static Problem problem(HubAnswer answer) {
        try {
            return answer.as(Problem.class);
        } catch (IOException e) {
            return malformed("The hub refused the reading without a problem", answer.status());
        }
    }

    private static Problem malformed(String title, int status) {
        return new Problem("urn:wuduan:problem:malformed-json", title, status, null, null, null, null);
    }
}
