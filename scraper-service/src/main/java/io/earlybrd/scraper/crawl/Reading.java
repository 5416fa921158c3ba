package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.deadline.Deadline;
import io.earlybrd.scraper.fetch.Admission;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchRequest;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Fetcher;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.robots.Robots;
import io.earlybrd.scraper.schedule.Lease;
import io.earlybrd.scraper.schedule.LeaseLost;
import io.earlybrd.scraper.worker.Workers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for answers and has them read: off the event loops, in time, and one at a time. */
@ApplicationScoped
class Reading {

    /** Ten megabytes are read within seconds, on any machine. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Fetcher fetcher;
    private final Robots robots;
    private final Workers workers;

    /** Answers wait compressed, and on disk; what was read of only one at a time is in memory. */
    private final OneAtATime turns = new OneAtATime();

    Reading(Fetcher fetcher, Robots robots, Workers workers) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.workers = workers;
    }

    /**
     * Asks for an answer, while the source is this instance's.
     *
     * @param use what is made of an answer of any status
     * @return what the use gives; or a failure to ask, always a {@link FetchFailure} or {@link LeaseLost}
     */
    <T> Uni<T> ask(Lease lease, BoardRequest asked, Validators validators, Function<FetchedPage, Uni<T>> use) {
        WebUrl url = WebUrl.parse(asked.uri().toString());
        return fetcher.fetch(
                new FetchRequest(url, asked.accept(), validators, asked.maxBytes(), asked.json()),
                new WhileHeld(lease, robots),
                use);
    }

    /** Asks for a further answer and reads it; whatever goes wrong is an outcome. */
    Uni<Outcome> further(Lease lease, BoardRequest asked, Function<FetchedPage, Outcome> reader) {
        return ask(lease, asked, Validators.NONE, page -> inTurn(() -> read(() -> reader.apply(page))))
                .onFailure(FetchFailure.class)
                .recoverWithItem(AnswerReader::of);
    }

    /** Runs work on something that takes memory when its turn comes. */
    <T> Uni<T> inTurn(Supplier<Uni<T>> work) {
        return turns.run(work);
    }

    /** Reads on a worker thread. Must be called within a turn, on a Vert.x context. */
    Uni<Outcome> read(Supplier<Outcome> reader) {
        return Deadline.within(
                LONGEST,
                Vertx.currentContext(),
                () -> workers.run(reader),
                () -> new FetchFailure(FetchFailure.Kind.TIMED_OUT, "reading the answer took too long"));
    }

    /** Lets pass what robots.txt allows, as long as no other instance can have the source or its host. */
    private record WhileHeld(Lease lease, Robots robots) implements Admission {

        @Override
        public Uni<Void> admit(WebUrl url) {
            return robots.admit(url, lease::confirm);
        }

        @Override
        public void confirm() {
            lease.confirm();
        }
    }
}
