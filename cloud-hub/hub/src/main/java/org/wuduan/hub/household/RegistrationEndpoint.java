package org.wuduan.hub.household;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Registration;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** The books of households and patients by HTTP (PROTOCOL.md, "Registration"). */
@RestController
class RegistrationEndpoint {
    static final String FILE = "registration";
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final HouseholdBook households;
    private final PatientBook patients;
    private final HouseholdLists lists;

    RegistrationEndpoint(HttpCommands commands, HouseholdBook households, PatientBook patients, HouseholdLists lists) {
        this.commands = commands;
        this.households = households;
        this.patients = patients;
        this.lists = lists;
    }

    /** A question that is posted: names must not stand in addresses, which proxies and browsers keep. */
    @PostMapping("/api/households/search")
    ResponseEntity<String> find(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, FILE, Registration.FindHouseholds.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(read.then(parsed -> lists.find(asker(), parsed.body())), 200);
    }

    @GetMapping("/api/households/{id}")
    ResponseEntity<String> open(@PathVariable UUID id) {
        return ProblemAnswers.of(lists.open(asker(), id), 200);
    }

    @GetMapping("/api/patients/{id}/id-number")
    ResponseEntity<String> idNumber(@PathVariable UUID id) {
        return ProblemAnswers.of(lists.idNumber(asker(), id), 200);
    }

    @PostMapping("/api/households")
    ResponseEntity<String> makeHousehold(HttpServletRequest request) throws IOException {
        return commands.run(request, form(Registration.MakeHousehold.class), CREATED, households::make);
    }

    @PostMapping("/api/households/{id}/edit")
    ResponseEntity<String> editHousehold(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Registration.EditHousehold.class),
                DONE,
                (actor, wish) -> households.edit(actor, id, wish));
    }

    @PostMapping("/api/households/{id}/deactivate")
    ResponseEntity<String> deactivateHousehold(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Registration.SeenVersion.class),
                DONE,
                (actor, seen) -> households.deactivate(actor, id, seen.version()));
    }

    @PostMapping("/api/households/{id}/reactivate")
    ResponseEntity<String> reactivateHousehold(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Registration.SeenVersion.class),
                DONE,
                (actor, seen) -> households.reactivate(actor, id, seen.version()));
    }

    @PostMapping("/api/patients")
    ResponseEntity<String> makePatient(HttpServletRequest request) throws IOException {
        return commands.run(request, form(Registration.MakePatient.class), CREATED, patients::make);
    }

    @PostMapping("/api/patients/{id}/edit")
    ResponseEntity<String> editPatient(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Registration.EditPatient.class), DONE, (actor, wish) -> patients.edit(actor, id, wish));
    }

    @PostMapping("/api/patients/{id}/deactivate")
    ResponseEntity<String> deactivatePatient(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Registration.DeactivatePatient.class),
                DONE,
                (actor, wish) -> patients.deactivate(actor, id, wish));
    }

    @PostMapping("/api/patients/{id}/reactivate")
    ResponseEntity<String> reactivatePatient(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Registration.SeenVersion.class),
                DONE,
                (actor, seen) -> patients.reactivate(actor, id, seen.version()));
    }

    @PostMapping("/api/patients/{id}/move")
    ResponseEntity<String> movePatient(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Registration.MovePatient.class), DONE, (actor, wish) -> patients.move(actor, id, wish));
    }

    private static Actor asker() {
        return SignedIn.current().orElseThrow().actor();
    }

    private static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>(FILE, type, RequestBody.COMMAND_BYTES_MAX);
    }
}
