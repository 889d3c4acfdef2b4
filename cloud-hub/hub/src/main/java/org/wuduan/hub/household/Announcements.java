package org.wuduan.hub.household;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Boxes;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.hub.identity.Attempts;
import org.wuduan.hub.identity.BoxKeys;
import org.wuduan.hub.identity.IdentityLimits;
import org.wuduan.hub.identity.Secrets;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Boxes that belong to nobody yet: each gets a code, shows it on its television, and asks whether somebody confirmed it. */
@Service
class Announcements {
    private final JdbcClient jdbc;
    private final Households households;
    private final BoxKeys keys;
    private final Clock clock;
    private final Attempts announced;

    Announcements(JdbcClient jdbc, Households households, BoxKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.keys = keys;
        this.clock = clock;
        this.announced = new Attempts(
                IdentityLimits.ANNOUNCEMENTS_FROM_ONE_ADDRESS_MAX, IdentityLimits.ANNOUNCEMENTS_IN_ALL_MAX, clock);
    }

    /** A box that waits, as whoever confirms it finds it. */
    record Waiting(UUID box, String publicKey) {
        @Override
        public String toString() {
            return "Waiting[" + box + " ‹redacted›]";
        }
    }

    /**
     * A box that announces itself again gets another code, and the one before is worth nothing.
     *
     * @param address of the client; too many announcements from one, or from all, are not taken
     */
    Outcome<Boxes.AnnouncedBox> announce(Boxes.AnnounceBox wish, String address) {
        if (!keys.readable(wish.publicKey())) {
            return Refused.field("publicKey");
        }
        if (!keys.proves(wish.boxId(), wish.publicKey(), wish.signature())) {
            return Refused.of(ProblemType.WRONG_CREDENTIALS);
        }
        var wait = announced.begin(address);
        if (wait.isPresent()) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, wait.get());
        }
        forgetExpired();
        if (waiting() >= IdentityLimits.ANNOUNCED_MAX) {
            return Refused.retryAfter(ProblemType.LOCKED_OUT, IdentityLimits.ANNOUNCEMENT_FOR);
        }
        return keep(wish);
    }

    private Outcome<Boxes.AnnouncedBox> keep(Boxes.AnnounceBox wish) {
        var code = ShortCodes.random();
        var expires = clock.instant().plus(IdentityLimits.ANNOUNCEMENT_FOR);
        try {
            // a confirmed announcement, and one under another key, stays as it is
            int kept = jdbc.sql("insert into box_announcement (box, public_key, code_hash, expires_at)"
                            + " values (?, ?, ?, ?) on conflict (box) do update"
                            + " set code_hash = excluded.code_hash, expires_at = excluded.expires_at"
                            + " where box_announcement.household is null"
                            + " and box_announcement.public_key = excluded.public_key")
                    .params(wish.boxId(), wish.publicKey(), Secrets.hash(code), Timestamp.from(expires))
                    .update();
            return kept == 0 ? Refused.of(ProblemType.WRONG_STATE) : Outcome.of(new Boxes.AnnouncedBox(code, expires));
        } catch (DuplicateKeyException sameCodeTwice) {
            return Refused.of(ProblemType.INTERNAL);
        }
    }

    /** What became of the announcement with this code; nobody but the box knows its id. */
    Boxes.AnnouncementState state(Boxes.AskAnnouncement question) {
        record Row(Optional<UUID> household, boolean over) {}
        var row = jdbc.sql("select household, expires_at <= ? as over from box_announcement"
                        + " where box = ? and code_hash = ?")
                .params(now(), question.boxId(), Secrets.hash(question.code()))
                .query((found, _) -> new Row(
                        Optional.ofNullable(found.getObject("household", UUID.class)), found.getBoolean("over")))
                .optional();
        var home = row.flatMap(Row::household)
                .flatMap(_ -> households.householdOfBox(question.boxId()))
                .flatMap(households::household);
        if (home.isPresent()) {
            return state(Boxes.AnnouncementState.State.CONFIRMED, home);
        }
        boolean waits =
                row.isPresent() && !row.get().over() && row.get().household().isEmpty();
        return state(
                waits ? Boxes.AnnouncementState.State.WAITING : Boxes.AnnouncementState.State.EXPIRED,
                Optional.empty());
    }

    private static Boxes.AnnouncementState state(
            Boxes.AnnouncementState.State state, Optional<NamedHousehold> household) {
        return new Boxes.AnnouncementState(state, household.orElse(null));
    }

    /** The waiting box with this code, under its row lock. */
    Optional<Waiting> withCode(String code) {
        return jdbc.sql("select box, public_key from box_announcement where code_hash = ? and household is null"
                        + " and expires_at > ? for update")
                .params(Secrets.hash(code), now())
                .query((row, _) -> new Waiting(row.getObject("box", UUID.class), row.getString("public_key")))
                .optional();
    }

    void confirmed(Waiting box, UUID household) {
        jdbc.sql("update box_announcement set household = ?, expires_at = ? where box = ?")
                .params(household, Timestamp.from(clock.instant().plus(IdentityLimits.EXPIRED_KEPT_FOR)), box.box())
                .update();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from box_announcement where household is null")
                .query(Integer.class)
                .single();
    }

    /** A confirmed one is kept for a day, so that a box that was switched off meanwhile still learns of it. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        jdbc.sql("delete from box_announcement where expires_at < ?")
                .param(now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
