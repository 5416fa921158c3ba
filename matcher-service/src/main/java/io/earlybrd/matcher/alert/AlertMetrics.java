package io.earlybrd.matcher.alert;

import io.earlybrd.events.Topic;
import io.earlybrd.matcher.index.AlertIndex;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How many alerts are held, and what became of their records. */
@Startup
@ApplicationScoped
class AlertMetrics {

    /** Alerts in memory, by state. */
    static final String HELD = "earlybrd.alert.held";

    /** Alerts whose newest record was refused, so that an older version of them is matched, or none: somebody waits for mail in vain. */
    static final String REFUSED = "earlybrd.alert.refused";

    /** Alerts that the index found though the engine says otherwise; they are not told, and anything but 0 is a bug. */
    static final String DISAGREEMENTS = "earlybrd.match.disagreement";

    /** Records by topic and outcome: the same meter as of every other consumer, so that one alarm watches all. */
    static final String RECORDS = "earlybrd.event.handled";

    static final String HANDLED = "handled";
    static final String IGNORED = "ignored";
    static final String FAILED = "failed";

    private final MeterRegistry registry;
    /** By outcome; asking the registry for one takes as long as reading an alert. */
    private final Map<String, Counter> records = new ConcurrentHashMap<>();

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    AlertMetrics(MeterRegistry registry, AlertIndex index) {
        this.registry = registry;
        Gauge.builder(HELD, index, alerts -> alerts.count().running())
                .tag("state", "running")
                .register(registry);
        Gauge.builder(HELD, index, alerts -> alerts.count().paused())
                .tag("state", "paused")
                .register(registry);
        FunctionCounter.builder(DISAGREEMENTS, index, AlertIndex::disagreements).register(registry);
        Gauge.builder(REFUSED, refused, Set::size).register(registry);
    }

    /** Notes that the newest record of an alert is what is matched. */
    void taken(String alert) {
        refused.remove(alert);
    }

    /** Notes that it is not. */
    void refused(String alert) {
        if (alert != null) {
            refused.add(alert);
        }
    }

    void handled(String outcome) {
        records.computeIfAbsent(
                        outcome, of -> registry.counter(RECORDS, "topic", Topic.ALERTS.topicName(), "outcome", of))
                .increment();
    }
}
