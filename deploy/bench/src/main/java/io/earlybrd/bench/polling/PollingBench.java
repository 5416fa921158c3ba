package io.earlybrd.bench.polling;

import io.earlybrd.bench.Figures;
import io.earlybrd.bench.Metrics;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Ports;
import io.earlybrd.local.ScraperApi;
import io.earlybrd.local.Service;
import io.earlybrd.local.SystemOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * {@code deploy/bench/run polling}: the packaged scraper, with its database and its broker, polls more feeds than it can, two on each
 * host. A host is an address of the loopback network, and asks for what all hosts get: the gap and the concurrency of production.
 */
public final class PollingBench {

    private static final Duration INTERVAL = Duration.ofMillis(1_200);
    private static final int PATIENCE_SECONDS = 600;

    /**
     * How much is measured.
     *
     * @param warmUp seconds for the compiler, once each feed has given its list
     * @param rounds of which the median counts
     * @param seconds of each
     */
    private record Size(int hosts, int warmUp, int rounds, int seconds) {
        static final Size FULL = new Size(1_000, 15, 3, 15);
        static final Size QUICK = new Size(200, 10, 1, 10);
    }

    private final LocalSystem system;
    private final FeedHosts hosts;
    private final Metrics metrics;
    private final Size size;
    private double heap;

    private PollingBench(LocalSystem system, FeedHosts hosts, Size size) {
        this.system = system;
        this.hosts = hosts;
        this.size = size;
        metrics = new Metrics(system.managementUrl(Service.SCRAPER));
    }

    /** Measures and prints the figures as the last line; the first argument is a folder for data and logs. */
    public static void main(String[] arguments) {
        Size size = Arrays.asList(arguments).contains("--quick") ? Size.QUICK : Size.FULL;
        String interval = INTERVAL.toMillis() + "ms";
        SystemOptions options = SystemOptions.in(Path.of(arguments[0]))
                .fresh()
                .ports(Ports.free())
                .only(Service.SCRAPER)
                .environment("EARLYBRD_JVM_PROFILE", "standard")
                .environment("EARLYBRD_SCRAPER_INTERVAL", interval)
                .environment("EARLYBRD_SCRAPER_LONGEST_INTERVAL", interval)
                .environment("EARLYBRD_SCRAPER_CRAWL_CONCURRENCY", "256");
        try (FeedHosts hosts = FeedHosts.start(size.hosts());
                LocalSystem system = LocalSystem.start(options)) {
            System.out.println(new PollingBench(system, hosts, size).run());
        }
    }

    private Figures run() {
        ScraperApi scraper =
                new ScraperApi(system.url(Service.SCRAPER), new ServiceToken(system.serviceKey(), Clock.systemUTC()));
        hosts.feeds().parallelStream().forEach(feed -> scraper.addUrl("rss", feed, "Benchworks"));
        System.out.printf("  %,d feeds on half as many hosts%n", hosts.feeds().size());
        awaitFirstLists();
        pass(size.warmUp());
        long getsBefore = hosts.seen().gets();
        long notModifiedBefore = hosts.seen().notModified();
        Duration processorBefore = processor();
        double[] rates = IntStream.range(0, size.rounds())
                .mapToDouble(this::round)
                .sorted()
                .toArray();
        FeedHosts.Seen seen = hosts.seen();
        Figures figures = new Figures();
        figures.add("gets_per_s", rates[rates.length / 2]);
        figures.add("cpu_us_per_get", processor().minus(processorBefore).toNanos() / 1e3 / (seen.gets() - getsBefore));
        figures.add("percent_304", 100.0 * (seen.notModified() - notModifiedBefore) / (seen.gets() - getsBefore));
        figures.add(
                "mean_ms_late",
                metrics.sum("earlybrd_claim_delay_seconds_sum")
                        * 1e3
                        / metrics.sum("earlybrd_claim_delay_seconds_count"));
        figures.add("heap_mb", heap);
        figures.add("violations", seen.violations());
        return figures;
    }

    /** Each feed gives its list once; from then on nothing has changed. */
    private void awaitFirstLists() {
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            FeedHosts.Seen seen = hosts.seen();
            if (seen.gets() - seen.notModified() >= hosts.feeds().size()) {
                return;
            }
            pass(1);
        }
        throw new IllegalStateException("not all feeds were read in " + PATIENCE_SECONDS + " s");
    }

    /** What the scraper's process has had of the processors: a busy machine does not lengthen it. */
    private Duration processor() {
        return ProcessHandle.of(system.pid(Service.SCRAPER))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private double round(int number) {
        long before = hosts.seen().gets();
        long began = System.nanoTime();
        pass(size.seconds());
        double rate = (hosts.seen().gets() - before) / ((System.nanoTime() - began) / 1e9);
        System.out.printf("  round %d: %,.0f requests a second%n", number + 1, rate);
        return rate;
    }

    private void pass(int howLong) {
        for (int second = 0; second < howLong; second++) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            heap = Math.max(heap, metrics.sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20));
        }
    }
}
