package org.wuduan.hub.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Administration.Shift;
import org.wuduan.contract.Department;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Who is planned to be on duty, by week. Only a plan: whether somebody is there, the doctor says. */
@Service
public class Rosters {
    /** How far ahead a plan is told to doctors who look for a colleague. */
    static final Duration TOLD_AHEAD = Duration.ofHours(12);

    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final String SHIFTS = "select s.doctor, s.weekday, s.begins, s.ends, i.zone from roster_shift s"
            + " join institution i on i.id = s.institution join doctor d on d.account = s.doctor"
            // somebody who moved away is planned no more
            + " and d.institution = s.institution and d.department = s.department where ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Rosters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One shift as it falls on the calendar. */
    record Turn(UUID doctor, Instant from, Instant to) {}

    /** A weekly shift in minutes of the institution's day. */
    private record Weekly(UUID doctor, int weekday, int begins, int ends, ZoneId zone) {
        Turn on(LocalDate day) {
            var midnight = day.atStartOfDay(zone);
            return new Turn(
                    doctor,
                    midnight.plusMinutes(begins).toInstant(),
                    midnight.plusMinutes(ends).toInstant());
        }
    }

    int version(UUID institution, Department department) {
        return jdbc.sql("select version from roster where institution = ? and department = ?")
                .params(institution, wire(department))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    List<Shift> shifts(UUID institution, Department department) {
        return jdbc
                .sql(SHIFTS + "s.institution = ? and s.department = ? order by s.weekday, s.begins, s.doctor")
                .params(institution, wire(department))
                .query((row, _) -> weekly(row))
                .list()
                .stream()
                .map(one -> new Shift(one.doctor(), one.weekday(), clockTime(one.begins()), clockTime(one.ends())))
                .toList();
    }

    /** The whole week anew, when nobody else has changed it since this version was read. */
    Outcome<Outcome.Nothing> replace(UUID institution, Department department, int version, List<Shift> shifts) {
        var fault = fault(institution, department, shifts);
        if (fault != null) {
            return Refused.field(fault);
        }
        int edited = version == 0
                ? jdbc.sql("insert into roster (institution, department, version) values (?, ?, 1)"
                                + " on conflict do nothing")
                        .params(institution, wire(department))
                        .update()
                : jdbc.sql("update roster set version = version + 1"
                                + " where institution = ? and department = ? and version = ?")
                        .params(institution, wire(department), version)
                        .update();
        if (edited == 0) {
            return Refused.of(ProblemType.EDIT_CONFLICT);
        }
        jdbc.sql("delete from roster_shift where institution = ? and department = ?")
                .params(institution, wire(department))
                .update();
        for (var shift : shifts) {
            jdbc.sql("insert into roster_shift (institution, department, doctor, weekday, begins, ends)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            institution,
                            wire(department),
                            shift.doctorId(),
                            shift.weekday(),
                            minutes(shift.from()),
                            minutes(shift.to()))
                    .update();
        }
        return Outcome.done();
    }

    /** The first shift that can't be, for example shifts[2]; null when all can. */
    private @Nullable String fault(UUID institution, Department department, List<Shift> shifts) {
        var own = jdbc.sql("select account from doctor where institution = ? and department = ?")
                .params(institution, wire(department))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        for (int at = 0; at < shifts.size(); at++) {
            var shift = shifts.get(at);
            var earlier = shifts.subList(0, at);
            if (!own.contains(shift.doctorId())
                    || minutes(shift.from()) >= minutes(shift.to())
                    || earlier.stream().anyMatch(other -> overlap(shift, other))) {
                return "shifts[" + at + "]";
            }
        }
        return null;
    }

    private static boolean overlap(Shift one, Shift other) {
        return one.doctorId().equals(other.doctorId())
                && one.weekday() == other.weekday()
                && minutes(one.from()) < minutes(other.to())
                && minutes(other.from()) < minutes(one.to());
    }

    /** By doctor: the turn that runs now or begins within {@link #TOLD_AHEAD}, the earliest of each. */
    Map<UUID, Turn> soon() {
        var now = clock.instant();
        var soon = new HashMap<UUID, Turn>();
        turns(jdbc.sql(SHIFTS + "true").query((row, _) -> weekly(row)).list(), now)
                .filter(turn -> turn.from().isBefore(now.plus(TOLD_AHEAD)))
                .sorted(Comparator.comparing(Turn::from))
                .forEach(turn -> soon.putIfAbsent(turn.doctor(), turn));
        return soon;
    }

    /** When the plan has the next one of an institution come on duty; empty when it has nobody within a week. */
    public Optional<Instant> nextAt(UUID institution) {
        var now = clock.instant();
        var weekly = jdbc.sql(SHIFTS + "s.institution = ?")
                .param(institution)
                .query((row, _) -> weekly(row))
                .list();
        return turns(weekly, now)
                .map(Turn::from)
                .filter(from -> from.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** What has not ended, from yesterday's day (zones differ) to a week ahead. */
    private static Stream<Turn> turns(List<Weekly> weekly, Instant now) {
        return weekly.stream()
                .flatMap(one -> IntStream.rangeClosed(-1, DAYS_OF_A_WEEK)
                        .mapToObj(days -> LocalDate.ofInstant(now, one.zone()).plusDays(days))
                        .filter(day -> day.getDayOfWeek().getValue() == one.weekday())
                        .map(one::on))
                .filter(turn -> turn.to().isAfter(now));
    }

    private static Weekly weekly(ResultSet row) throws SQLException {
        return new Weekly(
                row.getObject("doctor", UUID.class),
                row.getInt("weekday"),
                row.getInt("begins"),
                row.getInt("ends"),
                ZoneId.of(row.getString("zone")));
    }

    private static int minutes(String clockTime) {
        return Integer.parseInt(clockTime.substring(0, 2)) * MINUTES_OF_AN_HOUR
                + Integer.parseInt(clockTime.substring(3));
    }

    private static String clockTime(int minutes) {
        return "%02d:%02d".formatted(minutes / MINUTES_OF_AN_HOUR, minutes % MINUTES_OF_AN_HOUR);
    }

    private static String wire(Department department) {
        return department.name().toLowerCase(Locale.ROOT);
    }
}
