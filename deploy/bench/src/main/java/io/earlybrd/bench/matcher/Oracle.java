package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.JobText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What each contender has to find: for some jobs, the alerts whose criteria they meet. Keeps no alert that matches nothing. */
final class Oracle {

    private final List<JobPosted> jobs;
    private final List<JobText> texts;
    private final List<Set<UUID>> expected = new ArrayList<>();

    Oracle(List<JobPosted> jobs) {
        this.jobs = jobs;
        texts = jobs.stream().map(JobText::of).toList();
        jobs.forEach(job -> expected.add(new HashSet<>()));
    }

    void ask(List<AlertSaved> alerts) {
        for (AlertSaved saved : alerts) {
            EveryAlert.Asked alert = EveryAlert.Asked.of(saved);
            for (int i = 0; i < texts.size(); i++) {
                if (alert.criteria().areMetBy(texts.get(i))) {
                    expected.get(i).add(alert.alertId());
                }
            }
        }
    }

    /** Pairs of job and alert that match. */
    long matches() {
        return expected.stream().mapToLong(Set::size).sum();
    }

    /** How many pairs are in one of both answers only. */
    long differencesOf(Contender contender) {
        long differences = 0;
        for (int i = 0; i < jobs.size(); i++) {
            Set<UUID> missing = new HashSet<>(expected.get(i));
            for (UUID found : contender.matching(jobs.get(i))) {
                if (!missing.remove(found)) {
                    differences++;
                }
            }
            differences += missing.size();
        }
        return differences;
    }
}
