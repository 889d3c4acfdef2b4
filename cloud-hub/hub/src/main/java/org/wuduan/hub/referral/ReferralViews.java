package org.wuduan.hub.referral;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Level;
import org.wuduan.contract.View;
import org.wuduan.contract.View.DoctorReferrals;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** A doctor's own list: referrals received and sent, and alerts of the plans that the institution keeps. */
@Component
class ReferralViews implements ViewSource {
    private final ReferralBook book;
    private final ReferralTargets targets;
    private final ReferralPages pages;
    private final PlanAlerts alerts;
    private final ShownAlerts shown;
    private final Consortium consortium;
    private final Households households;

    ReferralViews(
            ReferralBook book,
            ReferralTargets targets,
            ReferralPages pages,
            PlanAlerts alerts,
            ShownAlerts shown,
            Consortium consortium,
            Households households) {
        this.book = book;
        this.targets = targets;
        this.pages = pages;
        this.alerts = alerts;
        this.shown = shown;
        this.consortium = consortium;
        this.households = households;
    }

    @Override
    public String kind() {
        return "referrals";
    }

    @Override
    public boolean serves(Actor actor) {
        return actor.kind() == ActorKind.DOCTOR;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID owner) {
        if (!actor.id().equals(owner)) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var post = consortium.post(owner).orElseThrow();
        var received = book.receivedAt(post.institution(), post.doctor().department()).stream()
                .filter(referral -> targets.isFor(owner, referral))
                .toList();
        var open = post.doctor().level() == Level.FIRST_CONTACT
                ? alerts.openAt(post.institution()).stream()
                        .map(alert -> new DoctorReferrals.Alerted(
                                households
                                        .resident(alert.patient())
                                        .orElseThrow()
                                        .patient(),
                                shown.shown(alert)))
                        .toList()
                : java.util.List.<DoctorReferrals.Alerted>of();
        return Outcome.of(new DoctorReferrals(pages.lines(received), pages.lines(book.sentBy(owner)), open));
    }
}
