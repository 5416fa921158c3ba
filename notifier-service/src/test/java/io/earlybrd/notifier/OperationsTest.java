package io.earlybrd.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator sees. */
@ServiceTest
class OperationsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    @Tag("O1")
    void metrics_tellOfMailsFatesAndDelay() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "sent");

        // Then
        await().untilAsserted(() -> assertThat(metrics())
                .contains("earlybrd_mail_sent_total{class=\"alerts\",outcome=\"accepted\"")
                .contains("earlybrd_ledger_fate_total{fate=\"pending\"")
                .contains("earlybrd_ledger_fate_total{fate=\"sent\"")
                .contains("earlybrd_ledger_pending ")
                .contains("earlybrd_ledger_overdue_seconds ")
                .contains("earlybrd_alert_dwell_seconds_bucket{le=\"60.0\"")
                .contains("earlybrd_event_handled_total{outcome=\"handled\",topic=\"matches\"")
                .contains("kafka_consumer_fetch_manager_records_lag_max{client_id=\"kafka-consumer-jobs\""));
    }

    @Test
    @Tag("O1")
    void countOfPendingMatches_isNoNumberWhileTheDatabaseDoesNotAnswer() throws SQLException {
        // Given
        awaitMetric("earlybrd_ledger_overdue_seconds \\d.*");

        // When
        try (Connection other = Backends.postgres().connect("notifier");
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table ledger in access exclusive mode");

            // Then
            awaitMetric("earlybrd_ledger_pending NaN");
            awaitMetric("earlybrd_ledger_overdue_seconds NaN");
            other.rollback();
        }
        awaitMetric("earlybrd_ledger_pending \\d.*");
    }

    @Test
    void service_isReady() {
        given().port(managementPort).get("/q/health/ready").then().statusCode(200);
    }

    private void awaitMetric(String line) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(metrics().lines())
                        .anySatisfy(metric -> assertThat(metric).matches(line)));
    }

    private String metrics() {
        return given().port(managementPort).get("/q/metrics").asString();
    }
}
