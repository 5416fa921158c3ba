package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * How many jobs have each feature, from the jobs seen so far; as long as those are few, from how many alerts ask for it, since what is asked
 * for often is there often. It decides under what an alert is filed, never what it finds; so jobs and alerts that are counted at the same
 * time may overwrite each other's count, and those counted while there is made room for more features may be lost.
 */
final class FeatureFrequencies {

    /** What alerts ask counts like so many jobs. */
    private static final float WEIGHT_OF_ALERTS = 32;

    /** Uses of a feature that nobody has asked for. */
    private static final float UNUSED = 0.5f;

    /** After so many jobs one tells little new, and to count it takes as long as to find some alerts. */
    private static final int SOON_KNOWN = 1 << 12;

    /** Of so many later jobs one is counted, for all of them. */
    private static final int SAMPLE = 8;

    private volatile Counts counts = new Counts(new int[0], new int[0], new int[0]);
    private int programs;
    private volatile int jobs;
    private int uncounted;

    /** Counts the features of an alert, as its program names them. */
    void countAlert(int[] program) {
        programs++;
        int[] uses = counts.uses;
        for (int i = 0; i < program.length; i += Program.length(program[i])) {
            if (Program.kind(program[i]) == Program.FEATURE) {
                int feature = Program.number(program[i]);
                if (feature >= uses.length) {
                    uses = countsOf(feature).uses;
                }
                uses[feature]++;
            }
        }
    }

    /** Counts the features of a job. */
    void countJob(JobFeatures job) {
        int weight = jobs < SOON_KNOWN ? 1 : SAMPLE;
        if (++uncounted < weight) {
            return;
        }
        uncounted = 0;
        int[] jobsWith = counts.jobsWith;
        for (int i = 0; i < job.size(); i++) {
            int feature = job.get(i);
            if (feature < jobsWith.length) {
                jobsWith[feature] += weight;
            }
        }
        jobs += weight;
    }

    /** Number of jobs counted. */
    int jobs() {
        return jobs;
    }

    /** The share of jobs that have a feature that an alert was counted with, above 0. */
    float of(int feature) {
        Counts known = counts;
        float asked = (known.uses[feature] + UNUSED) / (programs + 1);
        int counted = jobs - known.jobsBefore[feature];
        return (known.jobsWith[feature] + WEIGHT_OF_ALERTS * asked) / (counted + WEIGHT_OF_ALERTS);
    }

    /** The share of jobs that have one of these features, as if none had two. */
    float of(int[] features) {
        float share = 0;
        for (int feature : features) {
            share += of(feature);
        }
        return share;
    }

    /** The counts, with room for a feature. */
    private synchronized Counts countsOf(int feature) {
        int known = counts.uses.length;
        if (feature >= known) {
            int capacity = Math.max(1024, feature + (feature >> 1));
            int[] jobsBefore = Arrays.copyOf(counts.jobsBefore, capacity);
            Arrays.fill(jobsBefore, known, capacity, jobs);
            counts = new Counts(
                    Arrays.copyOf(counts.jobsWith, capacity), jobsBefore, Arrays.copyOf(counts.uses, capacity));
        }
        return counts;
    }

    /**
     * Counts by feature.
     *
     * @param jobsWith jobs that have it
     * @param jobsBefore jobs that were counted before it was known
     * @param uses how often alerts ask for it
     */
    private record Counts(int[] jobsWith, int[] jobsBefore, int[] uses) {}
}
