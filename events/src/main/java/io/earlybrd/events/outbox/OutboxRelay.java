package io.earlybrd.events.outbox;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Publishes what waits in the outbox: claims rows, sends them, waits for the broker's acknowledgement, then marks them, all in one
 * transaction. A crash before the mark publishes again; consumers know the event by its id. A row that Kafka refuses for good is
 * parked, counted and told, so that it stops no other.
 */
@ApplicationScoped
class OutboxRelay {

    /** A claim is one round trip to the broker; more rows would only hold the locks for longer. */
    private static final int CLAIM_SIZE = 500;

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

    /** Publishes until nothing is left that this relay can claim; fails if the broker does not take a row now. */
    Uni<Void> drain() {
        return drainOnce()
                .chain(published -> published > 0 ? drain() : Uni.createFrom().voidItem());
    }

    private Uni<Integer> drainOnce() {
        return table.pool()
                .withTransaction(
                        connection -> table.claim(connection, CLAIM_SIZE).chain(rows -> publish(connection, rows)))
                .invoke(metrics::published);
    }

    /** Sends all rows at once: they have different keys, so none waits for another. */
    private Uni<Integer> publish(SqlConnection connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUni(this::send)
                .merge(CLAIM_SIZE)
                .collect()
                .asList()
                .chain(sent -> settle(connection, sent));
    }

    private Uni<Sent> send(OutboxRow row) {
        return emitter.sendMessage(row.toMessage())
                .map(acknowledged -> new Sent(row, null))
                .onFailure()
                .recoverWithItem(failure -> new Sent(row, failure));
    }

    private Uni<Integer> settle(SqlConnection connection, List<Sent> sent) {
        Long[] published = sent.stream()
                .filter(Sent::acknowledged)
                .map(one -> one.row().id())
                .toArray(Long[]::new);
        Uni<Void> settled = table.mark(connection, published);
        for (Sent one : sent) {
            if (one.refusedForGood()) {
                Log.errorf(
                        one.failure(),
                        "outbox row parked, Kafka refuses it eventId=%s topic=%s",
                        one.row().attributes().id(),
                        one.row().topic());
                settled = settled.chain(() -> table.park(
                        connection, one.row().id(), one.failure().getClass().getSimpleName()));
            }
        }
        return settled.chain(() -> sent.stream()
                .filter(Sent::failedForNow)
                .findFirst()
                .map(one -> published.length > 0
                        ? Uni.createFrom().item(0)
                        : Uni.createFrom().<Integer>failure(one.failure()))
                .orElseGet(() -> Uni.createFrom().item(sent.size())));
    }

    /** How one row fared; {@code failure} is null if the broker acknowledged it. */
    private record Sent(OutboxRow row, Throwable failure) {

        boolean acknowledged() {
            return failure == null;
        }

        boolean refusedForGood() {
            return failure instanceof RecordTooLargeException || failure instanceof SerializationException;
        }

        boolean failedForNow() {
            return !acknowledged() && !refusedForGood();
        }
    }
}
