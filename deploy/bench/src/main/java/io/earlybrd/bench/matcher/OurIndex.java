package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.match.JobText;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The index of the matcher. */
final class OurIndex implements Contender {

    static final String NAME = "earlybrd";

    private static final int AT_ONCE = 32;

    private final AlertIndex index = new AlertIndex(Path.of(System.getProperty("java.io.tmpdir")));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void add(List<AlertSaved> alerts) {
        // On several threads, each of which takes the next some, as the service does when it starts.
        AtomicInteger taken = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(thread -> {
                    for (int from = taken.getAndAdd(AT_ONCE); from < alerts.size(); from = taken.getAndAdd(AT_ONCE)) {
                        List<AlertSaved> some = alerts.subList(from, Math.min(from + AT_ONCE, alerts.size()));
                        index.save(some.stream().map(index::prepare).toList());
                    }
                });
    }

    @Override
    public int count(JobPosted job) {
        return index.matching(JobText.of(job)).size();
    }

    @Override
    public List<UUID> matching(JobPosted job) {
        return index.matching(JobText.of(job)).stream()
                .map(found -> index.keyOf(found).alertId())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
