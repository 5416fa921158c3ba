package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchRequest;
import io.earlybrd.scraper.fetch.Fetcher;
import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.health.LookMetrics;
import io.earlybrd.scraper.robots.Robots;
import io.earlybrd.scraper.worker.Workers;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Looks at the page of a posting, as politely as its list is read. */
@ApplicationScoped
class PageLooks {

    private static final String ACCEPT = "text/html, application/xhtml+xml, */*;q=0.5";

    /** Few pages of one job are longer, and whether the job is open is not worth more. */
    private static final long MAX_BYTES = 1 << 20;

    private final Fetcher fetcher;
    private final Workers workers;
    private final Robots robots;
    private final Clock clock;
    private final LookMetrics metrics;

    PageLooks(Fetcher fetcher, Workers workers, Robots robots, Clock clock, LookMetrics metrics) {
        this.fetcher = fetcher;
        this.workers = workers;
        this.robots = robots;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Looks at it; whatever goes wrong, at the site, on the way, or here, says nothing. */
    Uni<Sight> at(Look look) {
        return Uni.createFrom()
                .deferred(() -> ask(look))
                .onFailure(RefusedUrl.class)
                .transform(refused -> new FetchFailure(FetchFailure.Kind.REFUSED_ADDRESS, refused.getMessage()))
                .onFailure(failure -> !(failure instanceof FetchFailure))
                .transform(failure -> {
                    Log.errorf(failure, "page could not be read url=%s", look.url());
                    return new FetchFailure(FetchFailure.Kind.BROKEN, "own failure");
                })
                .onFailure(FetchFailure.class)
                .recoverWithItem(failure -> Sight.of(failure))
                .invoke(sight -> metrics.looked(sight.kind()));
    }

    private Uni<Sight> ask(Look look) {
        WebUrl url = WebUrl.parse(look.url());
        return fetcher.fetch(
                new FetchRequest(url, ACCEPT, look.validators(), MAX_BYTES),
                robots,
                page -> workers.run(() -> Sight.of(page, url, look, clock.instant())));
    }
}
