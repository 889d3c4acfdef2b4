package org.wuduan.hub.prescribing;

import static org.wuduan.hub.prescribing.PrescriptionEndpoint.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Prescribing.OrderMedicines;
import org.wuduan.contract.Prescribing.ReviewPrescription;
import org.wuduan.contract.Prescribing.SeenPrescription;
import org.wuduan.hub.identity.HttpCommands;

/** What becomes of a signed prescription: the pharmacist's review, and the home's wish to have it. */
@RestController
class ReviewEndpoint {
    private final HttpCommands commands;
    private final ReviewCommands reviews;
    private final HomeCommands home;

    ReviewEndpoint(HttpCommands commands, ReviewCommands reviews, HomeCommands home) {
        this.commands = commands;
        this.reviews = reviews;
        this.home = home;
    }

    @PostMapping("/api/prescription-reviews/{id}")
    ResponseEntity<String> review(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(ReviewPrescription.class), 204, (actor, wish) -> reviews.review(actor, id, wish));
    }

    @PostMapping("/api/patients/{id}/prescriptions/{prescriptionId}/confirm")
    ResponseEntity<String> confirm(@PathVariable UUID id, @PathVariable UUID prescriptionId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(SeenPrescription.class),
                204,
                (actor, wish) -> home.confirm(actor, new HomeCommands.Path(id, prescriptionId), wish.version()));
    }

    @PostMapping("/api/patients/{id}/prescriptions/{prescriptionId}/order")
    ResponseEntity<String> order(@PathVariable UUID id, @PathVariable UUID prescriptionId, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(OrderMedicines.class),
                201,
                (actor, wish) -> home.order(actor, new HomeCommands.Path(id, prescriptionId), wish));
    }
}
