package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;

import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.health.Health;
import io.earlybrd.scraper.health.History;
import io.earlybrd.scraper.health.Report;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.Lease;
import io.earlybrd.scraper.testing.TestClock;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A source that a test crawls by itself: it says what is read, and the store under test stores it. Nothing else has to do with it. */
final class CrawledSource {

    private final PostingStore store;
    private final Claim claim;
    private final Coverage coverage;

    private CrawledSource(PostingStore store, Claim claim, Coverage coverage) {
        this.store = store;
        this.claim = claim;
        this.coverage = coverage;
    }

    /** An employer's own board that was crawled before. */
    static CrawledSource board(PostingStore store) {
        return of(store, "greenhouse", Coverage.ALL_OPEN_JOBS, true);
    }

    /** A feed of the newest jobs that was crawled before. */
    static CrawledSource feed(PostingStore store) {
        return of(store, "rss", Coverage.NEWEST_JOBS, true);
    }

    /** A board that was never crawled. */
    static CrawledSource unknown(PostingStore store) {
        return of(store, "greenhouse", Coverage.ALL_OPEN_JOBS, false);
    }

    private static CrawledSource of(PostingStore store, String provider, Coverage coverage, boolean baseline) {
        UUID id = UUID.randomUUID();
        String board = "board-" + id;
        SCRAPER.change(
                """
                insert into source (id, provider, board, host, created_at, due_at, leased_until, looks_due_at, fence, told_at,
                                    baseline_at)
                values (?, ?, ?, 'host.example', now(), 'infinity', 'infinity', 'infinity', 1, now(),
                        case when ? then cast(? as timestamptz) end)""", id, provider, board, baseline, TestClock.CLOCK.instant().toString());
        Instant now = TestClock.CLOCK.instant();
        Claim.Past past = new Claim.Past(
                baseline,
                Health.HEALTHY,
                Failures.NONE,
                0,
                0,
                now,
                new History(LocalDate.ofInstant(now, ZoneOffset.UTC), List.of()),
                Report.NONE);
        Claim claim = new Claim(
                id, provider, new Board(board, null), "host.example", 1, now, now, Lease.now(), Validators.NONE, past);
        return new CrawledSource(store, claim, coverage);
    }

    /** Id of the source in its table. */
    UUID id() {
        return claim.id();
    }

    /** Name of the source in events. */
    String name() {
        return claim.source();
    }

    /** Reads this whole list. */
    Changes lists(Posting... postings) {
        return lists(List.of(postings));
    }

    /** Reads this whole list. */
    Changes lists(List<Posting> postings) {
        return stores(new Outcome.Ok(postings));
    }

    /** Reads a whole list with listings whose details were not read. */
    Changes lists(List<Posting> postings, List<Stub> unread) {
        return stores(new Outcome.Ok(new Listed(postings, unread, 0, List.of(), OptionalInt.empty())));
    }

    /** Stores whatever a crawl came to. */
    Changes stores(Outcome outcome) {
        return await(() -> store.store(claim, outcome, coverage));
    }

    /** The pages of these postings are gone, which no list has shown since. */
    Changes closes(Instant since, String... externalIds) {
        List<String> postingIds = Stream.of(externalIds).map(this::postingId).toList();
        return await(() -> store.closeUnseen(claim.id(), claim.source(), postingIds, since));
    }

    /** The listings whose details are wanted. */
    List<Stub> wanted(Stub... stubs) {
        return await(() -> store.wanted(claim, List.of(stubs)));
    }

    /** Asks for the details of a listing in vain. */
    void asksInVain(Stub stub) {
        await(() -> store.putOff(claim, stub).replaceWith(true));
    }

    /** The id of the posting with this id at its provider. */
    String postingId(String externalId) {
        return Found.id(claim, externalId);
    }

    /** What was told with a type and a text in it, oldest first. */
    static <E extends Event> List<E> told(Class<E> type, String part) {
        return SCRAPER
                .column(
                        "select payload from outbox where type = ? and strpos(payload, ?) > 0 order by id",
                        type.getSimpleName(),
                        part)
                .stream()
                .map(payload -> EventJson.read(payload.getBytes(StandardCharsets.UTF_8), type))
                .toList();
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
