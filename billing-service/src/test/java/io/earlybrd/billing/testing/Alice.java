package io.earlybrd.billing.testing;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A subscriber: told of as account tells, and standing as the other services read it from the topic. */
public final class Alice {

    private static final KafkaProbe KAFKA = KafkaProbe.of(Backends.kafka());

    private final UUID id = UUID.randomUUID();
    private long version;

    /** Has signed up and confirmed her address at this instant; billing may not have heard of it yet. */
    public static Alice verifiedAt(Instant instant) {
        Alice alice = new Alice();
        alice.tell(Optional.of(instant));
        return alice;
    }

    /** Has signed up, but not confirmed her address. */
    public static Alice unverified() {
        Alice alice = new Alice();
        alice.tell(Optional.empty());
        return alice;
    }

    /** Account tells of a change of hers. */
    public void tell(Optional<Instant> verifiedAt) {
        publish(++version, verifiedAt);
    }

    /** Account's newest event of her comes once more. */
    public void tellAgain(Optional<Instant> verifiedAt) {
        publish(version, verifiedAt);
    }

    /** Account tells that she was erased. */
    public void leave() {
        KAFKA.publishTombstone(Topic.SUBSCRIBERS, id.toString());
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return "alice-" + id + "@example.org";
    }

    /** Everything that billing ever told of her, all that it has decided so far, in order; empty: a tombstone. */
    public List<Optional<EntitlementChanged>> told() {
        eventually(() -> assertThat(BILLING.number(
                        "select count(*) from outbox where published_at is null and key = ?", id.toString()))
                .isZero());
        return KAFKA.readAll(Topic.ENTITLEMENTS.topicName()).stream()
                .filter(record -> record.key().equals(id.toString()))
                .map(Alice::read)
                .toList();
    }

    /** What billing told of her last. */
    public EntitlementChanged lastTold() {
        List<Optional<EntitlementChanged>> told = told();
        assertThat(told).as("entitlements of " + id).isNotEmpty();
        return told.get(told.size() - 1).orElseThrow();
    }

    private void publish(long as, Optional<Instant> verifiedAt) {
        KAFKA.publish(new SubscriberChanged(
                id,
                as,
                email(),
                verifiedAt,
                "Europe/Berlin",
                Optional.empty(),
                Optional.empty(),
                new MailPreferences(true, Optional.empty()),
                TestClock.CLOCK.instant()));
    }

    private static Optional<EntitlementChanged> read(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.value()).map(json -> EventJson.read(json, EntitlementChanged.class));
    }
}
