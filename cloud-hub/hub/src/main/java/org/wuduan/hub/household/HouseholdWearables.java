package org.wuduan.hub.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Wearables.KnownWearable;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The list of devices that the boxes of a household connect. Every change runs in the transaction of the command behind it. */
@Service
public class HouseholdWearables {
    /** As many as a box admits. */
    static final int WEARABLES_MAX = 16;

    static final String STREAM = "wearables";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    HouseholdWearables(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A device that joins the list.
     *
     * @param model as it advertises itself; empty when nobody has seen it yet
     * @param profiles what it measures; empty when nobody knows
     */
    public record NewWearable(
            String address, String model, @Nullable String name, Collection<MeasurementProfile> profiles) {
        @Override
        public String toString() {
            return "NewWearable[‹redacted›]";
        }
    }

    /** The own ones in the order in which they came. */
    List<KnownWearable> of(UUID household) {
        return jdbc.sql(
                        "select h.address, h.model, h.name, h.profiles, (select coalesce(array_agg(distinct w.patient), '{}')"
                                + " from wearable w where w.household = h.household and w.address = h.address) as wearers"
                                + " from household_wearable h where h.household = ? order by h.added_at, h.address")
                .param(household)
                .query((row, _) -> known(row))
                .list();
    }

    private static KnownWearable known(ResultSet row) throws SQLException {
        var address = row.getString("address");
        var model = row.getString("model");
        return new KnownWearable(
                address,
                model.isEmpty() ? address : model,
                row.getString("name"),
                Stream.of((String[]) row.getArray("profiles").getArray())
                        .map(profile -> MeasurementProfile.valueOf(profile.toUpperCase(Locale.ROOT)))
                        .toList(),
                List.of((UUID[]) row.getArray("wearers").getArray()));
    }

    /** Puts a device on the list, or renews what is known of it. Whom it measures is the registry's. */
    public Outcome<Outcome.Nothing> add(UUID household, NewWearable device) {
        jdbc.sql("select id from household where id = ? for update")
                .param(household)
                .query(UUID.class)
                .single();
        boolean isNew = of(household).stream().noneMatch(one -> one.address().equals(device.address()));
        if (isNew && of(household).size() >= WEARABLES_MAX) {
            return Refused.of(ProblemType.LIMIT_REACHED);
        }
        jdbc.sql("insert into household_wearable (household, address, model, name, profiles, added_at)"
                        + " values (:household, :address, :model, :name, :profiles, :added) on conflict (household, address) do update"
                        + " set model = excluded.model, name = excluded.name, profiles = excluded.profiles")
                .param("household", household)
                .param("address", device.address())
                .param("model", device.model())
                .param("name", device.name())
                .param(
                        "profiles",
                        device.profiles().stream()
                                .map(profile -> profile.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toArray(String[]::new))
                .param("added", Timestamp.from(clock.instant()))
                .update();
        changed(household);
        return Outcome.done();
    }

    Outcome<Outcome.Nothing> rename(UUID household, String address, String name) {
        return found(
                household,
                jdbc.sql("update household_wearable set name = ? where household = ? and address = ?")
                        .params(name, household, address)
                        .update());
    }

    /** It measures this patient alone from now on, whatever user slot it names. */
    Outcome<Outcome.Nothing> wear(UUID household, String address, UUID patient) {
        int known = jdbc.sql("select count(*) from household_wearable where household = ? and address = ?")
                .params(household, address)
                .query(Integer.class)
                .single();
        if (known > 0) {
            jdbc.sql("delete from wearable where household = ? and address = ?")
                    .params(household, address)
                    .update();
            jdbc.sql("insert into wearable (household, address, patient) values (?, ?, ?)")
                    .params(household, address, patient)
                    .update();
        }
        return found(household, known);
    }

    /** The boxes let go of it. What it measured before stays whose it was. */
    Outcome<Outcome.Nothing> remove(UUID household, String address) {
        jdbc.sql("delete from wearable where household = ? and address = ?")
                .params(household, address)
                .update();
        return found(
                household,
                jdbc.sql("delete from household_wearable where household = ? and address = ?")
                        .params(household, address)
                        .update());
    }

    private Outcome<Outcome.Nothing> found(UUID household, int rows) {
        if (rows == 0) {
            return Refused.state("removed");
        }
        changed(household);
        return Outcome.done();
    }

    void changed(UUID household) {
        journal.touch(List.of(new StreamName(STREAM, household)));
    }
}
