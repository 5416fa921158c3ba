package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.database.DatabaseSilent;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.health.Doubt;
import io.earlybrd.scraper.liveness.DoubtedLists;
import io.earlybrd.scraper.posting.PostingStore;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.LeaseLost;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Crawls one board: asks for its list, reads it to its end, and the details that are needed, and stores what changed. Whatever goes
 * wrong on the way is an outcome.
 */
@ApplicationScoped
class Crawler {

    private final Reading reading;
    private final DetailReader details;
    private final DoubtedLists doubtedLists;
    private final PostingStore postings;

    Crawler(Reading reading, DetailReader details, DoubtedLists doubtedLists, PostingStore postings) {
        this.reading = reading;
        this.details = details;
        this.doubtedLists = doubtedLists;
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
        String host = WebUrl.parse(asked.uri().toString()).host();
        return reading.ask(
                        claim.lease(),
                        asked,
                        claim.validators(),
                        page -> reading.inTurn(() -> begin(claim, adapter, host, page)))
                .chain(begun -> begun.stored() ? done(begun) : goOn(claim, adapter, asked, begun))
                .onFailure(FetchFailure.class)
                .recoverWithItem(failure -> Crawled.without(host, AnswerReader.of(failure)));
    }

    /** Reads the first answer; most lists are whole then, and are stored before another board may be read. */
    private Uni<Begun> begin(Claim claim, Adapter adapter, String host, FetchedPage page) {
        return reading.read(() -> AnswerReader.read(adapter, claim.board(), claim.validators(), page))
                .chain(outcome -> goesOn(outcome.listed())
                        ? Uni.createFrom().item(new Begun(Crawled.without(host, outcome), false))
                        : store(claim, adapter, host, outcome, page.validators())
                                .map(crawled -> new Begun(crawled, true)));
    }

    private static boolean goesOn(Listed listed) {
        return !listed.next().isEmpty() || !listed.stubs().isEmpty();
    }

    private static Uni<Crawled> done(Begun begun) {
        return Uni.createFrom().item(begun.crawled());
    }

    /**
     * Validators of the first page say nothing about the others, nor about details that are still to be read: whoever shows none is
     * never told that nothing changed.
     */
    private Uni<Crawled> goOn(Claim claim, Adapter adapter, BoardRequest first, Begun begun) {
        Pages pages = new Pages(first, begun.crawled().outcome());
        return furtherPages(claim, adapter, pages)
                .chain(() -> details.complete(claim, adapter, pages.outcome()))
                .chain(outcome -> reading.inTurn(
                        () -> store(claim, adapter, begun.crawled().host(), outcome, Validators.NONE)));
    }

    private Uni<Void> furtherPages(Claim claim, Adapter adapter, Pages pages) {
        BoardRequest next = pages.next();
        return next == null
                ? Uni.createFrom().voidItem()
                : reading.further(
                                claim.lease(),
                                next,
                                page -> AnswerReader.readFurther(adapter, claim.board(), page, pages.count() - 1))
                        .invoke(pages::add)
                        .chain(() -> furtherPages(claim, adapter, pages));
    }

    private Uni<Crawled> store(Claim claim, Adapter adapter, String host, Outcome outcome, Validators validators) {
        return believed(claim, adapter, outcome)
                .chain(believed -> postings.store(claim, believed, adapter.coverage())
                        .map(changes -> new Crawled(host, believed, validators, changes)));
    }

    /** The outcome as it is to be believed: a list that shows far too little is doubted until the pages of what it lacks are gone. */
    private Uni<Outcome> believed(Claim claim, Adapter adapter, Outcome outcome) {
        if (adapter.coverage() != Adapter.Coverage.ALL_OPEN_JOBS) {
            return Uni.createFrom().item(outcome);
        }
        int openJobs = claim.past().openJobs();
        Outcome doubted = Doubt.about(outcome, claim.past().history(), openJobs);
        boolean believed = outcome.kind() == Outcome.Kind.EMPTY ? openJobs == 0 : doubted.equals(outcome);
        return believed
                ? Uni.createFrom().item(outcome)
                : doubtedLists
                        .confirmed(claim, outcome.listed())
                        .map(confirmed -> confirmed ? new Outcome.Ok(outcome.listed()) : doubted);
    }

    /** A crawl after its first answer, and whether that was all. */
    private record Begun(Crawled crawled, boolean stored) {}
}
