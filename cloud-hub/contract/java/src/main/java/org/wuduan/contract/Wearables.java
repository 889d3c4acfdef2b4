package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wearables of a household, and how one is added to it. */
public final class Wearables {
    private Wearables() {}

    /** A wearable of the household. */
    public record KnownWearable(
            String address,
            String model,
            @Nullable String name,
            List<MeasurementProfile> profiles,
            List<UUID> wearers) {
        public KnownWearable {
            profiles = List.copyOf(profiles);
            wearers = List.copyOf(wearers);
        }

        @Override
        public String toString() {
            return "KnownWearable[‹redacted›]";
        }
    }

    /** A wearable in reach that belongs to no list yet. @param signal in dBm */
    public record FoundWearable(String address, String model, List<MeasurementProfile> profiles, int signal) {
        public FoundWearable {
            profiles = List.copyOf(profiles);
        }

        @Override
        public String toString() {
            return "FoundWearable[‹redacted›]";
        }
    }

    /** How far adding a wearable has come. */
    public enum PairingState {
        @JsonProperty("searching")
        SEARCHING,
        @JsonProperty("pairing")
        PAIRING,
        @JsonProperty("type_code")
        TYPE_CODE,
        @JsonProperty("show_code")
        SHOW_CODE,
        @JsonProperty("compare_code")
        COMPARE_CODE,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("paired")
        PAIRED,
        @JsonProperty("added")
        ADDED,
        @JsonProperty("measured")
        MEASURED
    }

    /** Why a bond did not come about. */
    public enum PairingFailure {
        @JsonProperty("out_of_reach")
        OUT_OF_REACH,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("timed_out")
        TIMED_OUT,
        @JsonProperty("not_supported")
        NOT_SUPPORTED
    }

    /** A wearable is being added. @param answer what a person typed or said; only the box sees it */
    public record Pairing(
            UUID id,
            PairingState state,
            Instant expiresAt,
            int attempt,
            List<FoundWearable> found,
            @Nullable String chosen,
            @Nullable String code,
            @Nullable String answer,
            @Nullable PairingFailure failure) {
        public Pairing {
            found = List.copyOf(found);
        }

        @Override
        public String toString() {
            return "Pairing[" + id + " " + state + " ‹redacted›]";
        }
    }

    /** POST /api/households/{id}/wearable-pairing */
    public record StartPairing(UUID pairingId) {}

    /** POST /api/households/{id}/wearable-pairing/choose */
    public record ChooseWearable(UUID pairingId, String address) {
        @Override
        public String toString() {
            return "ChooseWearable[" + pairingId + " ‹redacted›]";
        }
    }

    /** POST /api/households/{id}/wearable-pairing/answer */
    public record AnswerCode(UUID pairingId, String answer) {
        @Override
        public String toString() {
            return "AnswerCode[" + pairingId + " ‹redacted›]";
        }
    }

    /** POST /api/households/{id}/wearable-pairing/add */
    public record AddWearable(
            UUID pairingId, UUID patientId, @Nullable String name) {
        @Override
        public String toString() {
            return "AddWearable[" + pairingId + " ‹redacted›]";
        }
    }

    /** POST /api/households/{id}/wearable-pairing/end */
    public record EndPairing(UUID pairingId) {}

    /** POST /api/households/{id}/wearable-pairing/found, by the box */
    public record ReportFound(UUID pairingId, List<FoundWearable> found) {
        public ReportFound {
            found = List.copyOf(found);
        }
    }

    /** POST /api/households/{id}/wearable-pairing/report, by the box */
    public record ReportPairing(
            UUID pairingId,
            int attempt,
            PairingState state,
            @Nullable String code,
            @Nullable PairingFailure failure) {
        @Override
        public String toString() {
            return "ReportPairing[" + pairingId + " " + state + " ‹redacted›]";
        }
    }

    /** POST /api/households/{id}/wearables/{address}/name */
    public record NameWearable(String name) {
        @Override
        public String toString() {
            return "NameWearable[‹redacted›]";
        }
    }

    /** POST /api/households/{id}/wearables/{address}/wearer */
    public record ChangeWearer(UUID patientId) {}
}
