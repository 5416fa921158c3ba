package io.earlybrd.scraper.health;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What looks at the pages of postings tell their operator. */
@ApplicationScoped
public class LookMetrics {

    /** Number of looks by what they have shown. */
    static final String FINISHED = "earlybrd.look.finished";

    /** How often operators were told that not one page of a source of a provider is there. */
    static final String DISBELIEVED = "earlybrd.look.disbelieved";

    private final MeterRegistry registry;

    LookMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a look. */
    public void looked(Enum<?> outcome) {
        registry.counter(FINISHED, "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Counts that not one page of a source is there, once while it lasts. */
    public void disbelieved(String provider) {
        registry.counter(DISBELIEVED, "provider", provider).increment();
    }
}
