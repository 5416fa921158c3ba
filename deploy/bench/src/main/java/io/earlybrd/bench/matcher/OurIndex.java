package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.match.JobText;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
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
        // On several threads, some at a time, as the service does when it starts.
        IntStream.range(0, (alerts.size() + AT_ONCE - 1) / AT_ONCE)
                .parallel()
                .mapToObj(n -> alerts.subList(n * AT_ONCE, Math.min((n + 1) * AT_ONCE, alerts.size())))
                .forEach(some -> index.save(some.stream().map(index::prepare).toList()));
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
