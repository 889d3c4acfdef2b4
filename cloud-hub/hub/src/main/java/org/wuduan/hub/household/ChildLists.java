package org.wuduan.hub.household;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Bindings;
import org.wuduan.contract.BoundChild;
import org.wuduan.hub.identity.Accounts;

/** Who is bound to a patient, as television and clinic show it. */
@Service
public class ChildLists {
    private final Households households;
    private final ChildBindings bindings;
    private final Accounts accounts;

    ChildLists(Households households, ChildBindings bindings, Accounts accounts) {
        this.households = households;
        this.bindings = bindings;
        this.accounts = accounts;
    }

    public List<BoundChild> familyOf(UUID patient) {
        return households.bindingsOfPatient(patient).stream()
                .map(binding -> new BoundChild(
                        binding.account(),
                        accounts.name(binding.account()).orElseThrow(),
                        binding.relation(),
                        binding.rights().stream().sorted().toList(),
                        binding.until()))
                .toList();
    }

    Bindings.ChildList of(UUID patient) {
        return new Bindings.ChildList(
                households.resident(patient).orElseThrow().patient(),
                familyOf(patient).stream()
                        .flatMap(child -> bindings.find(new ChildBindings.Pair(child.accountId(), patient)).stream()
                                .map(kept -> new Bindings.ChildList.KnownChild(child, kept.boundAt(), kept.proof())))
                        .toList());
    }
}
