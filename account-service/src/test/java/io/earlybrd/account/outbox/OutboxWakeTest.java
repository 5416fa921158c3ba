package io.earlybrd.account.outbox;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.events.Topic;
import io.earlybrd.events.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A committed event is published because PostgreSQL notifies of it, long before anybody would have looked. */
@AccountTest
@TestProfile(OutboxWakeTest.SeldomPolling.class)
@Tag("S21")
@Timeout(180)
class OutboxWakeTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Test
    void committedEvent_wakesTheRelay() throws Throwable {
        for (int event = 1; event <= 3; event++) {
            // Given
            String key = UUID.randomUUID().toString();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ACCOUNT.number("select count(*) from pg_stat_activity"
                                    + " where datname = current_database() and query = 'listen outbox'"))
                            .isEqualTo(1));

            // When
            VertxContextSupport.subscribeAndAwait(
                    () -> Panache.withTransaction(() -> outbox.appendTombstone(Topic.ALERTS, key)));

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ACCOUNT.number(
                                    "select count(*) from outbox where key = ? and published_at is not null", key))
                            .isEqualTo(1));
        }
    }

    /** Nothing is published by chance. */
    public static class SeldomPolling implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("earlybrd.outbox.poll", "1h");
        }
    }
}
