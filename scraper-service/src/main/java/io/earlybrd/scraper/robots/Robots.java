package io.earlybrd.scraper.robots;

import io.earlybrd.scraper.fetch.Admission;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.scraper.fetch.FetchRequest;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Fetcher;
import io.earlybrd.scraper.fetch.NotWanted;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.worker.Workers;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets requests pass that the site's robots.txt allows. Each site's file is fetched once and believed for a day. */
@ApplicationScoped
public class Robots implements Admission {

    /** RFC 9309, 2.4: not longer than a day. */
    private static final Duration BELIEVED = Duration.ofDays(1);

    private static final Duration UNREADABLE_BELIEVED = Duration.ofMinutes(1);

    /** RFC 9309, 2.5: at least 500 KiB are to be read; the rest of a longer file is ignored. */
    private static final int READ_BYTES = 500 * 1024;

    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_SITES = 10_000;

    private final Fetcher fetcher;
    private final Workers workers;
    private final Clock clock;
    private final Parser parser;
    private final Map<String, Known> sites = new ConcurrentHashMap<>();

    /** Makes rules of a file's content. */
    @FunctionalInterface
    interface Parser {
        RobotsRules parse(WebUrl file, byte[] content);
    }

    @Inject
    public Robots(Fetcher fetcher, Workers workers, Clock clock) {
        this(fetcher, workers, clock, RobotsRules::parse);
    }

    Robots(Fetcher fetcher, Workers workers, Clock clock, Parser parser) {
        this.fetcher = fetcher;
        this.workers = workers;
        this.clock = clock;
        this.parser = parser;
    }

    @Override
    public Uni<Void> admit(WebUrl url) {
        return admit(url, () -> {});
    }

    /**
     * As {@link #admit(WebUrl)}.
     *
     * @param wanted called directly before the file is asked for, if it has to be; throws {@link NotWanted} if nobody waits any more
     */
    public Uni<Void> admit(WebUrl url, Runnable wanted) {
        return rulesFor(url, wanted).invoke(rules -> rules.check(url)).replaceWithVoid();
    }

    private Uni<RobotsRules> rulesFor(WebUrl url, Runnable wanted) {
        Instant now = clock.instant();
        if (sites.size() > MAX_SITES) {
            sites.values().removeIf(site -> site.expired(now));
        }
        return sites.compute(
                        url.origin(),
                        (origin, site) -> site == null || site.expired(now) ? ask(url, wanted, now) : site)
                .rules;
    }

    /**
     * One request, however many ask for it at the same time. It always ends in rules, since a failure that was kept would be believed
     * for a day; unless it was not wanted any more, and then nothing is kept.
     */
    private Known ask(WebUrl url, Runnable wanted, Instant now) {
        WebUrl file = WebUrl.parse(url.origin() + "/robots.txt");
        FetchRequest request = new FetchRequest(file, "text/plain, */*;q=0.5", Validators.NONE, MAX_BYTES);
        Known site = new Known(now.plus(BELIEVED));
        site.rules = fetcher.fetch(request, new WhileWanted(wanted), page -> workers.run(() -> read(file, page)))
                .onFailure(NotWanted.class)
                .invoke(() -> sites.remove(url.origin(), site))
                .onFailure(failure -> !(failure instanceof NotWanted))
                .recoverWithItem(failure -> RobotsRules.unreadable(inOurWords(file, failure)))
                .invoke(rules -> site.expiresAt = rules.readable() ? site.expiresAt : now.plus(UNREADABLE_BELIEVED))
                .memoize()
                .indefinitely();
        return site;
    }

    /** A file may be half a megabyte long. */
    private RobotsRules read(WebUrl file, FetchedPage page) {
        if (page.status() >= 200 && page.status() < 300) {
            try (InputStream content = page.body().open()) {
                return parser.parse(file, content.readNBytes(READ_BYTES));
            } catch (IOException e) {
                throw new FetchFailure(Kind.BROKEN, e.getClass().getSimpleName());
            }
        }
        // RFC 9309, 2.3.1.3: no file, no wishes. But "too many requests" says nothing about the file.
        if (page.status() >= 400 && page.status() < 500 && page.status() != 429) {
            return RobotsRules.allowAll();
        }
        throw new FetchFailure(Kind.BROKEN, "answers " + page.status(), page.retryAfter());
    }

    /** Where the site itself cannot or may not be reached, that is the better reason. */
    private static FetchFailure inOurWords(WebUrl file, Throwable cause) {
        if (!(cause instanceof FetchFailure failure)) {
            Log.errorf(cause, "robots.txt could not be read url=%s", file.uri());
            return new FetchFailure(Kind.ROBOTS_UNREADABLE, "robots.txt: own failure");
        }
        return switch (failure.kind()) {
            case REFUSED_ADDRESS, UNKNOWN_HOST, NO_CONNECTION, NO_TRUST, HOST_RESTS -> failure;
            case TIMED_OUT, TOO_LARGE, TOO_MANY_REDIRECTS, BROKEN, DISALLOWED, ROBOTS_UNREADABLE ->
                new FetchFailure(Kind.ROBOTS_UNREADABLE, "robots.txt: " + failure.getMessage(), failure.retryAfter());
        };
    }

    /** Lets a request for robots.txt itself pass. */
    private record WhileWanted(Runnable wanted) implements Admission {

        @Override
        public Uni<Void> admit(WebUrl url) {
            return ALWAYS.admit(url);
        }

        @Override
        public void confirm() {
            wanted.run();
        }
    }

    private static final class Known {

        private volatile Instant expiresAt;
        private Uni<RobotsRules> rules = Uni.createFrom().nothing();

        Known(Instant expiresAt) {
            this.expiresAt = expiresAt;
        }

        boolean expired(Instant now) {
            return !expiresAt.isAfter(now);
        }
    }
}
