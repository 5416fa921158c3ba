package io.earlybrd.matcher.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.earlybrd.matcher.topic.HeldTopics;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No job is taken and the service is not ready before all alerts are in memory. */
@QuarkusTest
@WithTestResource(AlertsFirstTest.AlertAndJob.class)
@TestProfile(AlertsFirstTest.SlowAlerts.class)
@Timeout(180)
class AlertsFirstTest {

    private static final String JOB = "there-before-the-service";
    private static final Duration LONG_ENOUGH_TO_TAKE_A_JOB = Duration.ofSeconds(6);

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @AfterEach
    void letGo() {
        HeldTopics.letGo();
    }

    @Test
    void jobThatIsThereBeforeTheAlertsAreRead_waitsForThem() {
        // Given
        await().during(LONG_ENOUGH_TO_TAKE_A_JOB)
                .atMost(LONG_ENOUGH_TO_TAKE_A_JOB.multipliedBy(3))
                .untilAsserted(() -> assertThat(readiness()).isEqualTo(503));

        // When
        HeldTopics.letGo();

        // Then
        assertThat(Matches.awaitRecordsOf(JOB, 1)).hasSize(1);
        assertThat(readiness()).isEqualTo(200);
    }

    private int readiness() {
        return given().get(ready).statusCode();
    }

    /** A broker that holds an alert and a job for it when the service starts. */
    public static class AlertAndJob extends Broker {

        @Override
        public Map<String, String> start() {
            try (KafkaProbe kafka = KafkaProbe.of(Backends.kafka())) {
                kafka.publish(Wish.of("wheelwright").saved());
                kafka.publish(Posting.titled("Wheelwright").id(JOB).posted());
            }
            return super.start();
        }
    }

    /** Alerts that are held back. */
    public static class SlowAlerts implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HeldTopics.class);
        }
    }
}
