package io.earlybrd.scraper.fetch;

import io.earlybrd.scraper.deadline.Deadline;
import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Fetches pages, and is the only one who does. Says who asks, keeps requests to a host few, follows redirects itself so that
 * each place is checked like the first, and gives up in time.
 */
@ApplicationScoped
public class Fetcher {

    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    /** All requests of a fetch, the waits for its turn included, take as long as so many of the slowest pages at most. */
    private static final int TURNS = 5;

    private final Vertx vertx;
    private final HostGates gates;
    private final HostRests rests;
    private final Destinations destinations;
    private final Exchange exchange;
    private final Duration timeout;

    @Inject
    public Fetcher(Vertx vertx, Clock clock, HostGates gates, HostRests rests, FetchConfig config) {
        this(vertx, clock, gates, rests, config, HostResolver.system(), policy(config), new HttpClientOptions());
    }

    /** A fetcher that looks up, trusts and permits as it is told. */
    Fetcher(
            Vertx vertx,
            Clock clock,
            HostGates gates,
            HostRests rests,
            FetchConfig config,
            HostResolver resolver,
            AddressPolicy policy,
            HttpClientOptions options) {
        this.vertx = vertx;
        this.gates = gates;
        this.rests = rests;
        this.destinations = new Destinations(vertx, resolver, policy);
        this.exchange = new Exchange(
                vertx,
                vertx.createHttpClient(options.setConnectTimeout(
                                Math.toIntExact(config.fetch().connectTimeout().toMillis()))
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setMaxPoolSize(config.fetch().hostConcurrency())),
                clock,
                config);
        this.timeout = config.fetch().timeout();
    }

    /**
     * Fetches a page for one use.
     *
     * @param admission asked before each request
     * @param use what is made of an answer of any status but a redirect, whose body is gone when that ends
     * @return what the use gives; or a failure to fetch, always a {@link FetchFailure} or {@link NotWanted}
     */
    public <T> Uni<T> fetch(FetchRequest request, Admission admission, Function<FetchedPage, Uni<T>> use) {
        return fetch(request, admission)
                .chain(page -> Uni.createFrom().deferred(() -> use.apply(page)).eventually(() -> discard(page)));
    }

    private Uni<FetchedPage> fetch(FetchRequest request, Admission admission) {
        // Robots, gates and timers answer on other contexts; each step, and the caller, goes on where it began.
        Context context = vertx.getOrCreateContext();
        Executor here = command -> context.runOnContext(ignored -> command.run());
        return Deadline.within(
                        timeout.multipliedBy(TURNS),
                        context,
                        () -> follow(request, admission, here, MAX_REDIRECTS),
                        () -> new FetchFailure(Kind.TIMED_OUT, "neither turn nor answer in time"))
                .onFailure(failure -> !(failure instanceof NotWanted))
                .transform(Exchange::failure)
                .emitOn(here);
    }

    private Uni<FetchedPage> follow(FetchRequest request, Admission admission, Executor here, int redirectsLeft) {
        return admission
                .admit(request.url())
                .emitOn(here)
                .chain(() -> inTurn(request, admission, here))
                .chain(page -> {
                    if (!page.redirects()) {
                        return Uni.createFrom().item(page);
                    }
                    if (request.json() != null && !page.repeatsRequest()) {
                        throw new FetchFailure(Kind.BROKEN, "redirected to a page that would not be asked the same");
                    }
                    if (redirectsLeft == 0) {
                        throw new FetchFailure(Kind.TOO_MANY_REDIRECTS, "more than " + MAX_REDIRECTS + " redirects");
                    }
                    return discard(page)
                            .chain(() -> follow(request.at(target(page)), admission, here, redirectsLeft - 1));
                });
    }

    private Uni<Void> discard(FetchedPage page) {
        return page.body().onDisk()
                ? Uni.createFrom()
                        .completionStage(() -> vertx.<Void>executeBlocking(() -> {
                                    page.body().close();
                                    return null;
                                })
                                .toCompletionStage())
                : Uni.createFrom().voidItem();
    }

    private Uni<FetchedPage> inTurn(FetchRequest request, Admission admission, Executor here) {
        String host = request.url().host();
        return gates.enter(host)
                .emitOn(here)
                .chain(turn -> once(request, admission, turn).eventually(turn::end))
                .call(page -> page.asksForRest()
                        ? rest(host, page.retryAfter(), here)
                        : Uni.createFrom().voidItem());
    }

    /** Here in any case, and in other instances unless they cannot be told. */
    private Uni<Void> rest(String host, Duration rest, Executor here) {
        gates.rest(host, rest);
        return rests.asked(host, rest)
                .onFailure()
                .invoke(failure -> Log.warnf(failure, "other instances do not know that a host rests host=%s", host))
                .onFailure()
                .recoverWithNull()
                .emitOn(here);
    }

    private Uni<FetchedPage> once(FetchRequest request, Admission admission, HostGates.Turn turn) {
        return destinations
                .of(request.url())
                .chain(server -> exchange.ask(request, server, admission, turn))
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private static WebUrl target(FetchedPage page) {
        try {
            return page.url().resolve(page.location());
        } catch (RefusedUrl e) {
            throw new FetchFailure(Kind.REFUSED_ADDRESS, "redirected to " + e.getMessage());
        }
    }

    private static AddressPolicy policy(FetchConfig config) {
        return config.allowPrivateAddresses() ? AddressPolicy.any() : AddressPolicy.publicOnly();
    }
}
