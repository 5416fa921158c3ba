package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.database.DatabaseSilent;
import io.earlybrd.scraper.deadline.Deadline;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchRequest;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Fetcher;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.posting.PostingStore;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.robots.Robots;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.LeaseLost;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Crawls one board: asks for its list, reads it, stores what changed. Whatever goes wrong on the way is an outcome. */
@ApplicationScoped
class Crawler {

    /** Ten megabytes are read within seconds, on any machine. */
    private static final Duration LONGEST_READING = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final Fetcher fetcher;
    private final Robots robots;
    private final PostingStore postings;

    /** Answers wait compressed; the postings of only one board at a time are in memory. */
    private final OneAtATime reading = new OneAtATime();

    Crawler(Vertx vertx, Fetcher fetcher, Robots robots, PostingStore postings) {
        this.vertx = vertx;
        this.fetcher = fetcher;
        this.robots = robots;
        this.postings = postings;
    }

    /** Crawls the board; fails only with {@link LeaseLost} or {@link DatabaseSilent}, after which nothing can be recorded. */
    Uni<Crawled> crawl(Claim claim, Adapter adapter) {
        return Uni.createFrom()
                .deferred(() -> ask(claim, adapter))
                .onFailure(failure -> !(failure instanceof LeaseLost || failure instanceof DatabaseSilent))
                .recoverWithItem(failure -> {
                    Log.errorf(failure, "crawl failed source=%s", claim.source());
                    String reason = "own failure: " + failure.getClass().getSimpleName();
                    return Crawled.without(null, new Outcome.Unreachable(reason, null));
                });
    }

    private Uni<Crawled> ask(Claim claim, Adapter adapter) {
        BoardRequest asked = adapter.request(claim.board());
        WebUrl url = WebUrl.parse(asked.uri().toString());
        return fetcher.fetch(new FetchRequest(url, asked.accept(), claim.validators(), asked.maxBytes()), robots)
                .chain(page -> reading.run(() -> readAndStore(claim, adapter, url, page)))
                .onFailure(FetchFailure.class)
                .recoverWithItem(failure -> Crawled.without(url.host(), AnswerReader.of(failure)));
    }

    private Uni<Crawled> readAndStore(Claim claim, Adapter adapter, WebUrl url, FetchedPage page) {
        return Deadline.within(
                        LONGEST_READING,
                        Vertx.currentContext(),
                        () -> Uni.createFrom()
                                .completionStage(() -> vertx.executeBlocking(
                                                () -> AnswerReader.read(
                                                        adapter, claim.board(), claim.validators(), page),
                                                false)
                                        .toCompletionStage()),
                        () -> new FetchFailure(FetchFailure.Kind.TIMED_OUT, "reading the answer took too long"))
                .chain(outcome -> postings.store(claim, outcome, adapter.coverage())
                        .map(changes -> new Crawled(url.host(), outcome, page.validators(), changes)));
    }
}
