package org.wuduan.hub.prescribing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.DoseFrequency;
import org.wuduan.contract.HomePrescriptionState;
import org.wuduan.contract.Prescribed.HomePrescription;
import org.wuduan.contract.Prescribed.Medicine;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.Prescribed.PrescriptionSignature;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.LineAmount;
import org.wuduan.contract.Prescribing.PrescriptionReport;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.ReviewAgain;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.signing.SignedVersion;

/** How a prescription looks: to doctors and pharmacists, and to the home. */
@Component
class PrescriptionPages {
    private final PrescriptionChecks checks;
    private final PharmacyOrders orders;
    private final SignedPrescriptions signed;
    private final Supplies supplies;
    private final Households households;
    private final Consortium consortium;
    private final Accounts accounts;
    private final CareCases cases;
    private final Clock clock;

    PrescriptionPages(
            PrescriptionChecks checks,
            PharmacyOrders orders,
            SignedPrescriptions signed,
            Supplies supplies,
            Households households,
            Consortium consortium,
            Accounts accounts,
            CareCases cases,
            Clock clock) {
        this.checks = checks;
        this.orders = orders;
        this.signed = signed;
        this.supplies = supplies;
        this.households = households;
        this.consortium = consortium;
        this.accounts = accounts;
        this.cases = cases;
        this.clock = clock;
    }

    List<Prescription> pages(List<KeptPrescription> all) {
        var signatures = signed.newest(all);
        return all.stream().map(kept -> page(kept, signatures)).toList();
    }

    private Prescription page(KeptPrescription kept, Map<UUID, SignedVersion> signatures) {
        var issue = kept.issue();
        return new Prescription(
                kept.id(),
                kept.version(),
                state(kept),
                kept.consultation(),
                households.resident(kept.patient()).orElseThrow().patient(),
                prescriber(kept),
                kept.sheet(),
                drugs(kept),
                report(kept),
                issue == null ? null : step(name(kept.doctor()), issue.at(), null, signatures.get(kept.id())),
                issue == null ? null : issue.validUntil(),
                issue == null ? null : issue.extended(),
                reviewed(kept.review(), signatures),
                kept.isToldAgainst() ? ReviewAgain.ALLERGY_ADDED : kept.again(),
                cancelled(kept.cancelled()),
                kept.confirmedAt(),
                orders.of(kept.id()).map(PharmacyOrders.Kept::shown).orElse(null));
    }

    /** A prescription stays of the institution that issued it, wherever its doctor works today. */
    private Doctor prescriber(KeptPrescription kept) {
        var post = consortium.post(kept.doctor()).orElseThrow();
        var issuer = kept.institution();
        if (post.institution().equals(issuer)) {
            return post.doctor();
        }
        return Optional.ofNullable(consortium.namesOf(List.of(issuer)).get(issuer))
                .map(post.doctor()::writingFor)
                .orElse(post.doctor());
    }

    /** Drafts are the doctor's own, but one that waits for the patient's key is shown. */
    Optional<HomePrescription> homePage(KeptPrescription kept) {
        return homeState(kept).map(state -> {
            var issue = kept.issue();
            return new HomePrescription(
                    kept.id(),
                    state,
                    prescriber(kept),
                    medicines(kept),
                    issue == null ? clock.instant() : issue.at(),
                    issue == null ? null : issue.validUntil(),
                    orders.of(kept.id()).map(PharmacyOrders.Kept::shown).orElse(null),
                    kept.version());
        });
    }

    private Optional<HomePrescriptionState> homeState(KeptPrescription kept) {
        return switch (state(kept)) {
            case DRAFT ->
                SupplyRules.needsConfirmation(kept.sheet()) && kept.confirmedAt() == null && mayStillBeSigned(kept)
                        ? Optional.of(HomePrescriptionState.TO_CONFIRM)
                        : Optional.empty();
            case AWAITING_REVIEW -> Optional.of(HomePrescriptionState.AWAITING_REVIEW);
            case APPROVED -> Optional.of(HomePrescriptionState.APPROVED);
            case REJECTED -> Optional.of(HomePrescriptionState.REJECTED);
            case CANCELLED -> kept.issue() == null ? Optional.empty() : Optional.of(HomePrescriptionState.CANCELLED);
            case DISPENSED ->
                Optional.of(
                        kept.isToldAgainst() && supplies.isLeft(kept)
                                ? HomePrescriptionState.STOP
                                : HomePrescriptionState.DISPENSED);
            case EXPIRED -> Optional.of(HomePrescriptionState.EXPIRED);
        };
    }

    /** Out of a talk to which consent was taken back nothing is signed any more. */
    private boolean mayStillBeSigned(KeptPrescription draft) {
        return cases.find(draft.consultation())
                .filter(CareCases.CareCase::consentWithdrawn)
                .isEmpty();
    }

    PrescriptionState state(KeptPrescription kept) {
        boolean expired = kept.isExpired(clock.instant()) && !isStillComing(kept);
        return expired ? PrescriptionState.EXPIRED : kept.state();
    }

    /** An approved one whose order is being withdrawn ran out before the pharmacy said to have it. */
    private boolean isStillComing(KeptPrescription kept) {
        return orders.isOnItsWay(kept.id())
                && !(kept.state() == PrescriptionState.APPROVED && orders.isBeingWithdrawn(kept.id()));
    }

    private List<Drug> drugs(KeptPrescription kept) {
        var issue = kept.issue();
        return issue == null
                ? checks.drugs(kept.institution(), kept.sheet()).stream()
                        .flatMap(Optional::stream)
                        .toList()
                : issue.drugs();
    }

    /** What the checks say now, to whoever has to decide; afterwards what they said when it was put before them. */
    private PrescriptionReport report(KeptPrescription kept) {
        var last = kept.lastReport();
        return last == null || kept.state() == PrescriptionState.AWAITING_REVIEW ? checks.now(kept) : last;
    }

    /** By their codes: of a draft, a medicine that left the formulary is missing and moves the others. */
    private List<Medicine> medicines(KeptPrescription kept) {
        var drugs = drugs(kept);
        return report(kept).amounts().stream()
                .flatMap(amount -> drugs.stream()
                        .filter(drug -> drug.code()
                                .equals(kept.sheet().lines().get(amount.line()).drug()))
                        .limit(1)
                        .map(drug -> medicine(kept, drug, amount)))
                .toList();
    }

    private static Medicine medicine(KeptPrescription kept, Drug drug, LineAmount amount) {
        var line = kept.sheet().lines().get(amount.line());
        DoseFrequency frequency = line.frequency();
        return new Medicine(
                drug.nameZh(),
                drug.nameEn(),
                amount.pieces(),
                frequency,
                Takings.times(frequency),
                line.days(),
                line.note());
    }

    private @Nullable PrescriptionSignature reviewed(
            KeptPrescription.@Nullable Review review, Map<UUID, SignedVersion> signatures) {
        if (review == null) {
            return null;
        }
        var document = review.document();
        return step(
                name(review.by()), review.at(), review.reason(), document == null ? null : signatures.get(document));
    }

    /** Nobody signs a cancellation. */
    private @Nullable PrescriptionSignature cancelled(KeptPrescription.@Nullable Act act) {
        return act == null ? null : step(name(act.by()), act.at(), act.reason(), null);
    }

    private static PrescriptionSignature step(
            String name, Instant at, @Nullable String reason, @Nullable SignedVersion version) {
        return new PrescriptionSignature(name, at, reason, version == null ? null : version.signature());
    }

    private String name(UUID account) {
        return accounts.name(account).orElseThrow();
    }
}
