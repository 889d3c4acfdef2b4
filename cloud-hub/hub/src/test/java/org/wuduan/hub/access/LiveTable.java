package org.wuduan.hub.access;

import static org.wuduan.hub.access.Who.BOX;
import static org.wuduan.hub.access.Who.CASE_DOCTOR;
import static org.wuduan.hub.access.Who.CHILD_WHO_IS_PROXY;
import static org.wuduan.hub.access.Who.CHILD_WHO_SEES_VITALS;
import static org.wuduan.hub.access.Who.CHILD_WITH_ALL_RIGHTS;
import static org.wuduan.hub.access.Who.INVITED_DOCTOR;
import static org.wuduan.hub.access.Who.QUEUE_DOCTOR;
import static org.wuduan.hub.access.Who.RUNG_DOCTOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.wuduan.contract.LiveToHub;
import org.wuduan.hub.access.LiveRow.Otherwise;

/** The expected outcome of every message of /live and every kind of stream for every kind of actor. */
final class LiveTable {
    private static final Set<Who> NOBODY = Set.of();
    private static final Set<Who> SEATED = EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, CASE_DOCTOR, INVITED_DOCTOR);

    /** A claim that joins first is as much as the command join. */
    static final String JOINING = "ClaimSeat, joining";

    private LiveTable() {}

    /** @param inboxOwner whose inbox everybody else tries to open */
    static List<LiveRow> rows(UUID inboxOwner) {
        return List.of(
                watch("inbox", _ -> "inbox", NOBODY, NOBODY, Otherwise.OWN_INBOX),
                watch("inbox", _ -> "inbox/" + inboxOwner, NOBODY, NOBODY, Otherwise.MALFORMED),
                watch(
                        "consultation",
                        target -> "consultation/" + target.consultation(),
                        EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, CHILD_WHO_IS_PROXY, QUEUE_DOCTOR, CASE_DOCTOR),
                        EnumSet.of(
                                BOX,
                                CHILD_WITH_ALL_RIGHTS,
                                CHILD_WHO_IS_PROXY,
                                CASE_DOCTOR,
                                RUNG_DOCTOR,
                                INVITED_DOCTOR),
                        Otherwise.BY_PART),
                watch(
                        "vitals",
                        target -> "vitals/" + target.patient(),
                        EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, CHILD_WHO_SEES_VITALS, QUEUE_DOCTOR, CASE_DOCTOR),
                        EnumSet.of(
                                BOX,
                                CHILD_WITH_ALL_RIGHTS,
                                CHILD_WHO_SEES_VITALS,
                                CASE_DOCTOR,
                                RUNG_DOCTOR,
                                INVITED_DOCTOR),
                        Otherwise.BY_PART),
                watch(
                        "record",
                        target -> "record/" + target.patient(),
                        RecordTable.READERS_WHILE_WAITING,
                        RecordTable.READERS_WHILE_LIVE,
                        Otherwise.BY_PART),
                watch(
                        "notes",
                        target -> "notes/" + target.consultation(),
                        RecordTable.READERS_WHILE_WAITING,
                        RecordTable.READERS_WHILE_LIVE,
                        Otherwise.BY_PART),
                watch(
                        "wearables",
                        target -> "wearables/" + target.household(),
                        WearableTable.MANAGERS,
                        WearableTable.MANAGERS,
                        Otherwise.NOT_FOUND),
                watch(
                        "prescriptions",
                        target -> "prescriptions/" + target.consultation(),
                        NOBODY,
                        EnumSet.of(CASE_DOCTOR, INVITED_DOCTOR),
                        Otherwise.BY_PART),
                watch(
                        "medicines",
                        target -> "medicines/" + target.patient(),
                        PrescribingTable.AT_HOME,
                        PrescribingTable.AT_HOME,
                        Otherwise.BY_PART),
                watch(
                        "plan",
                        target -> "plan/" + target.patient(),
                        EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, CHILD_WHO_SEES_VITALS),
                        EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, CHILD_WHO_SEES_VITALS, CASE_DOCTOR, INVITED_DOCTOR),
                        Otherwise.BY_PART),
                watch("referrals", target -> "referrals/" + target.patient(), NOBODY, NOBODY, Otherwise.NOT_FOUND),
                message(LiveToHub.Hello.class, Who.SIGNED_IN, Otherwise.HARMLESS),
                message(LiveToHub.Unwatch.class, Who.SIGNED_IN, Otherwise.HARMLESS),
                message(LiveToHub.ClaimSeat.class, SEATED, Otherwise.NOT_FOUND),
                new LiveRow(
                        LiveToHub.ClaimSeat.class,
                        JOINING,
                        _ -> "",
                        EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS),
                        EnumSet.of(BOX, CHILD_WITH_ALL_RIGHTS, INVITED_DOCTOR),
                        Otherwise.BY_PART),
                message(LiveToHub.Publish.class, SEATED, Otherwise.SEAT_NOT_HELD),
                message(LiveToHub.Answer.class, SEATED, Otherwise.SEAT_NOT_HELD));
    }

    private static LiveRow watch(
            String kind, Function<Target, String> stream, Set<Who> waiting, Set<Who> live, Otherwise otherwise) {
        return new LiveRow(LiveToHub.Watch.class, kind, stream, waiting, live, otherwise);
    }

    private static LiveRow message(Class<? extends LiveToHub> type, Set<Who> whileLive, Otherwise otherwise) {
        return new LiveRow(type, type.getSimpleName(), _ -> "", NOBODY, whileLive, otherwise);
    }
}
