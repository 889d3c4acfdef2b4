package org.wuduan.hub.prescribing;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.View;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;

/** What waits for a pharmacist, the longest first, and what was decided last. */
@Component
class PharmacistInboxViews implements ViewSource {
    private static final int LOOKED_THROUGH_MAX = 500;
    private static final int WAITING_MAX = 100;
    private static final int DECIDED_MAX = 20;

    private final PrescriptionBook book;
    private final PrescriptionPages pages;
    private final Reviewers reviewers;

    PharmacistInboxViews(PrescriptionBook book, PrescriptionPages pages, Reviewers reviewers) {
        this.book = book;
        this.pages = pages;
        this.reviewers = reviewers;
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public boolean serves(Actor actor) {
        return actor.kind() == ActorKind.PHARMACIST;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID id) {
        return Outcome.of(new View.PharmacistInbox(
                shown(id, book.waiting(LOOKED_THROUGH_MAX).stream(), WAITING_MAX),
                shown(id, book.decided(LOOKED_THROUGH_MAX).stream(), DECIDED_MAX)));
    }

    /** Of whom the pharmacist is shown what was prescribed. */
    @Override
    public Optional<Opening> opens(View view) {
        if (!(view instanceof View.PharmacistInbox inbox)) {
            return Optional.empty();
        }
        var seen = Stream.concat(inbox.waiting().stream(), inbox.decided().stream())
                .map(Prescription::consultationId)
                .distinct()
                .toList();
        return seen.isEmpty() ? Optional.empty() : Optional.of(new Opening("open-prescription", seen));
    }

    private List<Prescription> shown(UUID pharmacist, Stream<KeptPrescription> all, int limit) {
        var mine = new HashMap<UUID, Boolean>();
        return pages.pages(all.filter(kept -> mine.computeIfAbsent(
                        kept.institution(), institution -> reviewers.mayReview(pharmacist, institution)))
                .limit(limit)
                .toList());
    }
}
