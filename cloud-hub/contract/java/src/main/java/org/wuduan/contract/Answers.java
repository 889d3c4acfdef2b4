package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers of the HTTP interface and the batch of readings. */
public final class Answers {
    private Answers() {}

    /** GET /api/me and the answer of POST /api/sessions. */
    public record Me(
            UUID id,
            ActorKind kind,
            String name,
            int idleLogoutMinutes,
            @Nullable Doctor doctor,
            @Nullable AdministratorRole role,
            @Nullable NamedInstitution institution) {
        @Override
        public String toString() {
            return "Me[" + id + " " + kind + " ‹redacted›]";
        }
    }

    /** GET /api/duty?level=&department= */
    public record DutyList(List<Doctor> doctors, List<Planned> planned) {
        public DutyList {
            doctors = List.copyOf(doctors);
            planned = List.copyOf(planned);
        }

        /** A shift of the roster. */
        public record Planned(Doctor doctor, Instant from, Instant to) {}
    }

    /** GET /api/consent-text?language= */
    public record ConsentText(String version, Language language, String title, List<String> paragraphs) {
        public ConsentText {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Answer of POST /api/box-tokens/challenges. */
    public record BoxChallenge(UUID challengeId, String nonce, Instant expiresAt) {
        @Override
        public String toString() {
            return "BoxChallenge[" + challengeId + " ‹redacted›]";
        }
    }

    /** Answer of POST /api/box-tokens, with the household to which the box belongs now. */
    public record BoxToken(String token, Instant expiresAt, NamedHousehold household) {
        @Override
        public String toString() {
            return "BoxToken[‹redacted›]";
        }
    }

    /** Answer of POST /api/boxes/enrolments. */
    public record EnrolledBox(UUID boxId, NamedHousehold household) {}

    /** Answer of POST /api/readings; comes after the database has committed. A refused reading is never accepted later. */
    public record ReadingsAck(List<UUID> acknowledged, List<Refused> refused) {
        public ReadingsAck {
            acknowledged = List.copyOf(acknowledged);
            refused = List.copyOf(refused);
        }

        /** Why one reading was refused. */
        public record Refused(UUID id, Problem problem) {}
    }
}
