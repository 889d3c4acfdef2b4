package org.wuduan.hub.consultation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ActiveConsultation;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.LatestVitals;
import org.wuduan.contract.NobodyOnDuty;
import org.wuduan.contract.Summary;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.live.ViewSource;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.vitals.Vitals;

/** What a son or daughter sees, as far as each binding's rights reach. */
@Component
class FamilyInboxViews implements ViewSource {
    private static final int SUMMARIES_MAX = 20;

    private final Consultations consultations;
    private final Households households;
    private final Consortium consortium;
    private final Vitals vitals;
    private final DutyForHomes duty;
    private final Accounts accounts;

    FamilyInboxViews(
            Consultations consultations,
            Households households,
            Consortium consortium,
            Vitals vitals,
            Accounts accounts,
            DutyForHomes duty) {
        this.consultations = consultations;
        this.households = households;
        this.consortium = consortium;
        this.vitals = vitals;
        this.duty = duty;
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public boolean serves(Actor actor) {
        return actor.kind() == ActorKind.FAMILY;
    }

    @Override
    public Outcome<View> view(Actor actor, UUID id) {
        var bindings = households.bindingsOfAccount(id);
        return Outcome.of(new View.FamilyInbox(
                new View.FamilyInbox.Me(id, accounts.name(id).orElseThrow()),
                bindings.stream().map(this::parent).toList(),
                bindings.stream()
                        .filter(FamilyInboxViews::takesPart)
                        .flatMap(binding -> summaries(binding).stream())
                        .sorted(Comparator.comparing(Summary::at).reversed())
                        .limit(SUMMARIES_MAX)
                        .toList()));
    }

    private View.FamilyInbox.Parent parent(Households.Binding binding) {
        var patient = binding.patient();
        return new View.FamilyInbox.Parent(
                patient,
                binding.relation(),
                binding.rights().stream().sorted().toList(),
                binding.rights().contains(FamilyRight.SEE_VITALS) ? vitals.latest(patient.id()) : LatestVitals.NONE,
                active(binding),
                binding.rights().contains(FamilyRight.MANAGE_DEVICES)
                        ? households.homeOf(patient.id()).orElse(null)
                        : null,
                binding.until(),
                nobodyOnDuty(patient.id()));
    }

    private @Nullable NobodyOnDuty nobodyOnDuty(UUID patient) {
        var resident = households.resident(patient);
        return resident.isEmpty() ? null : duty.nobody(resident.get().household());
    }

    private @Nullable ActiveConsultation active(Households.Binding binding) {
        return takesPart(binding) || binding.rights().contains(FamilyRight.PROXY_CONSENT)
                ? consultations
                        .openOf(binding.patient().id())
                        .map(one -> new ActiveConsultation(one.id(), one.state(), binding.patient()))
                        .orElse(null)
                : null;
    }

    private List<Summary> summaries(Households.Binding binding) {
        return consultations.concludedOf(binding.patient().id(), SUMMARIES_MAX).stream()
                .flatMap(one -> Summaries.of(one, households, consortium).stream())
                .toList();
    }

    private static boolean takesPart(Households.Binding binding) {
        return binding.rights().contains(FamilyRight.TAKE_PART);
    }
}
