package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.testing.JobGroup;
import io.earlybrd.matcher.testing.MatchLedger;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.PackagedService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Packaged matchers that share the jobs and are killed. {@code -Dmatcher.stream.jobs=100000 -Dmatcher.stream.crashes=10} makes more
 * of it.
 */
@Timeout(3_600)
class CrashedMatchersIT {

    private static final int JOBS = Integer.getInteger("matcher.stream.jobs", 6_000);
    private static final int CRASHES = Integer.getInteger("matcher.stream.crashes", 2);

    private static final int TRADES = 300;
    private static final int TRADES_OF_A_JOB = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private static JobGroup group;
    private static MatchLedger ledger;
    private static Producer<String, byte[]> producer;
    private static final Set<String> expected = new HashSet<>();
    private static final Queue<Exception> unsent = new ConcurrentLinkedQueue<>();

    private static final List<AlertSaved> alerts = IntStream.range(0, TRADES)
            .mapToObj(trade -> Wish.of(trade(trade)).by(new UUID(7, trade / 2)).saved())
            .toList();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Deque<PackagedService> matchers = new ArrayDeque<>();

    @BeforeAll
    static void saveAlerts() {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Backends.kafka().bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        false),
                new StringSerializer(),
                new ByteArraySerializer());
        group = new JobGroup();
        ledger = new MatchLedger();
        alerts.forEach(CrashedMatchersIT::publish);
        producer.flush();
    }

    @AfterAll
    static void close() {
        producer.close();
        ledger.close();
        group.close();
    }

    @AfterEach
    void stopMatchers() {
        matchers.forEach(PackagedService::close);
    }

    @Test
    @Tag("M8")
    void matchersAndBrokerThatAreKilledAmongTheJobs_loseAndDoubleNothing() {
        // Given
        matchers.add(matcher());
        matchers.add(matcher());
        matchers.forEach(PackagedService::awaitReady);

        // When
        for (int crash = 0; crash < CRASHES; crash++) {
            publishJobs(JOBS / CRASHES);
            long before = ledger.read().records();
            await().atMost(PATIENCE)
                    .pollInterval(GLANCE)
                    .until(() -> ledger.read().records() > before + JOBS / CRASHES / 10);
            matchers.remove().kill();
            matchers.add(matcher());
            if (crash == 0) {
                Backends.kafka().kill();
                Backends.kafka().restart();
            }
        }

        // Then
        matchers.forEach(PackagedService::awaitReady);
        awaitAllAcknowledged();
        ledger.read();
        assertNothingLostOrDoubled();
        assertThat(ledger.changed()).isEmpty();
    }

    @Test
    @Tag("M8")
    @Tag("M16")
    void jobsThatAreReadFromTheFirstOn_giveTheSameIdsAndBytesAndNothingNew() {
        // Given
        matchers.add(matcher().awaitReady());
        publishJobs(JOBS / 10);
        awaitAllAcknowledged();
        matchers.remove().close();
        Set<UUID> ids = Set.copyOf(ledger.read().ids());
        long records = ledger.records();

        // When
        group.rewind();
        matchers.add(matcher().awaitReady());

        // Then
        awaitAllAcknowledged();
        assertThat(ledger.read().records()).isGreaterThanOrEqualTo(records + ids.size());
        assertThat(ledger.ids()).isEqualTo(ids);
        assertThat(ledger.changed()).isEmpty();
        assertNothingLostOrDoubled();
    }

    private void awaitAllAcknowledged() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(group.lag())
                        .as(() -> "running "
                                + matchers.stream()
                                        .map(PackagedService::running)
                                        .toList() + ", " + group.state())
                        .isEmpty());
    }

    private static PackagedService matcher() {
        return PackagedService.start(
                "192m",
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        Backends.kafka().bootstrapServers(),
                        "EARLYBRD_SERVICE_KEY",
                        Backends.SERVICE_KEY));
    }

    /** Says what differs, rather than all that there is. */
    private void assertNothingLostOrDoubled() {
        assertThat(unsent).as("records that the test itself could not send").isEmpty();
        Set<String> lost = new HashSet<>(expected);
        lost.removeAll(ledger.pairs());
        Set<String> unexpected = new HashSet<>(ledger.pairs());
        unexpected.removeAll(expected);
        assertThat(lost).as("lost, seed %s", seed).isEmpty();
        assertThat(unexpected).as("unexpected, seed %s", seed).isEmpty();
    }

    /** Jobs of a few trades each; they are for who asks for one of them. */
    private void publishJobs(int count) {
        for (int i = 0; i < count; i++) {
            String jobId = UUID.randomUUID().toString();
            StringBuilder title = new StringBuilder();
            for (int j = 0; j < TRADES_OF_A_JOB; j++) {
                int trade = random.nextInt(TRADES);
                title.append(trade(trade)).append(' ');
                AlertSaved alert = alerts.get(trade);
                expected.add(MatchLedger.pair(jobId, alert.subscriberId(), alert.alertId()));
            }
            publish(Posting.titled(title.toString()).id(jobId).posted());
        }
    }

    private static void publish(Event event) {
        ProducerRecord<String, byte[]> outgoing =
                new ProducerRecord<>(Topic.of(event.getClass()).topicName(), event.key(), EventJson.writeBytes(event));
        new CloudEvent(UUID.randomUUID(), event.getClass().getSimpleName(), "/test", Posting.FIRST_SEEN)
                .writeTo(outgoing.headers());
        producer.send(outgoing, (sent, failure) -> {
            if (failure != null) {
                unsent.add(failure);
            }
        });
    }

    private static String trade(int number) {
        return "trade" + number;
    }
}
