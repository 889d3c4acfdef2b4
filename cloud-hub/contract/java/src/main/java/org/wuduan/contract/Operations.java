package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the running product is, and what its operators do. Counts and ids of calls and boxes; nothing of a patient. */
public final class Operations {
    private Operations() {}

    /** GET /api/operations/status */
    public record OperationsStatus(
            Instant at,
            Instant startedAt,
            @Nullable Instant noNewCallsSince,
            int underWay,
            int waiting,
            int connections,
            int boxes,
            int boxesOnLine,
            int calls,
            List<LiveCall> liveCalls,
            List<OperationsPart> parts) {
        public OperationsStatus {
            liveCalls = List.copyOf(liveCalls);
            parts = List.copyOf(parts);
        }
    }

    /**
     * One part of the running product.
     *
     * @param since since when it has been so, as far as the hub knows
     */
    public record OperationsPart(
            PartKind kind,
            String name,
            PartState state,
            @Nullable Instant since,
            @Nullable PartTrouble why,
            @Nullable Integer calls,
            @Nullable Long freeMib,
            @Nullable Integer waiting,
            @Nullable String institution) {}

    /** A running call. */
    public record LiveCall(
            UUID id,
            Instant openedAt,
            @Nullable String bridge,
            int generation,
            int seats,
            int present,
            int reconnecting) {}

    /** POST /api/operations/bridges/{name}/drain */
    public record DrainBridge(boolean moveCalls) {}

    /** Choices of kind. */
    public enum PartKind {
        @JsonProperty("database")
        DATABASE,
        @JsonProperty("bridge")
        BRIDGE,
        @JsonProperty("launcher")
        LAUNCHER,
        @JsonProperty("process")
        PROCESS,
        @JsonProperty("door")
        DOOR,
        @JsonProperty("events")
        EVENTS,
        @JsonProperty("seals")
        SEALS,
        @JsonProperty("disk")
        DISK,
        @JsonProperty("box")
        BOX
    }

    /** Choices of state, the one that most needs somebody first. */
    public enum PartState {
        @JsonProperty("ill")
        ILL,
        @JsonProperty("draining")
        DRAINING,
        @JsonProperty("unknown")
        UNKNOWN,
        @JsonProperty("away")
        AWAY,
        @JsonProperty("well")
        WELL
    }

    /** Choices of why. */
    public enum PartTrouble {
        @JsonProperty("no_answer")
        NO_ANSWER,
        @JsonProperty("unreachable")
        UNREACHABLE,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("silent")
        SILENT,
        @JsonProperty("not_ours")
        NOT_OURS,
        @JsonProperty("session_lost")
        SESSION_LOST,
        @JsonProperty("not_started")
        NOT_STARTED,
        @JsonProperty("ended")
        ENDED,
        @JsonProperty("hangs")
        HANGS,
        @JsonProperty("keeps_ending")
        KEEPS_ENDING,
        @JsonProperty("waits_too_long")
        WAITS_TOO_LONG,
        @JsonProperty("nearly_full")
        NEARLY_FULL,
        @JsonProperty("unreadable")
        UNREADABLE,
        @JsonProperty("last_one")
        LAST_ONE,
        @JsonProperty("not_heard")
        NOT_HEARD,
        @JsonProperty("never_heard")
        NEVER_HEARD,
        @JsonProperty("address_away")
        ADDRESS_AWAY,
        @JsonProperty("port_taken")
        PORT_TAKEN,
        @JsonProperty("certificate_unusable")
        CERTIFICATE_UNUSABLE
    }
}
