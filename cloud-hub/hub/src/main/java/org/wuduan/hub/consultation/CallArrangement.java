package org.wuduan.hub.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.SeatRole;
import org.wuduan.hub.call.CallChanged;
import org.wuduan.hub.call.Calls;
import org.wuduan.hub.call.NewCalls;
import org.wuduan.hub.call.PlannedSeat;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;

/** Keeps the call as the consultation wants it: who has a seat, and whether it goes on. */
@Component
class CallArrangement {
    private final Consultations consultations;
    private final Calls calls;
    private final Households households;
    private final Consortium consortium;
    private final Accounts accounts;
    private final Journal journal;
    private final NewCalls newCalls;

    CallArrangement(
            Consultations consultations,
            Calls calls,
            Households households,
            Consortium consortium,
            Accounts accounts,
            Journal journal,
            NewCalls newCalls) {
        this.newCalls = newCalls;
        this.consultations = consultations;
        this.calls = calls;
        this.households = households;
        this.consortium = consortium;
        this.accounts = accounts;
        this.journal = journal;
    }

    /** Refuses what leads to a new call while an operator lets none begin. */
    Outcome<Outcome.Nothing> mayBegin() {
        return newCalls.mayBegin();
    }

    /**
     * Within the transaction of the step and under the consultation's row lock: whoever is told that a step is done finds
     * the seats that follow from it.
     */
    void arrange(Consultation consultation) {
        if (consultation.state() == ConsultationState.LIVE) {
            calls.arrange(consultation.call(), seats(consultation));
        } else if (consultation.ended()) {
            calls.end(consultation.call());
        }
    }

    /** Outside a transaction, because media nodes are asked; the event publication registry repeats it after a crash. */
    @Async
    @TransactionalEventListener
    void on(ConsultationChanged changed) {
        consultations
                .find(changed.consultation())
                .filter(consultation -> consultation.ended() || consultation.state() == ConsultationState.LIVE)
                .ifPresent(consultation -> calls.settleMedia(consultation.call()));
    }

    /**
     * Within the transaction that changed the call, so that the change and its announcement are one commit: whoever
     * joins waits for the view that shows the seat.
     */
    @EventListener
    void on(CallChanged changed) {
        consultations.byCall(changed.call()).ifPresent(id -> journal.touch(Set.of(new StreamName("consultation", id))));
    }

    private List<PlannedSeat> seats(Consultation consultation) {
        var seats = new ArrayList<PlannedSeat>();
        var patient = households.resident(consultation.patient()).orElseThrow().patient();
        // every box of the household stands for the patient; the newest connection has the seat
        households
                .boxesOf(consultation.household())
                .forEach(box ->
                        seats.add(new PlannedSeat(box, SeatRole.PATIENT, patient.name(), consultation.boxSeated())));
        consultation.guests().stream()
                .filter(guest -> takesPart(guest, consultation))
                .forEach(guest -> seats.add(new PlannedSeat(
                        guest.account(),
                        SeatRole.FAMILY,
                        accounts.name(guest.account()).orElseThrow(),
                        guest.seated())));
        seats.addAll(doctors(consultation));
        return seats;
    }

    /** A right that ended takes the seat with it. */
    private boolean takesPart(Consultation.Guest guest, Consultation consultation) {
        return households.bindingsOfAccount(guest.account()).stream()
                .filter(binding -> binding.patient().id().equals(consultation.patient()))
                .anyMatch(binding -> binding.rights().contains(FamilyRight.TAKE_PART));
    }

    private List<PlannedSeat> doctors(Consultation consultation) {
        var seated = new LinkedHashMap<UUID, Boolean>();
        if (consultation.doctor() != null) {
            seated.put(consultation.doctor(), true);
        }
        consultation.invitations().stream()
                .filter(invited -> invited.state() == InvitationState.ACCEPTED)
                .forEach(invited -> seated.put(invited.doctor(), invited.seated()));
        var posts = consortium.of(seated.keySet());
        return seated.entrySet().stream()
                .map(one -> doctor(Objects.requireNonNull(posts.get(one.getKey())), one.getValue()))
                .toList();
    }

    private static PlannedSeat doctor(Doctor doctor, boolean seated) {
        var role = SeatRole.valueOf(doctor.level().name().toUpperCase(Locale.ROOT));
        return new PlannedSeat(doctor.id(), role, doctor.name(), seated);
    }
}
