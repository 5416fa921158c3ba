package io.earlybrd.matcher.alert;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once all alerts are in memory: before that, an answer to "who is this job for" would be wrong. */
@Readiness
@ApplicationScoped
class AlertsInMemory implements HealthCheck {

    private final AlertFeed feed;
    private final AlertRecords records;

    AlertsInMemory(AlertFeed feed, AlertRecords records) {
        this.feed = feed;
        this.records = records;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("alerts in memory")
                .status(feed.caughtUp())
                .withData("alerts", records.held())
                .build();
    }
}
