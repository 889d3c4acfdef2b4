package org.wuduan.hub.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ChosenBasis;
import org.wuduan.contract.Commands;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.Rules.BasisForm;
import org.wuduan.contract.Rules.Rule;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** Collects what the rules ask about and puts it before {@link LegalGate}. */
@Service
class LegalBases {
    private final LegalRules rules;
    private final Consultations consultations;
    private final Consortium consortium;
    private final Households households;
    private final Clock clock;

    LegalBases(
            LegalRules rules, Consultations consultations, Consortium consortium, Households households, Clock clock) {
        this.rules = rules;
        this.consultations = consultations;
        this.consortium = consortium;
        this.households = households;
        this.clock = clock;
    }

    /** What the accepting doctor will be asked. */
    BasisForm form(UUID id) {
        var consultation = consultations.find(id).orElseThrow();
        var today = today(consultation.institution());
        var inForce = rules.inForce(today);
        return new BasisForm(
                inForce,
                LegalGate.youngChild(inForce, today, birth(consultation.patient())),
                today,
                consultations
                        .newestBasis(consultation.patient(), consultation.institution())
                        .orElse(null));
    }

    /** The ground with the rules that it met, or the first rule that it does not meet. */
    Outcome<Consultation.Basis> acceptance(Actor doctor, UUID id, ChosenBasis basis) {
        var consultation = consultations.find(id).orElseThrow();
        var today = today(consultation.institution());
        var wish = new LegalGate.Acceptance(basis, birth(consultation.patient()), practice(doctor.id()));
        return decide(LegalGate.acceptance(rules.inForce(today), today, wish))
                .then(met -> Outcome.of(new Consultation.Basis(basis.kind(), line(basis), basis, met)));
    }

    /** On what an invitation of another institution's doctor rests. */
    Outcome<Consultation.Ground> invitation(Actor inviter, UUID id, Commands.Invite wish) {
        var consultation = consultations.find(id).orElseThrow();
        var today = today(consultation.institution());
        var own = consortium.post(inviter.id()).orElseThrow().institution();
        var other = consortium.post(wish.doctorId()).orElseThrow().institution();
        var asking = new LegalGate.Asking(
                wish.invitation(),
                practice(wish.doctorId()),
                consortium.areTogether(own, other),
                wish.agreement(),
                ConsultationRules.consentGiven(consultation));
        return decide(LegalGate.invitation(rules.inForce(today), today, asking))
                .then(met -> Outcome.of(new Consultation.Ground(wish.agreement(), null, met)));
    }

    /**
     * On what a doctor comes in who follows the patient: the same rules as for one who is asked, and the accepted referral
     * stands for the agreement of the two institutions between which it was sent, for no other.
     */
    Outcome<Consultation.Ground> following(
            Actor doctor, Consultation talk, FollowedPatients.Following following, RemoteInvitation invitation) {
        var own = consortium.post(doctor.id()).orElseThrow().institution();
        var other = talk.institution();
        var asking = new LegalGate.Asking(
                invitation,
                practice(doctor.id()),
                consortium.areTogether(own, other) || following.institutions().containsAll(List.of(own, other)),
                null,
                ConsultationRules.consentGiven(talk));
        var today = today(talk.institution());
        return decide(LegalGate.invitation(rules.inForce(today), today, asking))
                .then(met -> Outcome.of(new Consultation.Ground(null, following.referral(), met)));
    }

    private static Outcome<List<String>> decide(LegalGate.Verdict verdict) {
        if (verdict.refusals().isEmpty()) {
            return Outcome.of(verdict.met().stream().map(LegalRules::name).toList());
        }
        var first = verdict.refusals().getFirst();
        Rule rule = first.rule();
        return Refused.rule(rule.id(), rule.source(), first.missing());
    }

    private LocalDate today(UUID institution) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(consortium.zone(institution)));
    }

    private LegalGate.Birth birth(UUID patient) {
        var resident = households.resident(patient).orElseThrow().patient();
        return new LegalGate.Birth(
                resident.birthYear(), households.birthDate(patient).orElse(null));
    }

    private LegalGate.Practice practice(UUID doctor) {
        var post = consortium.post(doctor).orElseThrow();
        return new LegalGate.Practice(post.doctor().practisingSince(), post.internetPractice());
    }

    /** Such as "县医院 · 2026-10-08 · 高血压": what colleagues read of the evidence. */
    private static String line(ChosenBasis basis) {
        return Stream.of(
                        Optional.ofNullable(basis.present()),
                        Optional.ofNullable(basis.institution()),
                        Optional.ofNullable(basis.on()).map(LocalDate::toString),
                        Optional.ofNullable(basis.until()).map(day -> "→ " + day),
                        Optional.ofNullable(basis.diagnosis()),
                        Optional.ofNullable(basis.document()),
                        Optional.ofNullable(basis.guardian()),
                        Optional.ofNullable(basis.physician()))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .map(text -> Objects.requireNonNull(text).strip())
                .collect(Collectors.joining(" · "));
    }
}
