package io.earlybrd.events.outbox;

import io.earlybrd.events.consume.Outage;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Publishes what waits in the outbox: claims rows, sends them, waits for the broker's acknowledgement, then marks them, all in one
 * transaction. A crash before the mark publishes again; consumers know the event by its id.
 *
 * <p>A row that could not be sent is put off, longer each time, and only the rows of its key wait with it. One that Kafka refuses
 * though it is there is also counted and told, since it needs a person.
 */
@ApplicationScoped
class OutboxRelay {

    /** A claim is one round trip to the broker; more rows would only hold the locks for longer. */
    private static final int CLAIM_SIZE = 500;

    /** Far longer than the broker's time-outs and a slow commit; a connection that hangs for ever must not stop the relay for ever. */
    private static final Duration CLAIM_WITHIN = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT_IN_AN_OUTAGE = Duration.ofSeconds(8);
    private static final Duration LONGEST_WAIT_IF_REFUSED = Duration.ofMinutes(10);

    private final OutboxTable table;
    private final OutboxMetrics metrics;
    private final MutinyEmitter<Record<String, String>> emitter;

    OutboxRelay(
            OutboxTable table,
            OutboxMetrics metrics,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, String>> emitter) {
        this.table = table;
        this.metrics = metrics;
        this.emitter = emitter;
    }

    /** Publishes until nothing is left that this relay can claim; fails if the broker takes no row now. */
    Uni<Void> drain() {
        return Uni.createFrom()
                .deferred(this::drainOnce)
                .repeat()
                .whilst(Outcome::goesOn)
                .collect()
                .last()
                .chain(Outcome::end);
    }

    private Uni<Outcome> drainOnce() {
        return table.pool()
                .withTransaction(
                        connection -> table.claim(connection, CLAIM_SIZE).chain(rows -> publish(connection, rows)))
                .ifNoItem()
                .after(CLAIM_WITHIN)
                .fail()
                .invoke(outcome -> metrics.published(outcome.published()));
    }

    /** Sends all rows at once: they have different keys, so none waits for another. */
    private Uni<Outcome> publish(SqlConnection connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(new Outcome(List.of()));
        }
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUni(this::send)
                .merge(CLAIM_SIZE)
                .collect()
                .asList()
                .map(Outcome::new)
                .call(outcome -> settle(connection, outcome));
    }

    private Uni<Sent> send(OutboxRow row) {
        return emitter.sendMessage(row.toMessage())
                .map(acknowledged -> new Sent(row, null))
                .onFailure()
                .recoverWithItem(failure -> new Sent(row, failure));
    }

    private Uni<Void> settle(SqlConnection connection, Outcome outcome) {
        List<Sent> refused = outcome.sent().stream().filter(Sent::refused).toList();
        if (!refused.isEmpty()) {
            Sent first = refused.get(0);
            Log.errorf(
                    "outbox rows put off, Kafka refuses them rows=%d eventId=%s topic=%s reason=%s",
                    refused.size(), first.row().attributes().id(), first.row().topic(), first.reason());
        }
        return table.mark(connection, outcome.ids(Sent::acknowledged))
                .chain(() -> table.putOff(connection, outcome.ids(Sent::failedForNow), LONGEST_WAIT_IN_AN_OUTAGE))
                .chain(() -> table.putOff(connection, outcome.ids(Sent::refused), LONGEST_WAIT_IF_REFUSED))
                .chain(() -> table.park(
                        connection,
                        outcome.ids(Sent::refused),
                        refused.stream().map(Sent::reason).toArray(String[]::new)));
    }

    /** How the rows of one claim fared. */
    private record Outcome(List<Sent> sent) {

        int published() {
            return ids(Sent::acknowledged).length;
        }

        Long[] ids(Predicate<Sent> how) {
            return sent.stream().filter(how).map(one -> one.row().id()).toArray(Long[]::new);
        }

        /** Whether it is worth while to claim more: not if there was nothing, nor if the broker answered no row. */
        boolean goesOn() {
            return sent.stream().anyMatch(one -> !one.failedForNow());
        }

        Uni<Void> end() {
            return sent.stream()
                    .filter(Sent::failedForNow)
                    .findFirst()
                    .map(one -> Uni.createFrom().<Void>failure(one.failure()))
                    .orElseGet(() -> Uni.createFrom().voidItem());
        }
    }

    /** How one row fared; {@code failure} is null if the broker acknowledged it. */
    private record Sent(OutboxRow row, Throwable failure) {

        boolean acknowledged() {
            return failure == null;
        }

        boolean failedForNow() {
            return !acknowledged() && Outage.causedBy(failure);
        }

        boolean refused() {
            return !acknowledged() && !failedForNow();
        }

        String reason() {
            return failure.getClass().getSimpleName();
        }
    }
}
