package org.wuduan.hub.consultation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Call;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Decision;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.Invitation;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.LegalBasis;
import org.wuduan.contract.Opinion;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.Signing.Signature;
import org.wuduan.contract.Summary;
import org.wuduan.contract.View;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.hub.call.Calls;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.signing.Signatures;
import org.wuduan.hub.signing.SignedVersion;

/** Shows a consultation, filtered for its viewer: the home sees no legal basis, no opinions, no reason of a doctor to decline. */
@Component
class ConsultationViews implements ViewSource {
    private final Consultations consultations;
    private final Access access;
    private final Households households;
    private final Consortium consortium;
    private final Calls calls;
    private final Signatures signatures;
    private final LegalRules rules;
    private final ReportArchive archive;

    ConsultationViews(
            Consultations consultations,
            Access access,
            Households households,
            Consortium consortium,
            Calls calls,
            Signatures signatures,
            LegalRules rules,
            ReportArchive archive) {
        this.archive = archive;
        this.rules = rules;
        this.consultations = consultations;
        this.access = access;
        this.households = households;
        this.consortium = consortium;
        this.calls = calls;
        this.signatures = signatures;
    }

    @Override
    public String kind() {
        return "consultation";
    }

    @Override
    public Outcome<View> view(Actor actor, UUID id) {
        var subject = new Subject.OfConsultation(id);
        return access.permitting(actor, Action.SEE_CONSULTATION, subject)
                .then(allowed -> Outcome.of(view(actor, consultations.find(id).orElseThrow(), allowed)));
    }

    private View view(Actor actor, Consultation consultation, Set<Action> allowed) {
        boolean doctor = actor.kind() == ActorKind.DOCTOR;
        var mine = consultation.invitationOf(actor.id());
        var doctors = consortium.of(doctorsIn(consultation));
        var signed = doctor ? signatures.newest(documentsOf(consultation)) : Map.<UUID, SignedVersion>of();
        return new ConsultationView(
                consultation.id(),
                consultation.state(),
                households.resident(consultation.patient()).orElseThrow().patient(),
                consultation.requestedBy(),
                consultation.requestedAt(),
                consultation.invitations().stream()
                        .map(one -> invitation(one, of(doctors, one.doctor()), doctor))
                        .toList(),
                doctor
                        ? consultation.opinions().stream()
                                .map(one -> opinion(one, of(doctors, one.doctor()), signed))
                                .toList()
                        : List.of(),
                List.copyOf(Actions.now(consultation, actor, allowed)),
                consultation.complaint(),
                consultation.doctor() == null ? null : of(doctors, consultation.doctor()),
                ring(consultation),
                consultation.consent(),
                doctor ? legalBasis(consultation) : null,
                mine.filter(invited -> invited.state() == InvitationState.RINGING)
                        .map(Consultation.Invited::id)
                        .orElse(null),
                doctor ? remoteInvitation(consultation, mine.orElse(null)) : null,
                call(actor, consultation),
                summary(consultation),
                cancelled(consultation, doctor),
                doctor ? archive.shown(consultation).orElse(null) : null);
    }

    private @Nullable Call call(Actor actor, Consultation consultation) {
        return consultation.state() == ConsultationState.LIVE
                ? calls.view(consultation.call(), actor.id()).orElse(null)
                : null;
    }

    private static Set<UUID> doctorsIn(Consultation consultation) {
        var accounts = new HashSet<UUID>();
        if (consultation.doctor() != null) {
            accounts.add(consultation.doctor());
        }
        consultation.invitations().forEach(invited -> accounts.add(invited.doctor()));
        consultation.opinions().forEach(opinion -> accounts.add(opinion.doctor()));
        return accounts;
    }

    private static Doctor of(Map<UUID, Doctor> doctors, UUID account) {
        return Objects.requireNonNull(doctors.get(account), "a doctor who took part is not deleted");
    }

    private static Invitation invitation(Consultation.Invited invited, Doctor who, boolean toDoctor) {
        return new Invitation(
                invited.id(),
                who,
                invited.state(),
                invited.at(),
                invited.following(),
                toDoctor ? invited.declineReason() : null);
    }

    /** What may have been signed: opinions, and the decisions about them. */
    private static Set<UUID> documentsOf(Consultation consultation) {
        var documents = new HashSet<UUID>();
        consultation.opinions().forEach(opinion -> {
            documents.add(opinion.id());
            opinion.decision().ifPresent(decided -> documents.add(decided.id()));
        });
        return documents;
    }

    private static Opinion opinion(Consultation.SubmittedOpinion opinion, Doctor who, Map<UUID, SignedVersion> signed) {
        return new Opinion(
                opinion.id(),
                who,
                opinion.text(),
                opinion.at(),
                signature(signed.get(opinion.id())),
                opinion.decision()
                        .map(decided -> decision(decided, signed.get(decided.id())))
                        .orElse(null));
    }

    /** Whoever has a key signs each version: a signature is that of the newest. */
    private static Decision decision(Consultation.Decided decided, @Nullable SignedVersion signed) {
        return new Decision(
                decided.id(), decided.version(), decided.adoption(), decided.reason(), decided.at(), signature(signed));
    }

    private static @Nullable Signature signature(@Nullable SignedVersion signed) {
        return signed == null ? null : signed.signature();
    }

    private static ConsultationView.@Nullable Ring ring(Consultation consultation) {
        var ring = consultation.ring();
        return ring == null ? null : new ConsultationView.Ring(ring.startedAt(), ring.count(), ring.outcome());
    }

    private @Nullable LegalBasis legalBasis(Consultation consultation) {
        var basis = consultation.legalBasis();
        if (basis == null) {
            return null;
        }
        var source = rules.source(LegalGate.ruleOf(basis.kind()), basis.met());
        return new LegalBasis(basis.kind(), basis.evidence(), source, basis.met());
    }

    /** The own one, or what was asked last: of who came by a referral nobody asked anything. */
    private static @Nullable RemoteInvitation remoteInvitation(
            Consultation consultation, Consultation.@Nullable Invited mine) {
        if (mine != null) {
            return mine.invitation();
        }
        return consultation.invitations().reversed().stream()
                .filter(invited -> !invited.following())
                .map(Consultation.Invited::invitation)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Summary summary(Consultation consultation) {
        return Summaries.of(consultation, households, consortium).orElse(null);
    }

    private ConsultationView.@Nullable Cancelled cancelled(Consultation consultation, boolean toDoctor) {
        var how = consultation.cancellation();
        if (how == null) {
            return null;
        }
        boolean forWantOfConsent =
                consultation.consentWithdrawn() || how.reason() == Consultation.Cancellation.Why.CONSENT_REFUSED;
        return new ConsultationView.Cancelled(
                ConsultationView.Cancelled.By.valueOf(how.by().name()),
                ConsultationView.Cancelled.Reason.valueOf(how.reason().name()),
                how.at(),
                toDoctor && forWantOfConsent ? rules.source(LegalGate.REMOTE_CONSENT, List.of()) : null);
    }

    /** Which commands a viewer may give in the present state. */
    static final class Actions {
        private Actions() {}

        static Set<ConsultationView.Action> now(Consultation consultation, Actor actor, Set<Action> allowed) {
            var actions = new ArrayList<ConsultationView.Action>();
            for (var possible : inState(consultation, actor)) {
                if (allowed.stream().anyMatch(right -> grants(right, possible))) {
                    actions.add(possible);
                }
            }
            var set = EnumSet.noneOf(ConsultationView.Action.class);
            set.addAll(actions);
            return set;
        }

        private static Set<ConsultationView.Action> inState(Consultation consultation, Actor actor) {
            return switch (consultation.state()) {
                case WAITING -> EnumSet.of(ConsultationView.Action.ACCEPT, ConsultationView.Action.CANCEL);
                case RINGING ->
                    actor.kind() == ActorKind.DOCTOR
                            ? EnumSet.of(ConsultationView.Action.WITHDRAW_RING)
                            : EnumSet.of(
                                    ConsultationView.Action.ANSWER,
                                    ConsultationView.Action.INCONVENIENT,
                                    ConsultationView.Action.CANCEL);
                case UNANSWERED -> EnumSet.of(ConsultationView.Action.RING, ConsultationView.Action.CANCEL);
                case CONSENTING ->
                    actor.kind() == ActorKind.DOCTOR
                            ? EnumSet.noneOf(ConsultationView.Action.class)
                            : EnumSet.of(ConsultationView.Action.CONSENT, ConsultationView.Action.CANCEL);
                case LIVE -> live(consultation, actor);
                case CONCLUDED -> concluded(consultation);
                case CANCELLED -> EnumSet.noneOf(ConsultationView.Action.class);
            };
        }

        private static Set<ConsultationView.Action> concluded(Consultation consultation) {
            var actions = decisions(consultation);
            if (consultation.understanding() == null) {
                actions.add(ConsultationView.Action.CONFIRM_UNDERSTANDING);
            }
            return actions;
        }

        /** There is something to decide where somebody else gave an opinion. */
        private static Set<ConsultationView.Action> decisions(Consultation consultation) {
            return consultation.opinions().stream().allMatch(one -> one.doctor().equals(consultation.doctor()))
                    ? EnumSet.noneOf(ConsultationView.Action.class)
                    : EnumSet.of(ConsultationView.Action.DECIDE);
        }

        private static Set<ConsultationView.Action> live(Consultation consultation, Actor actor) {
            var actions = EnumSet.of(
                    ConsultationView.Action.INVITE,
                    ConsultationView.Action.WITHDRAW_INVITATION,
                    ConsultationView.Action.WITHDRAW_CONSENT,
                    ConsultationView.Action.CONCLUDE);
            actions.addAll(decisions(consultation));
            if (ConsultationRules.seatedDoctor(consultation, actor.id())) {
                actions.add(ConsultationView.Action.SUBMIT_OPINION);
            }
            var rung =
                    consultation.invitationOf(actor.id()).filter(invited -> invited.state() == InvitationState.RINGING);
            if (rung.isPresent()) {
                actions.add(ConsultationView.Action.ACCEPT_INVITATION);
                actions.add(ConsultationView.Action.DECLINE_INVITATION);
            }
            actions.add(seated(consultation, actor) ? ConsultationView.Action.LEAVE : ConsultationView.Action.JOIN);
            return actions;
        }

        private static boolean seated(Consultation consultation, Actor actor) {
            return switch (actor.kind()) {
                case BOX -> consultation.boxSeated();
                case FAMILY ->
                    consultation.guests().stream()
                            .anyMatch(guest -> guest.account().equals(actor.id()) && guest.seated());
                case DOCTOR ->
                    consultation
                            .invitationOf(actor.id())
                            .filter(Consultation.Invited::seated)
                            .isPresent();
                case ADMINISTRATOR, PHARMACIST, REGISTRAR -> false;
            };
        }

        private static boolean grants(Action right, ConsultationView.Action command) {
            return switch (right) {
                case ACCEPT -> command == ConsultationView.Action.ACCEPT;
                case CANCEL -> command == ConsultationView.Action.CANCEL;
                case RING -> command == ConsultationView.Action.RING;
                case WITHDRAW_RING -> command == ConsultationView.Action.WITHDRAW_RING;
                case ANSWER -> command == ConsultationView.Action.ANSWER;
                case INCONVENIENT -> command == ConsultationView.Action.INCONVENIENT;
                case CONSENT_AS_PATIENT, CONSENT_AS_PROXY -> command == ConsultationView.Action.CONSENT;
                case WITHDRAW_CONSENT -> command == ConsultationView.Action.WITHDRAW_CONSENT;
                case JOIN -> command == ConsultationView.Action.JOIN;
                case LEAVE -> command == ConsultationView.Action.LEAVE;
                case INVITE -> command == ConsultationView.Action.INVITE;
                case ANSWER_INVITATION ->
                    command == ConsultationView.Action.ACCEPT_INVITATION
                            || command == ConsultationView.Action.DECLINE_INVITATION;
                case WITHDRAW_INVITATION -> command == ConsultationView.Action.WITHDRAW_INVITATION;
                case SUBMIT_OPINION -> command == ConsultationView.Action.SUBMIT_OPINION;
                case DECIDE -> command == ConsultationView.Action.DECIDE;
                case CONCLUDE -> command == ConsultationView.Action.CONCLUDE;
                case CONFIRM_UNDERSTANDING -> command == ConsultationView.Action.CONFIRM_UNDERSTANDING;
                case SEE_OPINIONS, SEE_VITALS, SEE_LOOKS, SEE_CONSULTATION, UPLOAD_READINGS, REQUEST_CONSULTATION ->
                    false;
                case SEE_RECORD, WRITE_RECORD, WRITE_NOTE -> false;
                case MANAGE_ORGANISATION,
                        MANAGE_ACCESS,
                        READ_AUDIT,
                        SEE_OPERATIONS,
                        RUN_OPERATIONS,
                        REGISTER_PATIENTS -> false;
                case MANAGE_BOXES,
                        MOVE_BOX,
                        INVITE_FAMILY,
                        GRANT_RIGHTS,
                        END_BINDING,
                        NAME_WEARER,
                        MANAGE_WEARABLES,
                        REPORT_WEARABLES -> false;
                case PRESCRIBE,
                        SEE_PRESCRIPTIONS,
                        REVIEW_PRESCRIPTIONS,
                        MANAGE_DRUG_TABLES,
                        SEE_MEDICINES,
                        CONFIRM_PRESCRIPTION,
                        ORDER_MEDICINES -> false;
                case ORDER_HOME_PLAN,
                        END_HOME_PLAN,
                        REFER,
                        SEE_REFERRAL,
                        ANSWER_REFERRAL,
                        WRITE_REFERRAL,
                        FOLLOW_REFERRAL,
                        JOIN_AS_FOLLOWER,
                        SEE_PLAN,
                        ACKNOWLEDGE_ALERT -> false;
            };
        }
    }
}
