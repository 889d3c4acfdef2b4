package org.wuduan.hub.household;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.hub.audit.Audit;

/** Ends bindings whose time is over. Their rights ended with the time already; this takes them off the open screens. */
@Component
class BindingExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(BindingExpiry.class);

    private final ChildBindings bindings;
    private final TransactionTemplate transactions;
    private final Audit audit;

    BindingExpiry(ChildBindings bindings, TransactionTemplate transactions, Audit audit) {
        this.bindings = bindings;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Scheduled(fixedDelay = 1_000)
    void endExpired() {
        bindings.expired().forEach(this::end);
    }

    /** One that can't be ended just now is found again the next time, and is no other's trouble. */
    private void end(ChildBindings.Pair pair) {
        try {
            transactions.executeWithoutResult(_ -> {
                // prolonged meanwhile: nothing to end
                if (bindings.isExpired(pair)) {
                    bindings.end(pair, null);
                    audit.record(Audit.Kind.WRITE, pair.account(), "binding-expired", pair.patient());
                }
            });
        } catch (RuntimeException triedAgain) {
            LOG.warn(
                    "binding.end_failed patient={} fault={}",
                    pair.patient(),
                    triedAgain.getClass().getSimpleName());
        }
    }
}
