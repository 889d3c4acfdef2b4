package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.wuduan.contract.Answers.EnrolledBox;
import org.wuduan.contract.Commands.EnrolBox;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.WireJson;

/** Enrols the box once into a household with a one-time code, and remembers it in {@code enrolment.json}. */
final class Enrolment {
    /** Wait after a refused code: an operator must bring another, or the hub is not yet told of this one. */
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(10);

    private final Path file;
    private final BoxIdentity identity;
    private final HubHttp hub;
    private final EventLog log;
    private final AtomicReference<Optional<EnrolledBox>> enrolled;

    Enrolment(Path data, BoxIdentity identity, HubHttp hub, EventLog log) throws IOException {
        this.file = data.resolve("enrolment.json");
        this.identity = identity;
        this.hub = hub;
        this.log = log;
        this.enrolled = new AtomicReference<>(
                Files.exists(file)
                        ? Optional.of(WireJson.mapper().readValue(Files.readAllBytes(file), EnrolledBox.class))
                        : Optional.empty());
    }

    boolean isEnrolled() {
        return enrolled.get().isPresent();
    }

    Optional<NamedHousehold> household() {
        return enrolled.get().map(EnrolledBox::household);
    }

    /** Tries until the hub has enrolled the box; without bound, because without a household the box has nothing to do. */
    void enrol(String code) throws InterruptedException {
        var backoff = new Backoff();
        while (!isEnrolled()) {
            try {
                var key = identity.key();
                var request = new EnrolBox(key.boxId(), code, key.publicKey());
                var answer = HubHttp.await(hub.post("/api/boxes/enrolments", request, Optional.empty()));
                if (answer.status() < 300) {
                    keep(answer.as(EnrolledBox.class));
                } else {
                    log.event("box.enrolment-refused", "status", answer.status());
                    Thread.sleep(answer.status() < 500 ? AFTER_REFUSAL : backoff.next());
                }
            } catch (IOException e) {
                Duration pause = backoff.next();
                log.event("box.enrolment-waits", "fault", EventLog.kind(e), "pauseMillis", pause.toMillis());
                Thread.sleep(pause);
            }
        }
    }

    /** The box belongs to no household any more. */
    void forget() throws IOException {
        PrivateFiles.delete(file);
        enrolled.set(Optional.empty());
    }

    void keep(EnrolledBox answer) throws IOException {
        PrivateFiles.write(file, WireJson.mapper().writeValueAsBytes(answer));
        enrolled.set(Optional.of(answer));
        log.event(
                "box.enrolled",
                "boxId",
                answer.boxId(),
                "householdId",
                answer.household().id());
    }
}
