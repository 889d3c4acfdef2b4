package org.wuduan.hub.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Administration.Institution;
import org.wuduan.contract.Department;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.Level;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.hub.identity.StaffPosts;
import org.wuduan.hub.shared.Uuid7;

/** The consortium (医联体): who works where, at which level, and who is on duty now. */
@Service
public class Consortium implements StaffPosts {
    private static final String DOCTORS =
            "select d.account, d.name, d.title, d.department, d.on_duty, d.practising_since, d.internet_practice,"
                    + " i.id as institution_id, i.name as institution, i.level"
                    + " from doctor d join institution i on i.id = d.institution";

    private final JdbcClient jdbc;
    private final Institutions institutions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consortium(JdbcClient jdbc, Institutions institutions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.institutions = institutions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A doctor with the institution that the post belongs to.
     *
     * @param internetPractice whether the institution agrees that this doctor practises online
     */
    public record Post(Doctor doctor, UUID institution, boolean onDuty, boolean internetPractice) {}

    /** With every department. */
    public UUID addInstitution(String name, Level level) {
        var id = Uuid7.at(clock.instant());
        jdbc.sql("insert into institution (id, name, level, departments)"
                        + " values (?, ?, ?, '{general,cardiology,endocrinology,respiratory,neurology}')")
                .params(id, name, wire(level))
                .update();
        return id;
    }

    /** What a doctor's post says. */
    public record NewDoctor(UUID account, UUID institution, String name, String title, Department department) {
        @Override
        public String toString() {
            return "NewDoctor[" + account + " ‹redacted›]";
        }
    }

    public void addDoctor(NewDoctor doctor) {
        jdbc.sql("insert into doctor (account, institution, name, title, department, on_duty)"
                        + " values (?, ?, ?, ?, ?, true)")
                .params(
                        doctor.account(),
                        doctor.institution(),
                        doctor.name(),
                        doctor.title(),
                        wire(doctor.department()))
                .update();
    }

    /** The institution agrees that a doctor, who has practised since that year, does so online. */
    public void allowInternetPractice(UUID account, int practisingSince) {
        jdbc.sql("update doctor set internet_practice = true, practising_since = ? where account = ?")
                .params(practisingSince, account)
                .update();
    }

    /** One institution leads another in the consortium. */
    public void lead(UUID leader, UUID institution) {
        jdbc.sql("update institution set parent = ? where id = ?")
                .params(leader, institution)
                .update();
    }

    /** Whether two institutions are one, or are led by the same. */
    public boolean areTogether(UUID one, UUID other) {
        return leaderOfAll(one).equals(leaderOfAll(other));
    }

    /** Who leads all of a consortium; an institution without one leads itself. */
    public UUID leaderOfAll(UUID institution) {
        return jdbc.sql("with recursive above (id, parent) as (select id, parent from institution where id = ?"
                        + " union select i.id, i.parent from institution i join above on i.id = above.parent)"
                        + " select id from above where parent is null")
                .param(institution)
                .query(UUID.class)
                .single();
    }

    @Override
    public Optional<Doctor> of(UUID account) {
        return post(account).map(Post::doctor);
    }

    /** A pharmacist's or a registrar's post. */
    public void addStaff(UUID account, UUID institution) {
        jdbc.sql("insert into staff_post (account, institution) values (?, ?)")
                .params(account, institution)
                .update();
    }

    @Override
    public Optional<NamedInstitution> institutionOf(UUID account) {
        return jdbc.sql("select i.id, i.name from staff_post s join institution i on i.id = s.institution"
                        + " where s.account = ?")
                .param(account)
                .query((row, _) -> new NamedInstitution(row.getObject("id", UUID.class), row.getString("name")))
                .optional();
    }

    @Override
    public Optional<String> licence(UUID account) {
        return jdbc.sql("select licence from doctor where account = ? and licence is not null")
                .param(account)
                .query(String.class)
                .optional();
    }

    /** Who has a pharmacist's or a registrar's post at an institution. */
    public List<UUID> staffOf(UUID institution) {
        return jdbc.sql("select account from staff_post where institution = ? order by account")
                .param(institution)
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    /** Who has such a post anywhere. */
    public List<UUID> staff() {
        return jdbc.sql("select account from staff_post order by account")
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    /** The names of these institutions. */
    public Map<UUID, String> namesOf(Collection<UUID> institutions) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from institution where id = any(?)")
                .param(institutions.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** Those of these accounts who are doctors. */
    public Map<UUID, Doctor> of(Collection<UUID> accounts) {
        return jdbc
                .sql(DOCTORS + " where d.account = any (?)")
                .param(accounts.toArray(UUID[]::new))
                .query((row, _) -> post(row).doctor())
                .list()
                .stream()
                .collect(Collectors.toMap(Doctor::id, doctor -> doctor));
    }

    public Optional<Post> post(UUID account) {
        return jdbc.sql(DOCTORS + " where d.account = ?")
                .param(account)
                .query((row, _) -> post(row))
                .optional();
    }

    /** On-duty doctors, by level and department where given, in the order of their names. */
    public List<Doctor> onDuty(@Nullable Level level, @Nullable Department department) {
        return jdbc.sql(DOCTORS + " where d.on_duty and (:level::text is null or i.level = :level)"
                        + " and (:department::text is null or d.department = :department) order by d.name limit 100")
                .param("level", level == null ? null : wire(level), Types.VARCHAR)
                .param("department", department == null ? null : wire(department), Types.VARCHAR)
                .query((row, _) -> post(row).doctor())
                .list();
    }

    /** Whether a home of this institution can be accepted by somebody now. */
    public boolean firstContactOnDuty(UUID institution) {
        return jdbc.sql("select exists (select 1 from doctor d join institution i on i.id = d.institution"
                        + " where i.id = ? and i.level = 'first_contact' and d.on_duty)")
                .param(institution)
                .query(Boolean.class)
                .single();
    }

    /** The doctors of a department, on duty or not. */
    public List<Doctor> doctorsOf(UUID institution, Department department) {
        return jdbc.sql(DOCTORS + " where i.id = ? and d.department = ? order by d.name limit ?")
                .params(institution, wire(department), Staff.LISTED_MAX)
                .query((row, _) -> post(row).doctor())
                .list();
    }

    /** An institution in use, with what it offers. */
    public record Place(NamedInstitution institution, Level level, List<Department> departments) {}

    /** Empty for an institution that does not exist or is out of use. */
    public Optional<Place> place(UUID institution) {
        return places().stream()
                .filter(place -> place.institution().id().equals(institution))
                .findFirst();
    }

    /** In the order of their levels and names. */
    public List<Place> places() {
        return institutions.all().stream()
                .filter(Institution::active)
                .map(one -> new Place(new NamedInstitution(one.id(), one.name()), one.level(), one.departments()))
                .toList();
    }

    /** The IANA name of the time zone in which an institution is. */
    public String zone(UUID institution) {
        return jdbc.sql("select zone from institution where id = ?")
                .param(institution)
                .query(String.class)
                .single();
    }

    /** Doctors of first contact at an institution, on duty or not. */
    public List<UUID> firstContactDoctors(UUID institution) {
        return jdbc.sql("select d.account from doctor d join institution i on i.id = d.institution"
                        + " where i.id = ? and i.level = 'first_contact' order by d.account")
                .param(institution)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Tells by an event, also whether it decides if anybody is there for the homes of the institution. */
    void setDuty(UUID account, boolean onDuty) {
        var post = post(account);
        if (post.isEmpty()) {
            return;
        }
        var institution = post.get().institution();
        boolean before = firstContactOnDuty(institution);
        jdbc.sql("update doctor set on_duty = ? where account = ?")
                .params(onDuty, account)
                .update();
        events.publishEvent(new DutyChanged(institution, account, before != firstContactOnDuty(institution)));
    }

    private static Post post(ResultSet row) throws SQLException {
        var doctor = new Doctor(
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("title"),
                row.getString("institution"),
                Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                Department.valueOf(row.getString("department").toUpperCase(Locale.ROOT)),
                row.getObject("practising_since", Integer.class));
        return new Post(
                doctor,
                row.getObject("institution_id", UUID.class),
                row.getBoolean("on_duty"),
                row.getBoolean("internet_practice"));
    }

    private static String wire(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
