package io.earlybrd.bench.corpus;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import java.util.List;
import java.util.stream.LongStream;

/** A corpus that is made up from {@link Vocabulary}; it has as many alerts and jobs as are asked for. */
public final class MadeUpCorpus implements Corpus {

    private static final long SEED = 20_261_125;
    private static final long FIRST_EARLIER_JOB = 1_000_000_000;

    private final AlertMaker alerts;
    private final JobMaker jobs;

    public MadeUpCorpus() {
        Vocabulary vocabulary = new Vocabulary(SEED);
        alerts = new AlertMaker(new MadeUpWishes(vocabulary), SEED);
        jobs = new JobMaker(vocabulary, SEED);
    }

    @Override
    public String name() {
        return "made-up";
    }

    @Override
    public AlertSaved alert(long n) {
        return alerts.alert(n);
    }

    @Override
    public List<JobPosted> jobs(int limit) {
        return LongStream.range(0, limit).mapToObj(this::job).toList();
    }

    /** The job with this number. */
    public JobPosted job(long n) {
        return jobs.job(n);
    }

    @Override
    public List<JobPosted> earlierJobs(int limit) {
        return LongStream.range(FIRST_EARLIER_JOB, FIRST_EARLIER_JOB + limit)
                .mapToObj(jobs::job)
                .toList();
    }
}
