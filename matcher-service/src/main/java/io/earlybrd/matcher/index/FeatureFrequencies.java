package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * How many jobs have each feature, from the jobs seen so far. It decides under what an alert is filed, never what it finds; so jobs that
 * are counted at the same time may overwrite each other's count.
 */
final class FeatureFrequencies {

    /** A feature of which nothing is known yet is taken to be in one of so many jobs: were it common, some alert had asked for it before. */
    private static final float UNKNOWN = 1f / 512;

    private volatile int[] jobsWith = new int[0];
    private volatile int[] jobsBefore = new int[0];
    private volatile int jobs;

    /** Makes room for features below {@code size}; called before one is asked for. */
    void grow(int size) {
        int known = jobsWith.length;
        if (size > known) {
            int capacity = Math.max(1024, size + (size >> 1));
            int[] before = Arrays.copyOf(jobsBefore, capacity);
            Arrays.fill(before, known, capacity, jobs);
            jobsBefore = before;
            jobsWith = Arrays.copyOf(jobsWith, capacity);
        }
    }

    /** Counts the features of a job. */
    void count(JobFeatures job) {
        int[] counts = jobsWith;
        for (int i = 0; i < job.size(); i++) {
            int feature = job.get(i);
            if (feature < counts.length) {
                counts[feature]++;
            }
        }
        jobs++;
    }

    /** Number of jobs counted. */
    int jobs() {
        return jobs;
    }

    /** The share of jobs that have a feature, above 0. */
    float of(int feature) {
        return (jobsWith[feature] + UNKNOWN) / (jobs - jobsBefore[feature] + 1);
    }
}
