package io.earlybrd.account.mailstop;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.AddressSuppressed;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The notifier as far as stops of all mail go, and what account makes of them. */
final class StoppedMail implements AutoCloseable {

    static final String BUTTON = "/settings/mail-again";

    private static final String BANNER = ".notice:has(form[action=" + BUTTON + "])";

    private final KafkaProbe notifier = KafkaProbe.of(Backends.kafka());

    static Instant now() {
        return TestClock.CLOCK.instant();
    }

    /** Tells of a stop, and gives the event's id. */
    UUID tell(Person person, String reason, Instant at) {
        return tell(person.id(), reason, at);
    }

    /** Tells of a stop of whoever this is. */
    UUID tell(UUID subscriberId, String reason, Instant at) {
        return notifier.publish(new AddressSuppressed(subscriberId, reason, at));
    }

    /** Tells of a stop once more, as Kafka does after a crash. */
    void tellAgain(UUID eventId, Person person, String reason, Instant at) {
        notifier.publish(new AddressSuppressed(person.id(), reason, at), eventId, at);
    }

    /** Waits until an event was taken in, whatever its effect. */
    void awaitHandled(UUID eventId) {
        await().untilAsserted(() -> assertThat(ACCOUNT.number(
                        "select count(*) from inbox where consumer = 'mail-stops' and event_id = ?", eventId))
                .isEqualTo(1));
    }

    /** Tells of a stop and waits until the pages show it. */
    void stop(Person person, String reason, Instant at) {
        awaitHandled(tell(person, reason, at));
        assertThat(banner(person, "/settings")).as("banner").isNotNull();
    }

    /** Clicks the banner's button. */
    static WebPage startAgain(Person person) {
        return person.browser().get("/alerts").form(BUTTON).submit();
    }

    /** The banner of a page, or null. */
    static Element banner(Person person, String path) {
        return banner(person.browser().get(path));
    }

    /** The banner of a page, or null. */
    static Element banner(WebPage page) {
        return page.document().selectFirst(BANNER);
    }

    /** What the other services are to be told, oldest first. */
    static List<SubscriberChanged> told(Person person) {
        return ACCOUNT.outbox(SubscriberChanged.class, person.id().toString());
    }

    /** Of each of these, whether alerts are to be mailed. */
    static Stream<Boolean> mailed(Person person) {
        return told(person).stream().map(told -> told.preferences().alerts());
    }

    /** What is on Kafka of that. */
    List<SubscriberChanged> published(Person person) {
        return notifier.readAll(Topic.SUBSCRIBERS.topicName()).stream()
                .filter(sent -> person.id().toString().equals(sent.key()))
                .map(sent -> EventJson.read(sent.value(), SubscriberChanged.class))
                .toList();
    }

    /** How many deliveries nobody could handle. */
    int deadLetters() {
        return notifier.readAll(Topic.DELIVERIES.deadLetters()).size();
    }

    @Override
    public void close() {
        notifier.close();
    }
}
