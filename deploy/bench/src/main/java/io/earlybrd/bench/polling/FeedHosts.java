package io.earlybrd.bench.polling;

import io.earlybrd.testkit.FreePorts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Employers' sites with two feeds each, that know when they may be asked and count who comes sooner. */
final class FeedHosts implements AutoCloseable {

    /** Every so often a feed has changed. */
    private static final int CHANGES_AFTER = 40;

    /** Least time between two requests to one host, as is configured for all. */
    private static final Duration GAP = Duration.ofMillis(500);

    private static final int HOSTS_A_NET = 250;

    private static final String FEED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Benchworks</title><link>http://%1$s/</link><description>Jobs</description>
            <item><guid>%1$s-%2$d</guid><title>Engineer %2$d of %1$s</title><link>http://%1$s/jobs/%2$d</link>
            <description>Work.</description></item>
            </channel></rss>
            """;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> feeds = new ArrayList<>();
    private final LongAdder gets = new LongAdder();
    private final LongAdder notModified = new LongAdder();
    private final LongAdder violations = new LongAdder();

    /**
     * What the hosts saw so far.
     *
     * @param gets requests for feeds
     * @param notModified those that had not changed
     * @param violations requests to a host within its gap
     */
    record Seen(long gets, long notModified, long violations) {}

    private FeedHosts() {}

    /** Starts so many, each on an address of its own. */
    static FeedHosts start(int count) {
        FeedHosts hosts = new FeedHosts();
        int port = FreePorts.one();
        List<Future<HttpServer>> starting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = "127.1." + i / HOSTS_A_NET + "." + (1 + i % HOSTS_A_NET);
            Host host = hosts.new Host(address + ":" + port);
            starting.add(
                    hosts.vertx.createHttpServer().requestHandler(host::answer).listen(port, address));
            hosts.feeds.add("http://" + address + ":" + port + "/a.xml");
            hosts.feeds.add("http://" + address + ":" + port + "/b.xml");
        }
        Future.all(starting).toCompletionStage().toCompletableFuture().join();
        return hosts;
    }

    /** The addresses of all feeds. */
    List<String> feeds() {
        return feeds;
    }

    /** What they saw so far. */
    Seen seen() {
        return new Seen(gets.sum(), notModified.sum(), violations.sum());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** One of them; all its requests come on one event loop. */
    private final class Host {

        private final String authority;
        private final Map<String, Integer> asked = new HashMap<>();
        private long askedAtNanos;

        Host(String authority) {
            this.authority = authority;
        }

        void answer(HttpServerRequest request) {
            String path = request.path();
            soonerThanAllowed();
            HttpServerResponse response = request.response();
            if (path.equals("/robots.txt")) {
                response.setStatusCode(404).end();
                return;
            }
            gets.increment();
            int version = asked.merge(path, 1, Integer::sum) / CHANGES_AFTER;
            String etag = "\"" + version + "\"";
            response.putHeader("ETag", etag);
            if (etag.equals(request.getHeader("If-None-Match"))) {
                notModified.increment();
                response.setStatusCode(304).end();
            } else {
                response.putHeader("Content-Type", "application/rss+xml")
                        .end(FEED.formatted(authority + path, version));
            }
        }

        /**
         * By the time at which the host reads the request, which is before it answers. Whoever waits for the answer and then for the
         * gap is never too soon by this clock, however late the host itself gets to reading; unless that is so late that the scraper
         * has lost its patience.
         */
        private void soonerThanAllowed() {
            long now = System.nanoTime();
            if (askedAtNanos != 0 && now - askedAtNanos < GAP.toNanos()) {
                violations.increment();
            }
            askedAtNanos = now;
        }
    }
}
