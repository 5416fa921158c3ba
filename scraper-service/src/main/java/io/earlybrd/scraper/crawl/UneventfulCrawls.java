package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.database.OwnContext;
import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.LeaseLost;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records crawls of healthy sources that found nothing new, which most are. Those that end while others are being written are written
 * together next: the busier an instance is, the fewer statements it makes.
 */
@ApplicationScoped
class UneventfulCrawls {

    // As for other crawls: a poll that was asked for meanwhile is not lost, and a company that was corrected needs the
    // whole list.
    // Rows are locked in the order of their ids, as they are for renewals: two statements never wait for each other.
    private static final String RECORD = """
            with ended as materialized (
                select source.id as "source", held.*
                from source, jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                     as held (id uuid, fence bigint, "by" text, began timestamptz, due timestamptz, "at" timestamptz,
                              rest integer, "agreed" integer)
                where source.id = held.id and source.fence = held.fence
                order by source.id
                for update of source)
            update source
            set leased_until = null,
                due_at = case when source.due_at > ended.began then source.due_at else ended.due end,
                etag = case when company is distinct from ended."by" then null else etag end,
                last_modified = case when company is distinct from ended."by" then null else last_modified end,
                last_crawl_at = ended."at",
                last_success_at = ended."at",
                rest_seconds = ended.rest,
                steady = ended."agreed"
            from ended
            where source.id = ended.source
            returning cast(json_build_object('id', source.id, 'fence', source.fence) as text)
            """;

    private static final int MOST_AT_ONCE = 200;

    private final Vertx vertx;
    private final Transactions transactions;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean writing;

    UneventfulCrawls(Vertx vertx, Transactions transactions) {
        this.vertx = vertx;
        this.transactions = transactions;
    }

    /** Records one; fails with {@link LeaseLost} if another instance has the source by now. Must be called on a Vert.x context. */
    Uni<Void> record(Claim claim, Instant due, Instant now, long restSeconds, int steady) {
        Context here = Vertx.currentContext();
        Row row = new Row(
                claim.id(), claim.fence(), claim.board().company(), claim.claimedAt(), due, now, restSeconds, steady);
        return Uni.createFrom()
                .<Void>emitter(done -> add(new Waiting(row, done)))
                .emitOn(command -> here.runOnContext(ignored -> command.run()));
    }

    private void add(Waiting crawl) {
        synchronized (waiting) {
            waiting.add(crawl);
            if (writing) {
                return;
            }
            writing = true;
        }
        writeNext();
    }

    private void writeNext() {
        List<Waiting> batch;
        synchronized (waiting) {
            List<Waiting> next = waiting.subList(0, Math.min(waiting.size(), MOST_AT_ONCE));
            batch = List.copyOf(next);
            next.clear();
            writing = !batch.isEmpty();
        }
        if (!batch.isEmpty()) {
            OwnContext.run(vertx.getOrCreateContext(), () -> write(batch))
                    .onTermination()
                    .invoke(this::writeNext)
                    .subscribe()
                    .with(
                            written -> written(batch, written),
                            failure -> batch.forEach(crawl -> crawl.done.fail(failure)));
        }
    }

    private Uni<Set<Written>> write(List<Waiting> batch) {
        return transactions
                .run(() -> Sql.of(RECORD)
                        .withJson("rows", batch.stream().map(Waiting::row).toList())
                        .list(Written.class))
                .map(HashSet::new);
    }

    private static void written(List<Waiting> batch, Set<Written> written) {
        for (Waiting crawl : batch) {
            if (written.contains(new Written(crawl.row.id(), crawl.row.fence()))) {
                crawl.done.complete(null);
            } else {
                crawl.done.fail(new LeaseLost());
            }
        }
    }

    private record Waiting(Row row, UniEmitter<? super Void> done) {}

    private record Row(
            UUID id, long fence, @Nullable String by, Instant began, Instant due, Instant at, long rest, int agreed) {}

    private record Written(UUID id, long fence) {}
}
