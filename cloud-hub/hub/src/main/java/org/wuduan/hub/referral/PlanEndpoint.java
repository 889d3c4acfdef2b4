package org.wuduan.hub.referral;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Referrals;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** Plans that are ordered in a consultation, what is signed of them, how they end, and who says to have seen an alert. */
@RestController
class PlanEndpoint {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final HomeOrders orders;
    private final PlanSteps steps;
    private final KeptPlans kept;

    PlanEndpoint(HttpCommands commands, HomeOrders orders, PlanSteps steps, KeptPlans kept) {
        this.commands = commands;
        this.orders = orders;
        this.steps = steps;
        this.kept = kept;
    }

    @PostMapping("/api/consultations/{id}/home-plan")
    ResponseEntity<String> order(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Referrals.OrderHomePlan.class), CREATED, (actor, wish) -> steps.order(actor, id, wish));
    }

    @PostMapping("/api/home-plans/{id}/end")
    ResponseEntity<String> end(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Referrals.EndHomePlan.class), DONE, (actor, wish) -> steps.end(actor, id, wish.reason()));
    }

    private static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>("referral", type, RequestBody.COMMAND_BYTES_MAX);
    }

    /** Also one that was replaced or ended. */
    @GetMapping("/api/home-plans/{id}")
    ResponseEntity<String> open(@PathVariable UUID id) {
        return ProblemAnswers.of(kept.open(SignedIn.current().orElseThrow().actor(), id), OK);
    }

    /** What was signed of an order, and what holds of it now. */
    @GetMapping("/api/home-plans/{id}/signed")
    ResponseEntity<String> signed(@PathVariable UUID id) {
        return ProblemAnswers.of(
                orders.verified(SignedIn.current().orElseThrow().actor(), id), OK);
    }

    /** The same as a file to be verified elsewhere. */
    @GetMapping("/api/home-plans/{id}/signed/file")
    ResponseEntity<String> file(@PathVariable UUID id) {
        return ProblemAnswers.of(orders.file(SignedIn.current().orElseThrow().actor(), id), OK);
    }

    @PostMapping("/api/plan-alerts/{id}/acknowledge")
    ResponseEntity<String> acknowledge(@PathVariable UUID id, HttpServletRequest request) {
        return commands.run(request, DONE, actor -> steps.acknowledge(actor, id));
    }
}
