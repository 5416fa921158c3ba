package io.earlybrd.scraper.fetch;

import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the address to connect to for a page: looks the host up once, checks every answer, and gives back the address itself.
 * The connection is made to that address and not to the name, so a second look-up cannot lead elsewhere.
 */
final class Destinations {

    /** Look-ups that may hang at the same time, without a thread less for anything else. */
    private static final int THREADS = 8;

    private final WorkerExecutor threads;
    private final HostResolver resolver;
    private final AddressPolicy policy;

    Destinations(Vertx vertx, HostResolver resolver, AddressPolicy policy) {
        this.threads = vertx.createSharedWorkerExecutor("look-up", THREADS);
        this.resolver = resolver;
        this.policy = policy;
    }

    /** A checked address; fails with a {@link FetchFailure} if there is none or one of them is not allowed. */
    Uni<SocketAddress> of(WebUrl url) {
        if (!policy.permitsHost(url.host())) {
            return Uni.createFrom().failure(refused());
        }
        return Uni.createFrom()
                .completionStage(() ->
                        threads.executeBlocking(() -> lookUp(url.host()), false).toCompletionStage())
                .map(address -> SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())));
    }

    private InetAddress lookUp(String host) {
        List<InetAddress> addresses;
        try {
            addresses = resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new FetchFailure(Kind.UNKNOWN_HOST, "host is not known");
        }
        // One bad answer among good ones is how rebinding looks, so it refuses the whole name.
        if (addresses.isEmpty() || !addresses.stream().allMatch(policy::permits)) {
            throw refused();
        }
        return addresses.get(0);
    }

    private static FetchFailure refused() {
        return new FetchFailure(Kind.REFUSED_ADDRESS, "host is not on the public Internet");
    }
}
