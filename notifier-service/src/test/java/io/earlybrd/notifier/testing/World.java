package io.earlybrd.notifier.testing;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The world around the service: what other services publish, what arrives in mailboxes, and a look into its database. */
public final class World {

    /** The database of the service in tests. */
    public static final String DATABASE = "notifier";

    private static final KafkaProbe KAFKA = KafkaProbe.of(Backends.kafka());

    static {
        Waiting.patiently();
    }

    private World() {}

    /** The broker. */
    public static KafkaProbe kafka() {
        return KAFKA;
    }

    /** The time of the service. */
    public static Instant now() {
        return TestClock.get().instant();
    }

    /** Lets the time of coalescing pass. */
    public static void pass(Duration time) {
        TestClock.get().advance(time);
    }

    /** Waits until these matches are in the ledger, and lets the time of coalescing pass. */
    public static void passCoalescing(String... jobIds) {
        await().untilAsserted(() ->
                assertThat(NOTIFIER.column("select job_id from ledger")).contains(jobIds));
        pass(Duration.ofSeconds(61));
    }

    /** The fate of a match as the service has it now, with its reason. */
    public static String fate(String jobId) {
        return String.join(
                ",",
                NOTIFIER.column(
                        "select fate || coalesce(':' || reason, '') from ledger where job_id = '" + jobId + "'"));
    }

    /** Waits until a match has this fate, such as {@code suppressed:not-entitled}. */
    public static void awaitFate(String jobId, String fate) {
        await().untilAsserted(() -> assertThat(fate(jobId)).isEqualTo(fate));
    }

    /** Publishes facts. */
    public static void publish(Event... events) {
        for (Event event : events) {
            KAFKA.publish(event);
        }
    }

    /** A new subscriber in trial, known to the service. */
    public static SubscriberChanged newSubscriber() {
        UUID id = UUID.randomUUID();
        SubscriberChanged subscriber =
                Cast.subscriber(id, "s" + id.toString().substring(0, 13) + "@post.example", now());
        publish(subscriber, Cast.trial(id, now()));
        return subscriber;
    }

    /** A new alert of theirs that mails at once. */
    public static AlertSaved newAlert(SubscriberChanged subscriber, String name) {
        AlertSaved alert = Cast.alert(subscriber.subscriberId(), name, now());
        publish(alert);
        awaitTakenIn(subscriber.subscriberId(), alert.alertId());
        return alert;
    }

    /** A new alert of theirs that mails once a day. */
    public static AlertSaved newDailyAlert(SubscriberChanged subscriber, String name) {
        AlertSaved alert = Cast.alert(
                UUID.randomUUID(),
                1,
                subscriber.subscriberId(),
                name,
                AlertSaved.DAILY,
                false,
                Optional.empty(),
                now());
        publish(alert);
        awaitTakenIn(subscriber.subscriberId(), alert.alertId());
        return alert;
    }

    /** A new job that is for a subscriber, and its id. */
    public static String newMatch(SubscriberChanged subscriber, String title, AlertSaved... alerts) {
        return newMatch(subscriber, title, "Fjordbank", alerts);
    }

    /** A new job of a company that is for a subscriber, and its id. */
    public static String newMatch(SubscriberChanged subscriber, String title, String company, AlertSaved... alerts) {
        String jobId = "job-" + UUID.randomUUID();
        JobSummary job = Cast.job(title, company, now());
        publish(Cast.matched(jobId, job, now(), subscriber.subscriberId(), alerts));
        return jobId;
    }

    /** Waits until all is taken in that was published under these keys: what came after it on their partitions is there. */
    public static void awaitTakenIn(UUID... keys) {
        List<UUID> later = Stream.of(keys).map(World::onSamePartition).toList();
        for (UUID id : later) {
            publish(
                    Cast.subscriber(id, id + "@post.example", now()),
                    Cast.trial(id, now()),
                    Cast.alert(id, 1, id, "x", AlertSaved.INSTANT, false, Optional.empty(), now()));
        }
        String ids = later.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        await().untilAsserted(
                        () -> assertThat(NOTIFIER.column("""
                        select 1 from subscriber s join entitlement e on e.subscriber_id = s.subscriber_id
                        join alert a on a.alert_id = s.subscriber_id where s.subscriber_id in (%s)
                        """.formatted(ids))).hasSameSizeAs(later));
    }

    private static UUID onSamePartition(UUID key) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> Topic.partitionOf(id.toString()) == Topic.partitionOf(key.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** The mails that this subscriber got. */
    public static List<ReceivedMail> mailsTo(SubscriberChanged subscriber) {
        return Backends.smtp().mailsTo(subscriber.email());
    }

    /** What was told of the fate of a match, oldest first. */
    public static List<FateChanged> fatesOf(SubscriberChanged subscriber, String jobId) {
        return fatesOf(subscriber).stream()
                .filter(fate -> fate.jobId().equals(jobId))
                .toList();
    }

    /** What is told of the fates of all matches of a subscriber, oldest first: all that the service has taken down so far. */
    public static List<FateChanged> fatesOf(SubscriberChanged subscriber) {
        await().untilAsserted(() -> assertThat(NOTIFIER.number(
                        "select count(*) from outbox where published_at is null and key = ?",
                        subscriber.subscriberId().toString()))
                .isZero());
        return KAFKA.readAll("deliveries").stream()
                .filter(record -> subscriber.subscriberId().toString().equals(record.key()))
                .filter(record ->
                        new String(record.headers().lastHeader("ce_type").value()).equals("FateChanged"))
                .map(record -> EventJson.read(record.value(), FateChanged.class))
                .toList();
    }

    /** The headers of an event of this type, for bytes that are put on a topic as they are. */
    public static Map<String, String> headersOf(String type) {
        return Map.of(
                CloudEvent.ID,
                UUID.randomUUID().toString(),
                CloudEvent.TYPE,
                type,
                CloudEvent.SOURCE,
                "/test",
                CloudEvent.TIME,
                "2026-11-23T10:00:00Z");
    }
}
