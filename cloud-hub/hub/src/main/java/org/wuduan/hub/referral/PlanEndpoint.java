package org.wuduan.hub.referral;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Referrals;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** Plans that are ordered in a consultation, what is signed of them, and who says to have seen an alert. */
@RestController
class PlanEndpoint {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpCommands commands;
    private final HomeOrders orders;
    private final PlanAlerts alerts;
    private final Access access;
    private final Households households;
    private final Consortium consortium;
    private final ReferralCommands.Traces traces;

    PlanEndpoint(
            HttpCommands commands,
            HomeOrders orders,
            PlanAlerts alerts,
            Access access,
            Households households,
            Consortium consortium,
            ReferralCommands.Traces traces) {
        this.commands = commands;
        this.orders = orders;
        this.alerts = alerts;
        this.access = access;
        this.households = households;
        this.consortium = consortium;
        this.traces = traces;
    }

    @PostMapping("/api/consultations/{id}/home-plan")
    ResponseEntity<String> order(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var form = new HttpCommands.Form<>("referral", Referrals.OrderHomePlan.class, RequestBody.COMMAND_BYTES_MAX);
        return commands.run(
                request,
                form,
                CREATED,
                (actor, wish) -> orders.order(actor, id, wish).then(plan -> {
                    traces.journal().append(new StreamName("plan", plan.patient()), actor.id(), plan);
                    traces.journal().touch(shownIn(plan.patient()));
                    return Outcome.done();
                }));
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
        return commands.run(request, 204, actor -> acknowledge(actor, id));
    }

    private Outcome<Outcome.Nothing> acknowledge(Actor actor, UUID id) {
        var alert = alerts.find(id);
        if (alert.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var patient = alert.get().patient();
        return access.check(actor, Action.ACKNOWLEDGE_ALERT, new Subject.OfPatient(patient))
                .then(_ -> alerts.acknowledge(id, actor.id(), side(actor))
                        ? Outcome.done()
                        : Refused.state("acknowledged"))
                .then(_ -> {
                    traces.audit().record(Audit.Kind.WRITE, actor.id(), "acknowledge-alert", patient);
                    traces.journal().touch(shownIn(patient));
                    return Outcome.done();
                });
    }

    private static PlanAlerts.Side side(Actor actor) {
        return actor.kind() == ActorKind.DOCTOR ? PlanAlerts.Side.DOCTORS : PlanAlerts.Side.FAMILY;
    }

    private Set<StreamName> shownIn(UUID patient) {
        var household = households.resident(patient).orElseThrow().household();
        var doctors = consortium.firstContactDoctors(households.institutionOf(household));
        return Stream.concat(
                        Stream.of(new StreamName("plan", patient)),
                        doctors.stream().map(doctor -> new StreamName("referrals", doctor)))
                .collect(Collectors.toSet());
    }
}
