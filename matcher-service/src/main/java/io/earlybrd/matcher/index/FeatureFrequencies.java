package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * How many jobs have each feature, from the jobs seen so far; as long as those are few, from how many alerts ask for it, since what is asked
 * for often is there often. It decides under what an alert is filed, never what it finds; so jobs that are counted at the same time may
 * overwrite each other's count.
 */
final class FeatureFrequencies {

    /** What alerts ask counts like so many jobs. */
    private static final float WEIGHT_OF_ALERTS = 32;

    /** Uses of a feature that nobody has asked for. */
    private static final float UNUSED = 0.5f;

    private volatile int[] jobsWith = new int[0];
    private int[] jobsBefore = new int[0];
    private int[] uses = new int[0];
    private int programs;
    private volatile int jobs;

    /** Counts the features of an alert, as its program names them; all are below {@code size}. */
    void countAlert(int[] program, int size) {
        grow(size);
        programs++;
        for (int i = 0; i < program.length; i += Program.length(program[i])) {
            if (Program.kind(program[i]) == Program.FEATURE) {
                uses[Program.number(program[i])]++;
            }
        }
    }

    /** Counts the features of a job. */
    void countJob(JobFeatures job) {
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
        float asked = (uses[feature] + UNUSED) / (programs + 1);
        int counted = jobs - jobsBefore[feature];
        return (jobsWith[feature] + WEIGHT_OF_ALERTS * asked) / (counted + WEIGHT_OF_ALERTS);
    }

    private void grow(int size) {
        int known = jobsWith.length;
        if (size > known) {
            int capacity = Math.max(1024, size + (size >> 1));
            jobsBefore = Arrays.copyOf(jobsBefore, capacity);
            Arrays.fill(jobsBefore, known, capacity, jobs);
            uses = Arrays.copyOf(uses, capacity);
            jobsWith = Arrays.copyOf(jobsWith, capacity);
        }
    }
}
