package io.earlybrd.notifier.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** What the ledger tells its operator: every match that is recorded must leave "pending" some day. */
@ApplicationScoped
class LedgerMetrics {

    /** Entries by the fate that they have taken, {@code pending} when they are recorded. */
    static final String FATES = "earlybrd.ledger.fate";

    private final MeterRegistry registry;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void recorded(int entries) {
        count(Fate.PENDING, entries);
    }

    void changed(Collection<FateChange> changes) {
        changes.stream()
                .map(FateChange::fate)
                .filter(fate -> fate != Fate.PENDING)
                .forEach(fate -> count(fate, 1));
    }

    private void count(Fate fate, int entries) {
        registry.counter(FATES, "fate", fate.word()).increment(entries);
    }
}
