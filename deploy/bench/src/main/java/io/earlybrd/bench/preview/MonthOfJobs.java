package io.earlybrd.bench.preview;

import io.earlybrd.bench.corpus.MadeUpCorpus;
import io.earlybrd.bench.pipeline.Publisher;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Repost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Jobs that came evenly over the last 30 days; one in ten was listed before, one in twenty was placed by an agency. */
final class MonthOfJobs {

    private static final Duration MONTH = Duration.ofDays(30).minusHours(1);
    private static final int RELISTED = 10;
    private static final int PLACED = 20;

    private MonthOfJobs() {}

    /** Publishes so many, the oldest first. */
    static void publish(String bootstrapServers, int jobs) {
        MadeUpCorpus corpus = new MadeUpCorpus();
        Instant now = Instant.now();
        try (Publisher publisher = new Publisher(bootstrapServers)) {
            for (int i = 0; i < jobs; i++) {
                Instant seen = now.minus(MONTH.multipliedBy(jobs - i).dividedBy(jobs));
                publisher.send(Publisher.record(job(corpus.job(i), i, seen)));
            }
            publisher.flush();
        }
    }

    private static JobPosted job(JobPosted made, int number, Instant seen) {
        return new JobPosted(
                String.format("%016x", number),
                1,
                made.sourceId(),
                made.company(),
                made.title(),
                made.places(),
                made.workplace(),
                made.description(),
                made.salary(),
                made.employmentType(),
                made.seniority(),
                made.url(),
                new JobTimes(Optional.empty(), seen, seen),
                false,
                Optional.empty(),
                number % PLACED == 0 ? Optional.of(true) : Optional.empty(),
                number % RELISTED == 0 ? Optional.of(new Repost(1, seen)) : Optional.empty());
    }
}
