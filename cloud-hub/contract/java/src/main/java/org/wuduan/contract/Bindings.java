package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sons and daughters: how they are bound to a patient, what they may do, and until when. */
public final class Bindings {
    private Bindings() {}

    /** POST /api/bindings/codes */
    public record MakeBindingCode(
            String code,
            UUID patientId,
            @Nullable List<FamilyRight> rights,
            @Nullable Instant until,
            @Nullable String proof) {
        @Override
        public String toString() {
            return "MakeBindingCode[" + patientId + " ‹redacted›]";
        }
    }

    /** POST /api/bindings */
    public record Bind(String code, String relation) {
        @Override
        public String toString() {
            return "Bind[‹redacted›]";
        }
    }

    /** POST /api/family-accounts */
    public record RegisterFamily(String code, String login, String password, String name, String relation) {
        @Override
        public String toString() {
            return "RegisterFamily[‹redacted›]";
        }
    }

    /** POST /api/patients/{id}/children/{accountId}/rights */
    public record GrantRights(
            List<FamilyRight> rights,
            @Nullable Instant until,
            @Nullable String proof) {
        @Override
        public String toString() {
            return "GrantRights[" + rights + " ‹redacted›]";
        }
    }

    /** GET /api/patients/{id}/children */
    public record ChildList(Patient patient, List<KnownChild> children) {
        public ChildList {
            children = List.copyOf(children);
        }

        /** A child as the clinic sees it. */
        public record KnownChild(
                BoundChild child, Instant boundAt, @Nullable String proof) {
            @Override
            public String toString() {
                return "KnownChild[" + child + " ‹redacted›]";
            }
        }
    }

    /** POST /api/readings/{id}/wearer */
    public record NameWearer(@Nullable UUID patientId) {}
}
