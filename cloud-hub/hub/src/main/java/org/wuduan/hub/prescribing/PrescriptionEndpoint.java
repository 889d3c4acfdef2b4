package org.wuduan.hub.prescribing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Prescribing.CancelPrescription;
import org.wuduan.contract.Prescribing.CheckPrescription;
import org.wuduan.contract.Prescribing.ContinuePrescription;
import org.wuduan.contract.Prescribing.ExtendPrescription;
import org.wuduan.contract.Prescribing.SavePrescription;
import org.wuduan.contract.Prescribing.SeenPrescription;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** Prescriptions of a consultation, by its doctor (PROTOCOL.md, "Prescriptions"). */
@RestController
@RequestMapping("/api/consultations/{id}")
class PrescriptionEndpoint {
    /** The schema file of its bodies. */
    static final String FILE = "prescribing";

    private final HttpCommands commands;
    private final PrescriptionCommands prescriptions;
    private final DrugSearch search;

    PrescriptionEndpoint(HttpCommands commands, PrescriptionCommands prescriptions, DrugSearch search) {
        this.commands = commands;
        this.prescriptions = prescriptions;
        this.search = search;
    }

    static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>(FILE, type, RequestBody.COMMAND_BYTES_MAX);
    }

    @GetMapping("/drugs")
    ResponseEntity<String> drugs(@PathVariable UUID id, @RequestParam(name = "words") String words) {
        var actor = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(search.find(actor, id, words), 200);
    }

    /** A question, posted so that nothing of the patient stands in an address. */
    @PostMapping("/prescriptions/check")
    ResponseEntity<String> check(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var actor = SignedIn.current().orElseThrow().actor();
        var read = RequestBody.read(request, FILE, CheckPrescription.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                read.then(parsed -> prescriptions.check(actor, id, parsed.body().sheet())), 200);
    }

    @PostMapping("/prescriptions")
    ResponseEntity<String> save(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(SavePrescription.class), 201, (actor, wish) -> prescriptions.save(actor, id, wish));
    }

    @PostMapping("/prescriptions/{prescriptionId}/issue")
    ResponseEntity<String> issue(@PathVariable UUID id, @PathVariable UUID prescriptionId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(SeenPrescription.class),
                204,
                (actor, wish) ->
                        prescriptions.issue(actor, new PrescriptionCommands.Path(id, prescriptionId), wish.version()));
    }

    @PostMapping("/prescriptions/{prescriptionId}/extend")
    ResponseEntity<String> extend(@PathVariable UUID id, @PathVariable UUID prescriptionId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(ExtendPrescription.class),
                204,
                (actor, wish) -> prescriptions.extend(actor, new PrescriptionCommands.Path(id, prescriptionId), wish));
    }

    @PostMapping("/prescriptions/{prescriptionId}/cancel")
    ResponseEntity<String> cancel(@PathVariable UUID id, @PathVariable UUID prescriptionId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(CancelPrescription.class),
                204,
                (actor, wish) -> prescriptions.cancel(actor, new PrescriptionCommands.Path(id, prescriptionId), wish));
    }

    @PostMapping("/prescriptions/{prescriptionId}/continue")
    ResponseEntity<String> goOn(@PathVariable UUID id, @PathVariable UUID prescriptionId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(ContinuePrescription.class),
                204,
                (actor, wish) -> prescriptions.goOn(actor, new PrescriptionCommands.Path(id, prescriptionId), wish));
    }
}
