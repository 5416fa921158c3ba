package io.earlybrd.scraper.crawl;

import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.health.Health;
import io.earlybrd.scraper.health.HealthNews;
import io.earlybrd.scraper.health.HistoryTable;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Adapters;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.schedule.Cadence;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.LeaseLost;
import io.earlybrd.scraper.source.Source;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ends a crawl: records how the source fares and when it is due again, frees it, and tells others if anything changed. */
@ApplicationScoped
class CrawlRecorder {

    /** A source that fares well without any change is told of all the same now and then, for the time of its last success. */
    private static final Duration TELL_AGAIN_AFTER = Duration.ofHours(1);

    // A poll that was asked for meanwhile set due_at to a time after this crawl began; it must not be lost. A company
    // that was corrected meanwhile needs the whole list once more.
    private static final String RECORD = """
            update source
            set leased_until = null,
                due_at = case when due_at > cast(:began as timestamptz) then due_at else cast(:due as timestamptz) end,
                host = coalesce(cast(:host as text), host),
                etag = case when company is distinct from cast(:company as text) then null
                            when :read then cast(:etag as text) else etag end,
                last_modified = case when company is distinct from cast(:company as text) then null
                                     when :read then cast(:lastModified as text) else last_modified end,
                listed_at = case when :read then cast(:now as timestamptz) else listed_at end,
                health = :health,
                failures = :failures,
                failures_alike = :alike,
                failed_as = cast(:failedAs as text),
                last_crawl_at = cast(:now as timestamptz),
                last_success_at = case when :success then cast(:now as timestamptz) else last_success_at end,
                baseline_at = coalesce(baseline_at, case when :baseline then cast(:now as timestamptz) end),
                last_yield = coalesce(cast(:yield as integer), last_yield),
                open_jobs = case when :unchanged then open_jobs
                                 else (select count(*) from posting where source_id = :id and closed_at is null) end,
                rest_seconds = :rest,
                reported = cast(:reported as text),
                steady = :steady,
                version = version + case when :tell then 1 else 0 end,
                told_at = case when :tell then cast(:now as timestamptz) else told_at end
            where id = :id and fence = :fence
            """;

    private final Transactions transactions;
    private final Cadence cadence;
    private final Adapters adapters;
    private final HistoryTable histories;
    private final HealthNews news;
    private final UneventfulCrawls uneventful;
    private final Outbox outbox;
    private final Clock clock;

    CrawlRecorder(
            Transactions transactions,
            Cadence cadence,
            Adapters adapters,
            HistoryTable histories,
            HealthNews news,
            UneventfulCrawls uneventful,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.cadence = cadence;
        this.adapters = adapters;
        this.histories = histories;
        this.news = news;
        this.uneventful = uneventful;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Records a crawl; fails with {@link LeaseLost} if another instance has the source by now. */
    Uni<Void> record(Claim claim, Crawled crawled) {
        Instant now = clock.instant();
        Aftermath aftermath = Aftermath.of(claim, crawled);
        boolean tell = tells(claim, crawled, aftermath, now);
        if (!tell && aftermath.uneventful(claim, crawled.outcome())) {
            Duration rest = rest(claim, aftermath);
            Instant due = cadence.due(claim.claimedAt(), now, crawled.outcome(), aftermath.failures(), rest);
            return uneventful.record(
                    claim, due, now, rest.toSeconds(), aftermath.report().steady());
        }
        return transactions
                .run(() -> statement(claim, crawled, aftermath, now)
                        .with("tell", tell)
                        .execute()
                        .invoke(updated -> {
                            if (updated == 0) {
                                throw new LeaseLost();
                            }
                        })
                        .chain(() -> histories.write(claim.id(), claim.past().history(), aftermath.history()))
                        .chain(() -> tell ? tell(claim) : Uni.createFrom().voidItem()))
                .invoke(() -> news.tell(
                        claim.provider(),
                        claim.source(),
                        claim.past().report(),
                        aftermath.report(),
                        crawled.outcome().reason()));
    }

    private Sql statement(Claim claim, Crawled crawled, Aftermath aftermath, Instant now) {
        Outcome outcome = crawled.outcome();
        Failures failures = aftermath.failures();
        Duration rest = rest(claim, aftermath);
        boolean unchanged = outcome.kind() == Outcome.Kind.NOT_MODIFIED;
        return Sql.of(RECORD)
                .with("began", claim.claimedAt())
                .with("due", cadence.due(claim.claimedAt(), now, outcome, failures, rest))
                .with("rest", rest.toSeconds())
                .with("unchanged", unchanged)
                .with("steady", aftermath.report().steady())
                .with("reported", word(aftermath.report().told()))
                .with("host", crawled.host())
                .with("company", claim.board().company())
                .with("read", outcome.kind() == Outcome.Kind.OK)
                .with("etag", crawled.validators().etag())
                .with("lastModified", crawled.validators().lastModified())
                .with("health", aftermath.health().word())
                .with("failures", failures.inRow())
                .with("alike", failures.alike())
                .with(
                        "failedAs",
                        failures.kind() == null ? null : failures.kind().name().toLowerCase(Locale.ROOT))
                .with("now", now)
                .with("success", aftermath.success())
                .with("baseline", baseline(claim, crawled))
                .with(
                        "yield",
                        aftermath.success() && !unchanged ? outcome.listed().size() : null)
                .with("id", claim.id())
                .with("fence", claim.fence());
    }

    private Uni<Void> tell(Claim claim) {
        return Panache.getSession()
                .chain(session -> session.find(Source.class, claim.id()))
                .chain(source -> outbox.append(source.changed()));
    }

    /**
     * An empty list is believed when the crawl before gave one too: what fills a broken board later is not new. Only an empty
     * list can have left a source without a baseline healthy. A list is not known as long as it has listings that were never read.
     */
    private static boolean baseline(Claim claim, Crawled crawled) {
        Outcome outcome = crawled.outcome();
        return outcome.wholeList() && crawled.changes().unread() == 0
                || outcome.kind() == Outcome.Kind.EMPTY && claim.past().health() == Health.HEALTHY;
    }

    /** What is not known yet to last is looked at soon again, as far as the provider's terms allow. */
    private Duration rest(Claim claim, Aftermath aftermath) {
        Duration rest =
                aftermath.report().awaits(aftermath.health()) ? cadence.shortest() : cadence.rest(aftermath.history());
        Duration atLeast =
                adapters.find(claim.provider()).map(Adapter::restsAtLeast).orElse(Duration.ZERO);
        return atLeast.compareTo(rest) > 0 ? atLeast : rest;
    }

    private static @Nullable String word(@Nullable Health health) {
        return health == null ? null : health.word();
    }

    private static boolean tells(Claim claim, Crawled crawled, Aftermath aftermath, Instant now) {
        return aftermath.health() != claim.past().health()
                || crawled.changes().any()
                || claim.past().toldAt().plus(TELL_AGAIN_AFTER).isBefore(now);
    }
}
