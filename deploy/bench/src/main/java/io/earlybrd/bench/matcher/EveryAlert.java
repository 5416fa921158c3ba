package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Brute force: asks the criteria of every alert. It is slow, and right by definition. */
final class EveryAlert implements Contender {

    static final String NAME = "every_alert";

    private final List<Asked> alerts = new ArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void add(List<AlertSaved> added) {
        added.forEach(alert -> alerts.add(Asked.of(alert)));
    }

    @Override
    public int count(JobPosted job) {
        JobText text = JobText.of(job);
        int count = 0;
        for (Asked alert : alerts) {
            if (alert.criteria.areMetBy(text)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public List<UUID> matching(JobPosted job) {
        JobText text = JobText.of(job);
        return alerts.stream()
                .filter(alert -> alert.criteria.areMetBy(text))
                .map(Asked::alertId)
                .sorted()
                .toList();
    }

    @Override
    public void close() {}

    /** An alert that is ready to be asked. */
    record Asked(UUID alertId, Criteria criteria) {

        static Asked of(AlertSaved alert) {
            return new Asked(alert.alertId(), Criteria.of(alert.query(), alert.filters()));
        }
    }
}
