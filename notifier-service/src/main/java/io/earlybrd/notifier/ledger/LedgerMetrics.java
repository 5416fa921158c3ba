package io.earlybrd.notifier.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** What the ledger tells its operator: every match that is recorded must leave "pending" some day. */
@ApplicationScoped
class LedgerMetrics {

    /** Entries by the fate that they have taken and the reason for it, {@code pending} when they are recorded. */
    static final String FATES = "earlybrd.ledger.fate";

    private static final String NO_REASON = "none";

    private final MeterRegistry registry;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void recorded(int entries) {
        count(Fate.PENDING, NO_REASON, entries);
    }

    void changed(Collection<FateChange> changes) {
        changes.stream()
                .filter(change -> change.fate() != Fate.PENDING)
                .forEach(change -> count(change.fate(), change.reason().orElse(NO_REASON), 1));
    }

    private void count(Fate fate, String reason, int entries) {
        registry.counter(FATES, "fate", fate.word(), "reason", reason).increment(entries);
    }
}
