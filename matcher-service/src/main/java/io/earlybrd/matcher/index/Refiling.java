package io.earlybrd.matcher.index;

/**
 * Files alerts anew once it is known better what jobs have: most alerts come before the first job, when no word is known to be rarer than
 * another. All lists are gone through again and again, each time when four times as many jobs have been counted as the last time, a few records at
 * a time, so that nobody waits for it.
 */
final class Refiling {

    /** Jobs to count before the first time. */
    private static final int ENOUGH_JOBS = 256;

    private static final int TIMES = 4;

    /** What is to be gained for an alert to be moved: as seldom met as this part of before. */
    private static final float WORTHWHILE = 0.5f;

    /** The share of jobs that is not worth a second look at an alert: to meet it so seldom takes next to nothing. */
    private static final float HARDLY_MET = 1f / 4096;

    private final Postings postings;
    private final FeatureFrequencies frequencies;

    private int dueAt = ENOUGH_JOBS;
    private volatile boolean underWay;
    /** The feature whose alerts are looked at. */
    private int feature;

    /** The branch of its list, or {@link Branches#ABSENT}: the list itself. */
    private int branch;

    /** How many of them are left; from the end on, since the last alert takes the place of one that is moved. */
    private int left;

    Refiling(Postings postings, FeatureFrequencies frequencies) {
        this.postings = postings;
        this.frequencies = frequencies;
    }

    /** Whether there is something to do. */
    boolean isDue() {
        return underWay || frequencies.jobs() >= dueAt;
    }

    /** Looks at so many alerts or lists; called by who may change the index. */
    void step(int most) {
        if (!underWay) {
            underWay = true;
            dueAt = Math.max(dueAt, frequencies.jobs() * TIMES);
            begin(0, Branches.ABSENT);
        }
        for (int i = 0; i < most && underWay; i++) {
            // Others may have removed some.
            left = Math.min(left, PostingList.size(list()));
            if (left > 0) {
                left--;
                move(list(), left);
            } else if (branch + 1 < postings.branches(feature).count()) {
                begin(feature, branch + 1);
            } else {
                begin(feature + 1, Branches.ABSENT);
                underWay = feature < postings.size();
            }
        }
    }

    private void begin(int nextFeature, int nextBranch) {
        feature = nextFeature;
        branch = nextBranch;
        left = PostingList.size(list());
    }

    private int[] list() {
        return branch == Branches.ABSENT
                ? postings.list(feature)
                : postings.branches(feature).list(branch);
    }

    /** Moves an alert if it is better filed elsewhere. */
    private void move(int[] list, int alert) {
        int[] features = PostingList.features(feature, list, alert);
        float met = frequencies.of(features);
        // Where it is in several lists it is looked at in the first of them.
        if (features[0] != feature || met < HARDLY_MET) {
            return;
        }
        Filing filed = branch == Branches.ABSENT
                ? PostingList.filing(feature, list, alert)
                : postings.branches(feature).filing(feature, branch, alert);
        Filing better = Filing.of(filed.program(), frequencies);
        if (frequencies.of(better.features()) >= WORTHWHILE * met) {
            return;
        }
        int text = PostingList.text(list, PostingList.link(list, alert));
        for (int before : features) {
            postings.remove(before, text);
        }
        for (int after : better.features()) {
            postings.add(after, text, better);
        }
    }
}
