package org.wuduan.hub.household;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Bindings;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.PasswordRules;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** A son or daughter without an account makes one with a binding code: nobody else makes accounts by themselves. */
@Service
class FamilyAccounts {
    private final Accounts accounts;
    private final BindingCommands bindings;
    private final TransactionTemplate transactions;

    FamilyAccounts(Accounts accounts, BindingCommands bindings, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.bindings = bindings;
        this.transactions = transactions;
    }

    /**
     * Makes the account and its first binding, both or neither. The code is looked at first: without a good one nobody
     * learns which logins exist.
     *
     * @param address of the client, for which wrong codes are counted
     */
    Outcome<Outcome.Nothing> register(Bindings.RegisterFamily wish, String address) {
        return transactions.execute(status -> {
            var made = bindings.guessed(address, wish.code()).then(offer -> make(wish, offer));
            if (made instanceof Refused<Outcome.Nothing>) {
                status.setRollbackOnly();
            }
            return made;
        });
    }

    private Outcome<Outcome.Nothing> make(Bindings.RegisterFamily wish, BindingCodes.Offer offer) {
        if (PasswordRules.tooEasy(wish.password(), wish.login(), wish.name())) {
            return Refused.of(ProblemType.PASSWORD_TOO_EASY);
        }
        if (accounts.byLogin(wish.login()).isPresent()) {
            return Refused.of(ProblemType.LOGIN_TAKEN);
        }
        var account = accounts.create(
                wish.login(), wish.password(), ActorKind.FAMILY, wish.name().strip());
        return bindings.bind(account, wish.code(), wish.relation(), offer);
    }
}
