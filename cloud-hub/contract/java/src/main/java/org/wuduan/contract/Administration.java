package org.wuduan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts by activation link, institutions, staff and duty rosters. */
public final class Administration {
    private Administration() {}

    /** POST /api/activations/lookup */
    public record LookUpActivation(String token) {
        @Override
        public String toString() {
            return "LookUpActivation[‹redacted›]";
        }
    }

    /** POST /api/activations */
    public record Activate(String token, String password) {
        @Override
        public String toString() {
            return "Activate[‹redacted›]";
        }
    }

    /** Answer of POST /api/activations/lookup: whose link it is. */
    public record Activation(String login, String name, ActorKind kind) {
        @Override
        public String toString() {
            return "Activation[" + kind + " ‹redacted›]";
        }
    }

    /**
     * A new one-time link; an older one of the same person is over.
     *
     * @param path path and fragment, to be put behind the hub's address
     */
    public record ActivationLink(String path, Instant expiresAt) {
        @Override
        public String toString() {
            return "ActivationLink[‹redacted›]";
        }
    }

    /**
     * A doctor's post and credentials.
     *
     * @param licence number of the practising certificate (执业证书编号)
     * @param practisingSince year
     * @param internetPractice whether the institution agrees that this doctor practises online; null counts as no
     */
    public record Post(
            String title,
            Department department,
            @Nullable String licence,
            @Nullable Integer practisingSince,
            @Nullable Boolean internetPractice) {
        @Override
        public String toString() {
            return "Post[" + department + " ‹redacted›]";
        }
    }

    /**
     * An institution with its place in the consortium.
     *
     * @param parentId the institution that leads it in the consortium (医联体)
     */
    public record Institution(
            UUID id,
            String name,
            Level level,
            List<Department> departments,
            @Nullable UUID parentId,
            boolean active,
            int version) {
        public Institution {
            departments = List.copyOf(departments);
        }

        @Override
        public String toString() {
            return "Institution[" + id + " ‹redacted›]";
        }
    }

    /** GET /api/administration/institutions */
    public record InstitutionList(List<Institution> institutions) {
        public InstitutionList {
            institutions = List.copyOf(institutions);
        }
    }

    /** POST /api/administration/institutions */
    public record MakeInstitution(
            UUID id,
            String name,
            Level level,
            List<Department> departments,
            @Nullable UUID parentId) {
        public MakeInstitution {
            departments = List.copyOf(departments);
        }

        @Override
        public String toString() {
            return "MakeInstitution[" + id + " ‹redacted›]";
        }
    }

    /** POST /api/administration/institutions/{id} */
    public record EditInstitution(
            int version,
            String name,
            Level level,
            List<Department> departments,
            @Nullable UUID parentId) {
        public EditInstitution {
            departments = List.copyOf(departments);
        }

        @Override
        public String toString() {
            return "EditInstitution[" + version + " ‹redacted›]";
        }
    }

    /** POST …/{id}/standing: deactivate or reactivate; nothing is ever deleted. */
    public record SetStanding(int version, boolean active) {}

    /**
     * Somebody who works here.
     *
     * @param activated whether the person has chosen a password
     * @param linkUntil until when the newest activation link is good
     */
    public record StaffMember(
            UUID id,
            String login,
            String name,
            ActorKind kind,
            @Nullable AdministratorRole role,
            @Nullable NamedInstitution institution,
            @Nullable Post post,
            boolean active,
            boolean activated,
            @Nullable Instant linkUntil,
            int version) {
        @Override
        public String toString() {
            return "StaffMember[" + id + " " + kind + " ‹redacted›]";
        }
    }

    /** GET /api/administration/staff?words= */
    public record StaffList(List<StaffMember> staff, boolean more) {
        public StaffList {
            staff = List.copyOf(staff);
        }
    }

    /** POST /api/administration/staff */
    public record MakeStaff(
            UUID id,
            String login,
            String name,
            ActorKind kind,
            @Nullable AdministratorRole role,
            @Nullable UUID institutionId,
            @Nullable Post post) {
        @Override
        public String toString() {
            return "MakeStaff[" + id + " " + kind + " ‹redacted›]";
        }
    }

    /** POST /api/administration/staff/{id} */
    public record EditStaff(
            int version,
            String name,
            @Nullable UUID institutionId,
            @Nullable Post post) {
        @Override
        public String toString() {
            return "EditStaff[" + version + " ‹redacted›]";
        }
    }

    /**
     * Hours of a doctor's week, within one day; a night is two shifts.
     *
     * @param weekday 1 is Monday (ISO 8601)
     * @param from local time of the institution, HH:MM
     * @param to after from; 24:00 is midnight at the end of the day
     */
    public record Shift(UUID doctorId, int weekday, String from, String to) {
        @Override
        public String toString() {
            return "Shift[" + doctorId + " " + weekday + "]";
        }
    }

    /**
     * GET /api/administration/rosters/{institutionId}/{department}: the weekly plan of a department.
     *
     * @param version 0 before the first plan
     * @param zone IANA name of the institution's time zone
     * @param doctors who can be planned
     */
    public record Roster(int version, String zone, List<Doctor> doctors, List<Shift> shifts) {
        public Roster {
            doctors = List.copyOf(doctors);
            shifts = List.copyOf(shifts);
        }

        @Override
        public String toString() {
            return "Roster[" + version + " " + shifts + "]";
        }
    }

    /** POST /api/administration/rosters/{institutionId}/{department}: the whole week at once. */
    public record EditRoster(int version, List<Shift> shifts) {
        public EditRoster {
            shifts = List.copyOf(shifts);
        }
    }
}
