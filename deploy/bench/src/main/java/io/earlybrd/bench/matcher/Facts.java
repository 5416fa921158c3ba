package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the filters of alerts say of jobs, as numbers that another engine can index. Each single filter, such as one city or one salary
 * floor, has a number, and a job has the numbers of those that let it pass. What lets pass decides {@link Criteria}, so that all
 * contenders mean the same by a filter.
 */
final class Facts {

    private static final String WORD = "zzfactszz";

    private final List<JobText> sample;
    private final Map<AlertFilters, Integer> numbers = new HashMap<>();
    private final List<Criteria> criteria = new ArrayList<>();
    private final List<Double> frequencies = new ArrayList<>();

    /** @param sample jobs that tell how often a filter lets pass */
    Facts(List<JobPosted> sample) {
        this.sample = sample.stream().map(job -> JobText.of(withWord(job))).toList();
    }

    /** The number of a filter that names one thing. */
    int number(AlertFilters single) {
        return numbers.computeIfAbsent(single, filter -> {
            Criteria asked = Criteria.of(WORD, filter);
            criteria.add(asked);
            frequencies.add(sample.stream().filter(asked::areMetBy).count() / (double) sample.size());
            return criteria.size() - 1;
        });
    }

    /** The part of all jobs that a filter lets pass. */
    double frequency(int number) {
        return frequencies.get(number);
    }

    /** The filters that let the job pass, of those that have numbers by now. */
    BitSet of(JobPosted job) {
        JobText text = JobText.of(withWord(job));
        BitSet passing = new BitSet();
        for (int i = 0; i < criteria.size(); i++) {
            passing.set(i, criteria.get(i).areMetBy(text));
        }
        return passing;
    }

    /** The same job, in whose text there is a word that the criteria above ask for: they need one. */
    private static JobPosted withWord(JobPosted job) {
        return new JobPosted(
                job.jobId(),
                job.version(),
                job.sourceId(),
                job.company(),
                job.title(),
                job.places(),
                job.workplace(),
                job.description() + "\n" + WORD,
                job.salary(),
                job.employmentType(),
                job.seniority(),
                job.url(),
                job.times(),
                job.backfill(),
                job.attribution());
    }
}
