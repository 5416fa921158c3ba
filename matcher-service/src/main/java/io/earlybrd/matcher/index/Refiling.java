package io.earlybrd.matcher.index;

import java.util.Arrays;

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

    private final Postings postings;
    private final FeatureFrequencies frequencies;
    private final AlertTable alerts;

    private int dueAt = ENOUGH_JOBS;
    private volatile boolean underWay;
    /** The record to look at next, by how many come before it, since others may move it. */
    private int list;

    private int group;
    private int record;

    Refiling(Postings postings, FeatureFrequencies frequencies, AlertTable alerts) {
        this.postings = postings;
        this.frequencies = frequencies;
        this.alerts = alerts;
    }

    /** Whether there is something to do. */
    boolean isDue() {
        return underWay || frequencies.jobs() >= dueAt;
    }

    /** Looks at so many records or lists; called by who may change the index. */
    void step(int most) {
        if (!underWay) {
            underWay = true;
            list = 0;
            dueAt = Math.max(dueAt, frequencies.jobs() * TIMES);
        }
        int left = most;
        while (left > 0 && underWay) {
            if (group < Postings.groups(postings.list(list))) {
                left -= lookAtGroup(left);
            } else {
                group = 0;
                record = 0;
                left--;
                list++;
                underWay = list < postings.size();
            }
        }
    }

    /** Looks at the next records of a group; at how many. */
    private int lookAtGroup(int most) {
        int[] records = postings.list(list);
        int at = Postings.begin(records, group);
        for (int i = 0; i < record && at < Postings.end(records, group); i++) {
            at = Postings.next(records, at);
        }
        int looked = 0;
        while (group < Postings.groups(records) && at < Postings.end(records, group)) {
            if (looked == most) {
                return looked;
            }
            looked++;
            if (!move(records, at)) {
                record++;
                at = Postings.next(records, at);
            } else if (postings.list(list) != records) {
                return looked;
            } else if (record == 0) {
                // The group may be gone with its only record; what came next is where it was.
                at = Postings.begin(records, group);
            }
        }
        record = 0;
        group++;
        return looked;
    }

    /** Moves the alert of a record if it is better filed elsewhere. */
    private boolean move(int[] records, int at) {
        int slot = Postings.slot(records, at);
        if (alerts.filedUnder(slot) != list) {
            return false;
        }
        int[] code = Arrays.copyOfRange(records, Postings.code(records, at), Postings.next(records, at));
        int condition = Postings.condition(records, group);
        Filing better = Filing.of(Filing.whole(list, condition, code), frequencies);
        if (better.share(frequencies) >= WORTHWHILE * share(code)) {
            return false;
        }
        postings.remove(list, records, group, at);
        for (int i = 2; i < Filing.endOfFeatures(code); i++) {
            postings.remove(code[i], slot);
        }
        for (int feature : better.features()) {
            postings.add(feature, better.condition(), slot, better.code());
        }
        alerts.refile(slot, better.features()[0]);
        return true;
    }

    private float share(int[] code) {
        float share = 0;
        for (int i = 1; i < Filing.endOfFeatures(code); i++) {
            share += frequencies.of(code[i]);
        }
        return share > 0 ? share : frequencies.of(list);
    }
}
