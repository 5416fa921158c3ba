package io.earlybrd.scraper.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells operators of sources that do not fare well any more, and of those that do again: one line each in the log. */
@ApplicationScoped
public class HealthNews {

    /** How often operators were told that a source of a provider is in this health. */
    static final String REPORTED = "earlybrd.source.reported";

    private final MeterRegistry registry;

    HealthNews(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Tells of a change, if this is one. Subscribers are told nothing by that. */
    public void tell(String provider, String source, Report before, Report after, String reason) {
        if (before.told() == after.told()) {
            return;
        }
        Health health = after.told() == null ? Health.HEALTHY : after.told();
        registry.counter(REPORTED, "provider", provider, "health", health.word())
                .increment();
        if (after.told() == null) {
            Log.infof(
                    "source is well again source=%s was=%s",
                    source, before.told().word());
        } else {
            Log.warnf("source does not fare well source=%s health=%s reason=\"%s\"", source, health.word(), reason);
        }
    }
}
