package org.wuduan.hub.consortium;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Administration;
import org.wuduan.contract.Administration.Institution;
import org.wuduan.contract.Department;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The weekly duty plan of a department, kept by the system administrator. */
@RestController
@RequestMapping("/api/administration/rosters/{id}/{department}")
class RosterEndpoint {
    private final Institutions institutions;
    private final Consortium consortium;
    private final Rosters rosters;
    private final AdministrationEndpoint.Gate gate;
    private final ApplicationEventPublisher events;

    RosterEndpoint(
            Institutions institutions,
            Consortium consortium,
            Rosters rosters,
            AdministrationEndpoint.Gate gate,
            ApplicationEventPublisher events) {
        this.institutions = institutions;
        this.consortium = consortium;
        this.rosters = rosters;
        this.gate = gate;
        this.events = events;
    }

    @GetMapping
    ResponseEntity<String> roster(@PathVariable UUID id, @PathVariable String department) {
        return gate.query(() -> plan(
                id,
                department,
                (institution, of) -> Outcome.of(new Administration.Roster(
                        rosters.version(id, of),
                        consortium.zone(id),
                        consortium.doctorsOf(id, of),
                        rosters.shifts(id, of)))));
    }

    @PostMapping
    ResponseEntity<String> edit(@PathVariable UUID id, @PathVariable String department, HttpServletRequest request)
            throws IOException {
        return gate.command(
                request,
                Administration.EditRoster.class,
                204,
                (actor, wish) -> plan(
                        id,
                        department,
                        (institution, of) -> rosters.replace(id, of, wish.version(), wish.shifts())
                                .then(gate.audited(actor, "edit-roster", id))
                                .then(done -> {
                                    events.publishEvent(new DutyChanged(id, null, true));
                                    return Outcome.of(done);
                                })));
    }

    private <T> Outcome<T> plan(UUID id, String department, BiFunction<Institution, Department, Outcome<T>> step) {
        var institution = institutions.find(id);
        var of = department(department);
        return institution.isEmpty() || of.isEmpty()
                ? Refused.of(ProblemType.NOT_FOUND)
                : step.apply(institution.get(), of.get());
    }

    private static Optional<Department> department(String name) {
        try {
            return Optional.of(Department.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException noSuchDepartment) {
            return Optional.empty();
        }
    }
}
