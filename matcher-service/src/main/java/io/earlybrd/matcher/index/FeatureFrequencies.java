package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

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

    /** After so many jobs, or alerts, one tells little new, and to count it takes as long as to find some alerts. */
    private static final int SOON_KNOWN = 1 << 12;

    /** Of so many later ones one is counted, for all of them. */
    private static final int SAMPLE = 8;

    /** Of each feature side by side, since they are asked for together: how many jobs have it. */
    private static final int JOBS_WITH = 0;

    /** How many jobs were counted before it was known. */
    private static final int JOBS_BEFORE = 1;

    /** How often alerts ask for it. */
    private static final int USES = 2;

    private static final int WIDTH = 3;

    private volatile int[] counts = {};
    private int alerts;
    private volatile int jobs;
    private int uncounted;

    /** Counts the features of an alert, as its program names them. */
    void countAlert(int[] program) {
        int weight = weightOfNextAlert();
        if (weight > 0) {
            alerts += weight;
        }
        int[] all = counts;
        for (int i = 0; i < program.length; i += Program.length(program[i])) {
            if (Program.kind(program[i]) == Program.FEATURE) {
                int uses = WIDTH * Program.number(program[i]) + USES;
                if (uses >= all.length) {
                    all = withRoomFor(uses);
                }
                if (weight > 0) {
                    all[uses] += weight;
                }
            }
        }
    }

    /** By chance, so that threads that read alerts need not tell each other; and what is not counted is not written to, for the same reason. */
    private int weightOfNextAlert() {
        if (alerts < SOON_KNOWN) {
            return 1;
        }
        return ThreadLocalRandom.current().nextInt(SAMPLE) == 0 ? SAMPLE : 0;
    }

    /** Counts the features of a job. */
    void countJob(JobFeatures job) {
        int weight = jobs < SOON_KNOWN ? 1 : SAMPLE;
        if (++uncounted < weight) {
            return;
        }
        uncounted = 0;
        int[] all = counts;
        for (int i = 0; i < job.size(); i++) {
            int jobsWith = WIDTH * job.get(i) + JOBS_WITH;
            if (jobsWith < all.length) {
                all[jobsWith] += weight;
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
        int[] all = counts;
        int at = WIDTH * feature;
        float asked = (all[at + USES] + UNUSED) / (alerts + 1);
        int counted = jobs - all[at + JOBS_BEFORE];
        return (all[at + JOBS_WITH] + WEIGHT_OF_ALERTS * asked) / (counted + WEIGHT_OF_ALERTS);
    }

    /** The share of jobs that have one of these features, as if none had two. */
    float of(int[] features) {
        float share = 0;
        for (int feature : features) {
            share += of(feature);
        }
        return share;
    }

    /** The counts, with room for one of them. */
    private synchronized int[] withRoomFor(int count) {
        int known = counts.length;
        if (count >= known) {
            int features = Math.max(1024, count / WIDTH + (count / WIDTH >> 1));
            int[] more = Arrays.copyOf(counts, WIDTH * features);
            for (int i = known + JOBS_BEFORE; i < more.length; i += WIDTH) {
                more[i] = jobs;
            }
            counts = more;
        }
        return counts;
    }
}
