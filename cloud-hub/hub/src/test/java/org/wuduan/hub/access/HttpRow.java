package org.wuduan.hub.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One line of the matrix for an endpoint.
 *
 * @param endpoint method and path pattern
 * @param variant tells lines of the same endpoint apart; empty for the only one
 * @param query appended to the path
 * @param body of the request, null for none
 * @param allowed who may
 */
record HttpRow(
        String endpoint,
        String variant,
        String query,
        BiFunction<Target, Who, @Nullable Object> body,
        Allowed allowed) {
    private static final UUID NO_OPINION = new UUID(7, 8);
    private static final String NO_PRESCRIPTION = "00000000-0000-7000-8000-000000000092";

    /** Who may use an endpoint. */
    sealed interface Allowed {}

    /** About no object: those listed may, other signed-in actors get action-not-allowed. */
    record Only(Set<Who> who) implements Allowed {}

    /** About something that does not exist: those listed hear that, other signed-in actors action-not-allowed. */
    record NothingThere(Set<Who> who) implements Allowed {}

    /**
     * About a consultation or its patient: others who have a part in it get action-not-allowed, everybody else
     * not-found.
     *
     * @param missing has a part, but what is asked for belongs to another: not-found
     */
    record AboutObject(Set<Who> whileWaiting, Set<Who> whileLive, Set<Who> missing) implements Allowed {}

    /** About something of a patient or a consultation that is not there: those who may hear that, others as AboutObject. */
    record NothingInRecord(Set<Who> whileWaiting, Set<Who> whileLive) implements Allowed {
        Got expected(Who who, Thing thing) {
            var got = Parts.expected(who, thing, new AboutObject(whileWaiting, whileLive, Set.of()));
            return got == Got.ALLOWED ? Got.NOT_FOUND : got;
        }
    }

    /** About a household: others who have a part in it get action-not-allowed, everybody else not-found. */
    record AboutHousehold(Set<Who> those) implements Allowed {
        private static final Set<Who> WITH_A_PART = EnumSet.of(Who.BOX, Who.CHILD_WITH_ALL_RIGHTS, Who.REGISTRAR);

        Got expected(Who who, Thing thing) {
            if (thing == Thing.FOREIGN || !WITH_A_PART.contains(who)) {
                return Got.NOT_FOUND;
            }
            return those.contains(who) ? Got.ALLOWED : Got.ACTION_NOT_ALLOWED;
        }
    }

    /** About a thing of the asker's own, which the walk never names: not-found for everybody. */
    record OwnAlone() implements Allowed {}

    /** By a token that no actor of the walk has. */
    record ByToken() implements Allowed {}

    /** About a thing that the walk never names: not-found for those who may look for it. */
    record FoundBy(Set<Who> those) implements Allowed {}

    Got expected(Who who, Thing thing) {
        return switch (allowed) {
            case Only(var those) ->
                those.contains(who) ? Got.ALLOWED : who == Who.ANONYMOUS ? Got.NOT_SIGNED_IN : Got.ACTION_NOT_ALLOWED;
            case NothingInRecord about -> who == Who.ANONYMOUS ? Got.NOT_SIGNED_IN : about.expected(who, thing);
            case AboutHousehold about -> who == Who.ANONYMOUS ? Got.NOT_SIGNED_IN : about.expected(who, thing);
            case FoundBy(var those) ->
                those.contains(who) ? Got.NOT_FOUND : who == Who.ANONYMOUS ? Got.NOT_SIGNED_IN : Got.ACTION_NOT_ALLOWED;
            case ByToken _ -> Got.NOT_SIGNED_IN;
            case OwnAlone _ -> who == Who.ANONYMOUS ? Got.NOT_SIGNED_IN : Got.NOT_FOUND;
            case NothingThere(var those) ->
                those.contains(who) ? Got.NOT_FOUND : who == Who.ANONYMOUS ? Got.NOT_SIGNED_IN : Got.ACTION_NOT_ALLOWED;
            case AboutObject about -> who == Who.ANONYMOUS ? Got.NOT_SIGNED_IN : Parts.expected(who, thing, about);
        };
    }

    boolean aboutObject() {
        return !(allowed instanceof Only);
    }

    boolean takesFile() {
        return endpoint.startsWith("POST /api/household-imports")
                || endpoint.startsWith("POST /api/administration/staff-imports")
                || endpoint.startsWith("POST /api/administration/diagnosis-imports")
                || endpoint.startsWith("POST /api/drug-tables")
                || endpoint.startsWith("POST /api/administration/disease-catalogues/check");
    }

    String method() {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    String path(Target target) {
        var kind = endpoint.contains("/api/") ? endpoint.split("/")[2] : "";
        var id = switch (kind) {
            case "boxes" -> target.box();
            case "households" -> target.household();
            case "patients" -> target.patient();
            case "readings" -> target.reading();
            default -> target.consultation();
        };
        return endpoint.substring(endpoint.indexOf(' ') + 1)
                        .replace("{id}", id.toString())
                        .replace("{address}", "C0:00:00:00:09:09")
                        .replace("{accountId}", target.child().toString())
                        .replace("{invitationId}", target.invitation().toString())
                        .replace("{opinionId}", NO_OPINION.toString())
                        .replace("{document}", NO_OPINION.toString())
                        .replace("{consultationId}", target.consultation().toString())
                        .replace("{entryId}", RecordTable.NOTHING.toString())
                        .replace("{noteId}", RecordTable.NOTHING.toString())
                        .replace("{department}", "general")
                        .replace("{name}", "no-such-bridge")
                        .replace("{prescriptionId}", NO_PRESCRIPTION)
                        .replace("{kind}", "formulary")
                + query;
    }

    /** Who has a part in the own household's consultations, whatever it allows. */
    static final class Parts {
        static final Set<Who> HOME =
                EnumSet.of(Who.BOX, Who.CHILD_WITH_ALL_RIGHTS, Who.CHILD_WHO_SEES_VITALS, Who.CHILD_WHO_IS_PROXY);
        static final Set<Who> WHILE_WAITING = EnumSet.of(Who.QUEUE_DOCTOR, Who.CASE_DOCTOR);
        static final Set<Who> WHILE_LIVE =
                EnumSet.of(Who.CASE_DOCTOR, Who.RUNG_DOCTOR, Who.INVITED_DOCTOR, Who.FOLLOWING_DOCTOR);

        private Parts() {}

        static boolean has(Who who, Thing thing) {
            return switch (thing) {
                case WAITING -> HOME.contains(who) || WHILE_WAITING.contains(who);
                case LIVE -> HOME.contains(who) || WHILE_LIVE.contains(who);
                case FOREIGN -> false;
            };
        }

        static Got expected(Who who, Thing thing, AboutObject about) {
            var allowed = switch (thing) {
                case WAITING -> about.whileWaiting();
                case LIVE -> about.whileLive();
                case FOREIGN -> Set.<Who>of();
            };
            if (allowed.contains(who)) {
                return Got.ALLOWED;
            }
            boolean missing = thing == Thing.LIVE && about.missing().contains(who);
            return has(who, thing) && !missing ? Got.ACTION_NOT_ALLOWED : Got.NOT_FOUND;
        }
    }

    /** A command on a consultation. */
    static HttpRow consultation(
            String step, BiFunction<Target, Who, @Nullable Object> body, Set<Who> whileWaiting, Set<Who> whileLive) {
        return new HttpRow(
                "POST /api/consultations/{id}/" + step,
                "",
                "",
                body,
                new AboutObject(whileWaiting, whileLive, Set.of()));
    }

    HttpRow variant(String name) {
        return new HttpRow(endpoint, name, query, body, allowed);
    }

    /** A fresh id for what a body creates. */
    static UUID fresh() {
        return UUID.randomUUID();
    }
}
