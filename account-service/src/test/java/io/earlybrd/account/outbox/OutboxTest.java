package io.earlybrd.account.outbox;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Broker;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import io.earlybrd.events.inbox.Inbox;
import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.testkit.Backends;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outbox and the inbox of {@code events}, proven on this service's own database and broker. */
@AccountTest
@Tag("S21")
@Timeout(240)
class OutboxTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String LISTENING =
            "from pg_stat_activity where datname = current_database() and query = 'listen outbox'";

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    MeterRegistry meters;

    @Test
    void committedEvents_arePublishedInOrderPerKeyWithTheirAttributes() throws Throwable {
        // Given
        List<UUID> alerts = Stream.generate(UUID::randomUUID).limit(20).toList();
        List<AlertSaved> events = IntStream.rangeClosed(1, 10)
                .boxed()
                .flatMap(version -> alerts.stream().map(alert -> alert(alert, version)))
                .toList();

        // When
        inTransaction(() -> outbox.append(events));

        // Then
        for (UUID alert : alerts) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(versions(alert))
                            .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                                    .asLongStream()
                                    .boxed()
                                    .toList()));
        }
        ConsumerRecord<String, byte[]> record = recordsOf(alerts.get(0)).get(0);
        CloudEvent attributes = CloudEvent.of(record.headers());
        assertThat(attributes.type()).isEqualTo("AlertSaved");
        assertThat(attributes.source()).isEqualTo("/account");
        assertThat(record.partition()).isEqualTo(Topic.partitionOf(alerts.get(0).toString()));
    }

    @Test
    void rolledBackEvent_isNeverPublished() throws Throwable {
        // Given
        UUID rolledBack = UUID.randomUUID();
        UUID committed = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> inTransaction(() -> outbox.append(alert(rolledBack, 1))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind")))))
                .hasMessageContaining("changed my mind");
        inTransaction(() -> outbox.append(alert(committed, 1)));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(versions(committed)).containsExactly(1L));
        assertThat(versions(rolledBack)).isEmpty();
    }

    @Test
    void tombstone_isPublishedWithoutAValue() throws Throwable {
        // Given
        UUID alert = UUID.randomUUID();

        // When
        inTransaction(() ->
                outbox.append(alert(alert, 1)).chain(() -> outbox.appendTombstone(Topic.ALERTS, alert.toString())));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(recordsOf(alert)).hasSize(2));
        assertThat(recordsOf(alert).get(1).value()).isNull();
    }

    @Test
    void brokerAway_rowsWaitAndArePublishedAfterItsReturn() throws Throwable {
        // Given
        UUID alert = UUID.randomUUID();
        Backends.kafka().stop();

        // When
        try {
            inTransaction(() -> outbox.append(alert(alert, 1), alert(alert, 2)));
            await().during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(waiting(alert)).isEqualTo(2));
        } finally {
            Backends.kafka().restart();
        }

        // Then
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(waiting(alert)).isZero());
        assertThat(versions(alert).stream().distinct()).containsExactly(1L, 2L);
    }

    @Test
    void listenerThatLosesItsConnection_listensAgainOnOne() throws Throwable {
        for (int loss = 1; loss <= 3; loss++) {
            // Given
            await().atMost(SOON).untilAsserted(() -> assertThat(listening()).isEqualTo(1));

            // When it is gone, and not only asked to go, lest it be taken for the next one
            assertThat(ACCOUNT.text("select pg_terminate_backend(pid, 30000) " + LISTENING))
                    .isEqualTo("t");
        }

        // Then
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> listening() <= 1);
        assertThat(listening()).isEqualTo(1);
    }

    @Test
    void recordThatKafkaRefuses_isPutOffCountedAndStopsNoOtherKey() throws Throwable {
        // Given
        UUID tooLarge = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        // When
        inTransaction(() -> outbox.append(
                alert(tooLarge, 1, "x".repeat(3_000_000)), alert(tooLarge, 2), alert(other, 1), alert(other, 2)));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(versions(other)).containsExactly(1L, 2L));
        await().atMost(SOON).untilAsserted(() -> assertThat(parked()).isEqualTo(1));
        assertThat(ACCOUNT.text("select parked_reason from outbox where key = ? and attempts > 0", tooLarge.toString()))
                .isEqualTo("RecordTooLargeException");
        assertThat(versions(tooLarge)).isEmpty();

        // When somebody makes it smaller
        ACCOUNT.change(
                "update outbox set payload = replace(payload, 'xxxxxxxxxx', '') where key = ?", tooLarge.toString());

        // Then
        await().atMost(SOON.multipliedBy(2))
                .untilAsserted(() -> assertThat(versions(tooLarge)).containsExactly(1L, 2L));
        await().atMost(SOON).untilAsserted(() -> assertThat(parked()).isZero());
    }

    @Test
    void moreRefusedRowsThanAClaimTakes_holdUpNoOther() throws Throwable {
        // Given
        UUID other = UUID.randomUUID();
        try {
            ACCOUNT.change("""
                    insert into outbox (event_id, topic, key, type, payload, occurred_at, traceparent)
                    select gen_random_uuid(), 'no topic!', 'refused-' || number, 'AlertSaved', '{}', now(), ''
                    from generate_series(1, 1100) as number
                    """);

            // When
            inTransaction(() -> outbox.append(alert(other, 1)));

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(versions(other)).containsExactly(1L));
        } finally {
            ACCOUNT.change("delete from outbox where topic = 'no topic!'");
        }
    }

    @Test
    void backlog_isReadByTheIndexOfWhatWaits() {
        // Given
        ACCOUNT.change("""
                insert into outbox (event_id, topic, key, type, payload, occurred_at, traceparent, published_at)
                select gen_random_uuid(), 'alerts', 'published', 'AlertSaved', '{}', now(), '', now()
                from generate_series(1, 50000)
                """);
        ACCOUNT.change("analyze outbox");

        // When
        List<String> plan =
                ACCOUNT.column("explain select count(*), min(created_at) from outbox where published_at is null");

        // Then
        assertThat(plan).anySatisfy(step -> assertThat(step).contains("outbox_waiting"));
        assertThat(plan).noneSatisfy(step -> assertThat(step).contains("Seq Scan"));
    }

    @Test
    void eventClaimedTwice_isFirstOnlyOnce() throws Throwable {
        // Given
        UUID event = UUID.randomUUID();

        // When
        boolean first = inTransaction(() -> inbox.claim("test", event));
        boolean second = inTransaction(() -> inbox.claim("test", event));
        boolean otherConsumer = inTransaction(() -> inbox.claim("another", event));

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(otherConsumer).isTrue();
    }

    @Test
    void claimOfARolledBackEffect_canBeClaimedAgain() throws Throwable {
        // Given
        UUID event = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> inTransaction(() -> inbox.claim("test", event)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("crashed")))))
                .hasMessageContaining("crashed");

        // Then
        assertThat(inTransaction(() -> inbox.claim("test", event))).isTrue();
    }

    private static <T> T inTransaction(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }

    private static List<ConsumerRecord<String, byte[]>> recordsOf(UUID alert) {
        return Broker.kafka().readAll(Topic.ALERTS.topicName()).stream()
                .filter(record -> alert.toString().equals(record.key()))
                .toList();
    }

    private static List<Long> versions(UUID alert) {
        return recordsOf(alert).stream()
                .map(record -> EventJson.read(record.value(), AlertSaved.class).version())
                .toList();
    }

    private static long waiting(UUID alert) {
        return ACCOUNT.number("select count(*) from outbox where published_at is null and key = ?", alert.toString());
    }

    private static long listening() {
        return ACCOUNT.number("select count(*) " + LISTENING);
    }

    private double parked() {
        return meters.get("earlybrd.outbox.parked").gauge().value();
    }

    private static AlertSaved alert(UUID alert, long version) {
        return alert(alert, version, "java");
    }

    private static AlertSaved alert(UUID alert, long version, String query) {
        return new AlertSaved(
                alert,
                version,
                UUID.randomUUID(),
                "name",
                query,
                AlertFilters.NONE,
                AlertSaved.INSTANT,
                false,
                Optional.empty(),
                List.of(),
                Instant.parse("2026-11-23T12:00:00Z"));
    }
}
