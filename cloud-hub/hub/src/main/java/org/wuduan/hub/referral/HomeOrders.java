package org.wuduan.hub.referral;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wuduan.contract.CarePackage;
import org.wuduan.contract.Level;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Signing.Signature;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.signing.DocumentKind;
import org.wuduan.hub.signing.Signatures;

/**
 * Orders for the home (医嘱): the doctor of first contact says in a consultation what is measured there, within which limits
 * and until when. Signed by whoever has a key. A doctor of a higher level gives the package of a referral down instead.
 */
@Service
class HomeOrders {
    private final CarePlans plans;
    private final CareCases cases;
    private final Home home;
    private final Signatures signatures;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    HomeOrders(
            CarePlans plans,
            CareCases cases,
            Home home,
            Signatures signatures,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.home = home;
        this.signatures = signatures;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who keeps the plan of a home. */
    @Service
    record Home(Households households, Consortium consortium) {
        UUID institution(UUID patient) {
            return households.institutionOf(
                    households.resident(patient).orElseThrow().household());
        }

        boolean keepsPlans(UUID doctor, UUID institution) {
            return consortium
                    .post(doctor)
                    .filter(post -> post.doctor().level() == Level.FIRST_CONTACT)
                    .filter(post -> post.institution().equals(institution))
                    .isPresent();
        }
    }

    /** What a signature covers. */
    private record Ordered(UUID patient, UUID consultation, CarePackage carePackage) {
        @Override
        public String toString() {
            return "Ordered[" + consultation + " ‹redacted›]";
        }
    }

    /** Takes the place of the plan in force. */
    Outcome<CarePlans.Plan> order(Actor actor, UUID consultation, Referrals.OrderHomePlan wish) {
        return access.check(actor, Action.ORDER_HOME_PLAN, new Subject.OfConsultation(consultation))
                .then(_ -> possible(actor, cases.hold(consultation).orElseThrow(), wish.carePackage()))
                .then(care -> signed(actor, care, wish))
                .then(plan -> {
                    if (!plans.install(plan)) {
                        return Refused.of(ProblemType.EDIT_CONFLICT);
                    }
                    audit.record(Audit.Kind.WRITE, actor.id(), "order-home-plan", plan.patient());
                    return Outcome.of(plan);
                });
    }

    private Outcome<CareCases.CareCase> possible(Actor actor, CareCases.CareCase care, CarePackage carePackage) {
        if (!home.keepsPlans(actor.id(), home.institution(care.patient()))) {
            audit.recordDenial(actor.id(), "order-home-plan", care.id());
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        if (!care.takesOrders(clock.instant())) {
            return Refused.state(ReferralBook.word(care.state()));
        }
        return PlanRules.isSound(carePackage) ? Outcome.of(care) : Refused.field("package");
    }

    private Outcome<CarePlans.Plan> signed(Actor actor, CareCases.CareCase care, Referrals.OrderHomePlan wish) {
        if (!signatures.hasKey(actor.id())) {
            return Outcome.of(plan(actor, care, wish, null));
        }
        var ordered = new Ordered(care.patient(), care.id(), wish.carePackage());
        return signatures
                .signFirst(actor, new Signatures.Draft(DocumentKind.ORDER, wish.id(), ordered))
                .then(made -> Outcome.of(plan(actor, care, wish, made.version())));
    }

    private CarePlans.Plan plan(
            Actor actor, CareCases.CareCase care, Referrals.OrderHomePlan wish, @Nullable Integer version) {
        return new CarePlans.Plan(
                wish.id(),
                care.patient(),
                home.institution(care.patient()),
                actor.id(),
                actor.id(),
                clock.instant(),
                wish.carePackage(),
                care.id(),
                version);
    }

    @Nullable
    Signature signature(CarePlans.Plan plan) {
        return plan.signedAs() == null ? null : signatures.signature(plan.id()).orElse(null);
    }

    /** What holds of the signature now, and whether it covers the plan that is kept. */
    Outcome<SignedDocument> verified(Actor actor, UUID id) {
        return opened(actor, id, "open-signed", plan -> {
            var consultation = plan.consultation();
            return consultation == null
                    ? Optional.empty()
                    : signatures.verified(id, new Ordered(plan.patient(), consultation, plan.carePackage()));
        });
    }

    /** The same as a file to be verified elsewhere. */
    Outcome<SignedFile> file(Actor actor, UUID id) {
        return opened(actor, id, "export-signed", _ -> signatures.file(id));
    }

    private <T> Outcome<T> opened(Actor actor, UUID id, String action, Function<CarePlans.Plan, Optional<T>> read) {
        var signed = plans.find(id).filter(plan -> plan.signedAs() != null);
        if (signed.isEmpty()) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var plan = signed.get();
        return access.check(actor, Action.SEE_PLAN, new Subject.OfPatient(plan.patient()))
                .then(_ -> {
                    audit.record(Audit.Kind.OPENING, actor.id(), action, plan.patient());
                    return read.apply(plan).map(Outcome::of).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
                });
    }
}
