package org.wuduan.hub.consortium;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration;
import org.wuduan.contract.Administration.Institution;
import org.wuduan.contract.Administration.Post;
import org.wuduan.contract.Administration.StaffMember;
import org.wuduan.contract.Department;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.StaffAccounts;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Who works where: an account of identity with a post of the consortium, kept as one. */
@Service
class Staff {
    /** Listed at once; more are found by their name. */
    static final int LISTED_MAX = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final StaffAccounts staff;
    private final Institutions institutions;
    private final Consortium consortium;
    private final ObjectProvider<OpenWork> work;
    private final Clock clock;

    Staff(
            JdbcClient jdbc,
            Accounts accounts,
            StaffAccounts staff,
            Institutions institutions,
            Consortium consortium,
            ObjectProvider<OpenWork> work,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.staff = staff;
        this.institutions = institutions;
        this.consortium = consortium;
        this.work = work;
        this.clock = clock;
    }

    private record Place(
            NamedInstitution institution, @Nullable Post post) {}

    Administration.StaffList search(String words) {
        var found = staff.search(words, LISTED_MAX + 1);
        var places = places();
        return new Administration.StaffList(
                found.stream()
                        .limit(LISTED_MAX)
                        .map(entry -> member(entry, places.get(entry.id())))
                        .toList(),
                found.size() > LISTED_MAX);
    }

    Outcome<Outcome.Nothing> make(Administration.MakeStaff wish) {
        var fault = fault(wish);
        if (fault.isPresent()) {
            return Refused.field(fault.get());
        }
        accounts.invite(
                wish.id(),
                new Accounts.NewAccount(
                        wish.login(), wish.kind(), wish.role(), wish.name().strip()));
        if (wish.institutionId() != null) {
            place(wish.id(), wish.name().strip(), wish.institutionId(), wish.post());
        }
        return Outcome.done();
    }

    Outcome<Outcome.Nothing> edit(UUID id, Administration.EditStaff wish) {
        var entry = staff.find(id);
        if (entry.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var fault = placeFault(id, entry.get().kind(), wish.institutionId(), wish.post());
        if (fault != null) {
            return Refused.field(fault);
        }
        return staff.rename(id, wish.version(), wish.name()).then(done -> {
            if (wish.institutionId() != null) {
                place(id, wish.name().strip(), wish.institutionId(), wish.post());
            }
            return Outcome.of(done);
        });
    }

    Outcome<Outcome.Nothing> setActive(UUID id, int version, boolean active) {
        var entry = staff.find(id);
        if (entry.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        if (!active && work.stream().anyMatch(open -> open.has(id))) {
            return Refused.state("in-consultation");
        }
        return staff.setActive(entry.get(), version, active).then(done -> {
            if (!active) {
                consortium.setDuty(id, false);
            }
            return Outcome.of(done);
        });
    }

    /** Whether somebody who can sign in works at an institution. */
    boolean worksAnybodyAt(UUID institution) {
        return places().entrySet().stream()
                .filter(place -> place.getValue().institution().id().equals(institution))
                .anyMatch(place -> staff.find(place.getKey())
                        .filter(StaffAccounts.Entry::active)
                        .isPresent());
    }

    /** The field because of which somebody can't be made. */
    Optional<String> fault(Administration.MakeStaff wish) {
        return Optional.ofNullable(faultyField(wish));
    }

    private @Nullable String faultyField(Administration.MakeStaff wish) {
        if (staff.find(wish.id()).isPresent() || accounts.name(wish.id()).isPresent()) {
            return "id";
        }
        if (accounts.byLogin(wish.login()).isPresent()) {
            return "login";
        }
        if (wish.kind() == ActorKind.FAMILY || wish.kind() == ActorKind.BOX) {
            return "kind";
        }
        if ((wish.kind() == ActorKind.ADMINISTRATOR) != (wish.role() != null)) {
            return "role";
        }
        return placeFault(wish.id(), wish.kind(), wish.institutionId(), wish.post());
    }

    /** Administrators have no institution; doctors, and nobody else, have a post in one of its departments. */
    private @Nullable String placeFault(UUID id, ActorKind kind, @Nullable UUID institutionId, @Nullable Post post) {
        if ((kind == ActorKind.ADMINISTRATOR) != (institutionId == null)) {
            return "institutionId";
        }
        if ((kind == ActorKind.DOCTOR) != (post != null)) {
            return "post";
        }
        if (institutionId == null) {
            return null;
        }
        var institution = institutions.find(institutionId).filter(Institution::active);
        if (institution.isEmpty()) {
            return "institutionId";
        }
        return post == null ? null : postFault(id, institution.get(), post);
    }

    private @Nullable String postFault(UUID id, Institution institution, Post post) {
        if (!institution.departments().contains(post.department())) {
            return "post.department";
        }
        int thisYear = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
        if (post.practisingSince() != null && post.practisingSince() > thisYear) {
            return "post.practisingSince";
        }
        return post.licence() != null && isAnothersLicence(post.licence(), id) ? "post.licence" : null;
    }

    private boolean isAnothersLicence(String licence, UUID id) {
        return jdbc.sql("select exists (select 1 from doctor where licence = ? and account <> ?)")
                .params(licence, id)
                .query(Boolean.class)
                .single();
    }

    private void place(UUID id, String name, UUID institution, @Nullable Post post) {
        if (post == null) {
            jdbc.sql("insert into staff_post (account, institution) values (?, ?)"
                            + " on conflict (account) do update set institution = excluded.institution")
                    .params(id, institution)
                    .update();
            return;
        }
        jdbc.sql("insert into doctor (account, institution, name, title, department, licence, practising_since,"
                        + " internet_practice, on_duty) values (:account, :institution, :name, :title, :department,"
                        + " :licence, :since, :internet, false)"
                        + " on conflict (account) do update set institution = excluded.institution,"
                        + " name = excluded.name, title = excluded.title, department = excluded.department,"
                        + " licence = excluded.licence, practising_since = excluded.practising_since,"
                        + " internet_practice = excluded.internet_practice")
                .param("account", id)
                .param("institution", institution)
                .param("name", name)
                .param("title", post.title().strip())
                .param("department", post.department().name().toLowerCase(Locale.ROOT))
                .param("licence", post.licence())
                .param("since", post.practisingSince())
                .param("internet", Boolean.TRUE.equals(post.internetPractice()))
                .update();
    }

    private Map<UUID, Place> places() {
        var places = new HashMap<UUID, Place>();
        jdbc.sql("select p.account, i.id, i.name, p.title, p.department, p.licence, p.practising_since,"
                        + " p.internet_practice from (select account, institution, title, department, licence,"
                        + " practising_since, internet_practice from doctor"
                        + " union all select account, institution, null, null, null, null, null from staff_post) p"
                        + " join institution i on i.id = p.institution")
                .query(row -> {
                    var title = row.getString("title");
                    var post = title == null
                            ? null
                            : new Post(
                                    title,
                                    Department.valueOf(
                                            row.getString("department").toUpperCase(Locale.ROOT)),
                                    row.getString("licence"),
                                    row.getObject("practising_since", Integer.class),
                                    row.getBoolean("internet_practice"));
                    var at = new NamedInstitution(row.getObject("id", UUID.class), row.getString("name"));
                    places.put(row.getObject("account", UUID.class), new Place(at, post));
                });
        return places;
    }

    private static StaffMember member(StaffAccounts.Entry entry, @Nullable Place place) {
        return new StaffMember(
                entry.id(),
                entry.login(),
                entry.name(),
                entry.kind(),
                entry.role(),
                place == null ? null : place.institution(),
                place == null ? null : place.post(),
                entry.active(),
                entry.activated(),
                entry.linkUntil(),
                entry.version());
    }
}
