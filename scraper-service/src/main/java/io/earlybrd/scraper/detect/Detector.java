package io.earlybrd.scraper.detect;

import io.earlybrd.scraper.deadline.Deadline;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.scraper.fetch.FetchRequest;
import io.earlybrd.scraper.fetch.Fetcher;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.robots.Robots;
import io.earlybrd.scraper.worker.Workers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the board that an address leads to: by the address itself, else by the page that is there, or
 * the one that this page calls the one of their jobs. Asks for two pages at most. */
@ApplicationScoped
public class Detector {

    /** Somebody waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final long MAX_BYTES = 4L << 20;
    private static final String ACCEPT = "text/html, application/xhtml+xml, application/rss+xml;q=0.9,"
            + " application/atom+xml;q=0.9, application/feed+json;q=0.9, application/xml;q=0.8, */*;q=0.1";

    private final Vertx vertx;
    private final Workers workers;
    private final Fetcher fetcher;
    private final Robots robots;

    public Detector(Vertx vertx, Workers workers, Fetcher fetcher, Robots robots) {
        this.vertx = vertx;
        this.workers = workers;
        this.fetcher = fetcher;
        this.robots = robots;
    }

    /** Whether the address alone does not tell, so that its page has to be fetched. */
    public boolean needsPage(WebUrl url) {
        return BoardUrls.of(url).isEmpty();
    }

    /** What an address leads to. Never fails. Goes on where it was called, on a Vert.x context. */
    public Uni<Detection> detect(WebUrl url) {
        Optional<FoundBoard> known = BoardUrls.of(url);
        return known.isPresent() ? Uni.createFrom().item(new Detection.Found(known.get())) : page(url);
    }

    private Uni<Detection> page(WebUrl url) {
        Context here = vertx.getOrCreateContext();
        return Deadline.within(
                        PATIENCE,
                        here,
                        () -> read(url).chain(this::orJobsPage),
                        () -> new FetchFailure(Kind.TIMED_OUT, "no answer within " + PATIENCE.toSeconds() + " s"))
                .onFailure(FetchFailure.class)
                .recoverWithItem(Detector::unread)
                .emitOn(command -> here.runOnContext(ignored -> command.run()));
    }

    /** The second page counts only if it names a board: if it has a job of its own, it may well be the page of that job alone. */
    private Uni<Detection> orJobsPage(PageReader.Reading first) {
        if (first.detection() instanceof Detection.Found || first.jobsPage().isEmpty()) {
            return Uni.createFrom().item(first.detection());
        }
        return read(first.jobsPage().get())
                .map(second -> second.detection() instanceof Detection.Found found
                                && !found.board().provider().equals(CareersPage.JOB_POSTING)
                        ? found
                        : first.detection())
                .onFailure(FetchFailure.class)
                .recoverWithItem(first.detection());
    }

    /** A page of megabytes takes longer to read than an event loop may be held. */
    private Uni<PageReader.Reading> read(WebUrl url) {
        return fetcher.fetch(
                new FetchRequest(url, ACCEPT, Validators.NONE, MAX_BYTES),
                robots,
                page -> workers.run(() -> PageReader.read(page)));
    }

    private static Detection unread(FetchFailure failure) {
        return switch (failure.kind()) {
            case REFUSED_ADDRESS ->
                new Detection.Nothing("This address, or where it leads, is not on the public Internet.");
            case UNKNOWN_HOST -> new Detection.Nothing("There is no site of this name.");
            case DISALLOWED ->
                new Detection.Unread("The site asks robots not to read this page, so we did not. Somebody will look.");
            case NO_CONNECTION,
                    NO_TRUST,
                    TIMED_OUT,
                    TOO_LARGE,
                    TOO_MANY_REDIRECTS,
                    BROKEN,
                    ROBOTS_UNREADABLE,
                    HOST_RESTS -> new Detection.Unread("The page could not be read now. Somebody will look.");
        };
    }
}
