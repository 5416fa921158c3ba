package io.earlybrd.events.consume;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.Event;
import io.earlybrd.events.Topic;
import io.earlybrd.events.UnreadableEvent;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.core.ContextAwareScheduler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How every consumer treats a record: reads it by its type, tries the handler a bounded number of times, counts the outcome, and
 * fails if it cannot be handled, upon which the channel sends the untouched record to the topic's dead letters and goes on.
 *
 * <p>While a database or the broker is away the record waits, however long that takes: an outage is no fault of the record, and
 * nothing may be lost to the dead letters because of it.
 */
@ApplicationScoped
public class EventHandling {

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final double JITTER = 0.5;

    private final EventMetrics metrics;

    EventHandling(EventMetrics metrics) {
        this.metrics = metrics;
    }

    /** Handles the one kind of event that matters to this consumer. */
    public <E extends Event> Uni<Void> handle(
            ConsumerRecord<String, byte[]> record, Class<E> type, Function<E, Uni<?>> handler) {
        return handle(record, new EventHandlers().on(type, handler));
    }

    /** Handles a record with whichever handler its type asks for. */
    public Uni<Void> handle(ConsumerRecord<String, byte[]> record, EventHandlers handlers) {
        // Back-off must come back to the record's own Vert.x context, or the reactive session is refused.
        ScheduledExecutorService sameContext = ContextAwareScheduler.delegatingTo(Infrastructure.getDefaultWorkerPool())
                .withCurrentContext();
        return Uni.createFrom()
                .deferred(() -> attempt(record, handlers))
                .onFailure(failure -> !(failure instanceof UnreadableEvent) && !Outage.causedBy(failure))
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .withJitter(JITTER)
                .withExecutor(sameContext)
                .atMost(ATTEMPTS - 1L)
                .onFailure(Outage::causedBy)
                .invoke(failure -> metrics.waiting(record.topic()))
                .onFailure(Outage::causedBy)
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .withJitter(JITTER)
                .withExecutor(sameContext)
                .indefinitely()
                .invoke(outcome -> metrics.handled(record.topic(), outcome))
                .onFailure()
                .invoke(failure -> failed(record, failure))
                .replaceWithVoid();
    }

    /**
     * Tries a record once, and counts it if that went well. For a consumer that has many records under way at a time: what fails is
     * neither counted nor told, but to be given to {@link #handle} when its turn comes.
     */
    public Uni<Void> tryOnce(ConsumerRecord<String, byte[]> record, EventHandlers handlers) {
        return Uni.createFrom()
                .deferred(() -> attempt(record, handlers))
                .invoke(outcome -> metrics.handled(record.topic(), outcome))
                .replaceWithVoid();
    }

    private static Uni<String> attempt(ConsumerRecord<String, byte[]> record, EventHandlers handlers) {
        if (record.value() == null) {
            if (record.key() == null) {
                throw new UnreadableEvent("neither key nor value", null);
            }
            return handlers.tombstone(record.key()).replaceWith(EventMetrics.HANDLED);
        }
        CloudEvent attributes = CloudEvent.of(record.headers());
        EventHandlers.Handler<?> handler = handlers.of(attributes.type());
        return handler == null
                ? Uni.createFrom().item(EventMetrics.IGNORED)
                : handler.handle(record.value(), attributes).replaceWith(EventMetrics.HANDLED);
    }

    private void failed(ConsumerRecord<String, byte[]> record, Throwable failure) {
        metrics.handled(record.topic(), EventMetrics.FAILED);
        Log.warnf(
                Unquoted.of(failure),
                "record moved to dead letters topic=%s partition=%d offset=%d deadLetters=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                Topic.named(record.topic()).map(Topic::deadLetters).orElse(""));
    }
}
