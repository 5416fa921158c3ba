package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.health.CrawlMetrics;
import io.earlybrd.scraper.health.LookMetrics;
import io.earlybrd.scraper.posting.Changes;
import io.earlybrd.scraper.posting.PostingStore;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One round over the pages of a source's postings that no list shows: look, weigh, remember, close. */
@ApplicationScoped
class Looks {

    /** What a list has not shown for so long is looked at. */
    private static final Duration UNSEEN = Duration.ofHours(6);

    /** Looks of one round. */
    private static final int MOST = 20;

    /** More than become unseen within a rest; half a million at once would take longer than a statement may. */
    private static final int MOST_ENROLLED = 5_000;

    private static final int WITNESSES = Round.FEW - 1;

    /** Among so many other postings of the source, witnesses of the same host are looked for. */
    private static final int MOST_OTHERS = 50;

    private static final String PAGES_GONE = """
            update source set pages_gone_at = case when :gone then cast(:now as timestamptz) end where id = :id
            """;

    private final Transactions transactions;
    private final LookTable table;
    private final PageLooks pages;
    private final PostingStore postings;
    private final CrawlMetrics crawlMetrics;
    private final LookMetrics metrics;
    private final Clock clock;
    private final Duration gap;

    Looks(
            Transactions transactions,
            LookTable table,
            PageLooks pages,
            PostingStore postings,
            CrawlMetrics crawlMetrics,
            LookMetrics metrics,
            Clock clock,
            LivenessConfig config) {
        this.transactions = transactions;
        this.table = table;
        this.pages = pages;
        this.postings = postings;
        this.crawlMetrics = crawlMetrics;
        this.metrics = metrics;
        this.clock = clock;
        this.gap = config.gap();
    }

    /** Does one round. Must be called on a Vert.x context of its own. What breaks off in between is looked at again. */
    Uni<Round> round(LookClaim claim) {
        Instant now = clock.instant();
        boolean listDoubted = DoubtedLists.doubted(claim, now);
        Round round = new Round(listDoubted);
        return transactions
                .run(() -> table.enrol(claim.id(), UNSEEN, MOST_ENROLLED, now)
                        .chain(() -> table.due(claim.id(), MOST, now)))
                .chain(due -> lookAt(due, round))
                .chain(() -> askWitnesses(claim, round))
                .chain(() -> remember(claim, round))
                // Where the list is doubted, all that it lacks is closed by the next crawl, or nothing is.
                .chain(over -> over.isEmpty() || listDoubted ? Uni.createFrom().voidItem() : close(claim, over))
                .replaceWith(round);
    }

    private Uni<Void> lookAt(List<Look> looks, Round round) {
        return Multi.createFrom()
                .iterable(looks)
                .onItem()
                .transformToUniAndConcatenate(look -> round.ended()
                        ? Uni.createFrom().voidItem()
                        : pages.at(look).invoke(sight -> round.add(look, sight)).chain(this::pause))
                .collect()
                .last();
    }

    private Uni<Void> pause() {
        Context here = Vertx.currentContext();
        return gap.isZero()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .emitter(over -> here.owner()
                                .setTimer(gap.toMillis(), timer -> here.runOnContext(now -> over.complete(null))));
    }

    private Uni<Void> askWitnesses(LookClaim claim, Round round) {
        if (round.suspects().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> looked =
                round.seen().stream().map(seen -> seen.look().postingId()).toList();
        Instant now = clock.instant();
        return transactions
                .run(() -> table.others(claim.id(), looked, MOST_OTHERS))
                .map(others -> others.stream()
                        .map(page -> Look.first(page.postingId(), page.url(), now))
                        .toList())
                .chain(others -> Multi.createFrom()
                        .iterable(round.suspects())
                        .onItem()
                        .transformToUniAndConcatenate(host -> askWitnesses(host, others, round))
                        .collect()
                        .last());
    }

    private Uni<Void> askWitnesses(String host, List<Look> others, Round round) {
        return Multi.createFrom()
                .iterable(others.stream()
                        .filter(other -> Round.host(other).equals(host))
                        .limit(WITNESSES)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(other -> round.isThere(host)
                        ? Uni.createFrom().voidItem()
                        : pages.at(other)
                                .invoke(sight -> round.addWitness(other, sight))
                                .chain(this::pause))
                .collect()
                .last();
    }

    /** Writes what was seen; gives the postings that are over. */
    private Uni<List<String>> remember(LookClaim claim, Round round) {
        Instant now = clock.instant();
        List<String> unbelieved = round.unbelieved();
        List<Look> after = new ArrayList<>();
        for (Round.Seen seen : round.seen()) {
            after.add(seen.look()
                    .after(
                            seen.sight(),
                            round.believes(seen),
                            now,
                            ThreadLocalRandom.current().nextDouble()));
        }
        return transactions
                .run(() -> notePagesGone(claim, round, now).chain(() -> table.write(after)))
                .invoke(() -> report(claim, unbelieved))
                .map(written -> after.stream()
                        .filter(Look::over)
                        .map(Look::postingId)
                        .filter(written::contains)
                        .toList());
    }

    private static Uni<Void> notePagesGone(LookClaim claim, Round round, Instant now) {
        boolean gone = !round.unbelieved().isEmpty();
        boolean before = claim.pagesGoneAt() != null;
        boolean news = gone ? !before : before && round.foundAny();
        return news
                ? Sql.of(PAGES_GONE)
                        .with("gone", gone)
                        .with("now", now)
                        .with("id", claim.id())
                        .execute()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private void report(LookClaim claim, List<String> unbelieved) {
        if (!unbelieved.isEmpty() && claim.pagesGoneAt() == null) {
            metrics.disbelieved(claim.provider());
            Log.warnf(
                    "no page of a source is there any more, which closes nothing source=%s hosts=%s",
                    claim.source(), unbelieved);
        }
    }

    private Uni<Void> close(LookClaim claim, List<String> over) {
        return postings.closeUnseen(
                        claim.id(), claim.source(), over, clock.instant().minus(UNSEEN))
                .invoke(changes -> report(claim, changes))
                .replaceWithVoid();
    }

    private void report(LookClaim claim, Changes changes) {
        crawlMetrics.published(claim.provider(), "changed", changes.changed());
        crawlMetrics.published(claim.provider(), "closed", changes.closed());
        Log.infof("pages are gone source=%s changed=%d closed=%d", claim.source(), changes.changed(), changes.closed());
    }
}
