package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looked at a patient's record, as the patient and the children may know. */
public final class Looks {
    private Looks() {}

    /** GET /api/patients/{id}/looks?before= */
    public record LookPage(List<Look> looks, @Nullable Long next) {
        public LookPage {
            looks = List.copyOf(looks);
        }

        /** Somebody looked at the record or wrote into it. */
        public record Look(
                String who,
                ActorKind kind,
                @Nullable String title,
                @Nullable String institution,
                @Nullable String relation,
                Kind what,
                Instant at) {
            @Override
            public String toString() {
                return "Look[" + kind + " " + what + " ‹redacted›]";
            }
        }

        /** Choices of what. */
        public enum Kind {
            @JsonProperty("vitals")
            VITALS,
            @JsonProperty("request")
            REQUEST,
            @JsonProperty("consultation")
            CONSULTATION,
            @JsonProperty("prescription")
            PRESCRIPTION,
            @JsonProperty("care")
            CARE,
            @JsonProperty("registration")
            REGISTRATION,
            @JsonProperty("id_number")
            ID_NUMBER,
            @JsonProperty("record")
            RECORD,
            @JsonProperty("record_change")
            RECORD_CHANGE,
            @JsonProperty("consent_withdrawn")
            CONSENT_WITHDRAWN
        }
    }
}
