package org.wuduan.hub.household;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Registration;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Takes households into the books of an institution and changes them; each in the transaction of its command. */
@Service
class HouseholdBook {
    private final JdbcClient jdbc;
    private final Registrars registrars;
    private final PrivateTexts texts;
    private final HouseholdScreens screens;
    private final Audit audit;
    private final Clock clock;

    HouseholdBook(
            JdbcClient jdbc,
            Registrars registrars,
            PrivateTexts texts,
            HouseholdScreens screens,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.registrars = registrars;
        this.texts = texts;
        this.screens = screens;
        this.audit = audit;
        this.clock = clock;
    }

    /** What decides whether a household may be changed. */
    record Standing(UUID institution, int version, boolean active) {}

    Outcome<Outcome.Nothing> make(Actor actor, Registration.MakeHousehold wish) {
        return registrars
                .institution(actor)
                .then(institution -> HouseholdForm.check(wish.name(), wish.address(), wish.phone())
                        .outcome()
                        .then(details -> add(actor, wish.id(), institution, details)));
    }

    /** For whoever may and with details that were checked. */
    Outcome<Outcome.Nothing> add(Actor actor, UUID id, UUID institution, HouseholdForm.Details details) {
        int added = jdbc.sql("insert into household (id, institution, name, address, phone, place_fingerprint)"
                        + " values (:id, :institution, :name, :address, :phone, :place) on conflict (id) do nothing")
                .param("id", id)
                .param("institution", institution)
                .param("name", details.name())
                .param("address", address(id, details), Types.BINARY)
                .param("phone", phone(id, details), Types.BINARY)
                .param("place", texts.fingerprint(institution, details))
                .update();
        if (added == 0) {
            return Refused.field("id");
        }
        audit.record(Audit.Kind.WRITE, actor.id(), "make-household", id);
        return Outcome.done();
    }

    Outcome<Outcome.Nothing> edit(Actor actor, UUID id, Registration.EditHousehold wish) {
        return registrars
                .household(actor, id)
                .then(_ -> HouseholdForm.check(wish.name(), wish.address(), wish.phone())
                        .outcome())
                .then(details -> seen(id, wish.version()).then(standing -> {
                    jdbc.sql("update household set name = :name, address = :address, phone = :phone,"
                                    + " place_fingerprint = :place, version = version + 1 where id = :id")
                            .param("id", id)
                            .param("name", details.name())
                            .param("address", address(id, details), Types.BINARY)
                            .param("phone", phone(id, details), Types.BINARY)
                            .param("place", texts.fingerprint(standing.institution(), details))
                            .update();
                    return written(actor, "edit-household", id);
                }));
    }

    /** Only a household in which nobody lives any more, and no box stands. */
    Outcome<Outcome.Nothing> deactivate(Actor actor, UUID id, int version) {
        return registrars.household(actor, id).then(_ -> seen(id, version)).then(standing -> {
            if (!standing.active()) {
                return Refused.state("deactivated");
            }
            if (count("select count(*) from patient where household = ? and deactivated_at is null", id) > 0) {
                return Refused.state("has_patients");
            }
            if (count("select count(*) from box where household = ? and removed_at is null", id) > 0) {
                return Refused.state("has_boxes");
            }
            jdbc.sql("update household set deactivated_at = ?, version = version + 1 where id = ?")
                    .params(Timestamp.from(clock.instant()), id)
                    .update();
            return written(actor, "deactivate-household", id);
        });
    }

    Outcome<Outcome.Nothing> reactivate(Actor actor, UUID id, int version) {
        return registrars.household(actor, id).then(_ -> seen(id, version)).then(standing -> {
            if (standing.active()) {
                return Refused.state("active");
            }
            jdbc.sql("update household set deactivated_at = null, version = version + 1 where id = ?")
                    .param(id)
                    .update();
            return written(actor, "reactivate-household", id);
        });
    }

    /** A household under its row lock. */
    Optional<Standing> lock(UUID id) {
        return jdbc.sql("select institution, version, deactivated_at from household where id = ? for update")
                .param(id)
                .query((row, _) -> new Standing(
                        row.getObject("institution", UUID.class),
                        row.getInt("version"),
                        row.getTimestamp("deactivated_at") == null))
                .optional();
    }

    private Outcome<Standing> seen(UUID id, int version) {
        var standing = lock(id).orElseThrow();
        return standing.version() == version ? Outcome.of(standing) : Refused.of(ProblemType.EDIT_CONFLICT);
    }

    private Outcome<Outcome.Nothing> written(Actor actor, String action, UUID id) {
        audit.record(Audit.Kind.WRITE, actor.id(), action, id);
        screens.renew(id);
        return Outcome.done();
    }

    private int count(String sql, UUID household) {
        return jdbc.sql(sql).param(household).query(Integer.class).single();
    }

    private byte @Nullable [] address(UUID id, HouseholdForm.Details details) {
        return texts.lock(PrivateTexts.Kind.HOUSEHOLD_ADDRESS, id, details.address());
    }

    private byte @Nullable [] phone(UUID id, HouseholdForm.Details details) {
        return texts.lock(PrivateTexts.Kind.HOUSEHOLD_PHONE, id, details.phone());
    }
}
