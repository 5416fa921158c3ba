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

    private final Postings byFeature;
    private final FeatureFrequencies frequencies;
    private final AlertTable alerts;

    private int dueAt = ENOUGH_JOBS;
    private volatile boolean underWay;
    private int list;
    private int at = Postings.FIRST;
    private int[] seen = new int[0];

    Refiling(Postings byFeature, FeatureFrequencies frequencies, AlertTable alerts) {
        this.byFeature = byFeature;
        this.frequencies = frequencies;
        this.alerts = alerts;
    }

    /** Whether there is something to do. */
    boolean isDue() {
        return underWay || frequencies.jobs() >= dueAt;
    }

    /** Looks at so many records; called by who may change the index. */
    void step(int records) {
        if (!underWay) {
            underWay = true;
            list = 0;
            at = Postings.FIRST;
            dueAt = Math.max(dueAt, frequencies.jobs() * TIMES);
        }
        for (int i = 0; i < records && underWay; i++) {
            next();
        }
    }

    private void next() {
        while (at == Postings.FIRST && byFeature.isEmpty(list)) {
            if (++list >= byFeature.size()) {
                underWay = false;
                return;
            }
        }
        int[] records = byFeature.list(list);
        if (at == Postings.FIRST) {
            seen = records;
        }
        // Records of a list that was replaced in the meantime stand elsewhere now; its turn comes again.
        if (seen != records || at >= Postings.end(records)) {
            list++;
            at = Postings.FIRST;
            return;
        }
        int next = Postings.next(records, at);
        if (Postings.slot(records, at) != Postings.DEAD) {
            look(Postings.slot(records, at), Arrays.copyOfRange(records, Postings.code(records, at), next));
        }
        at = next;
    }

    private void look(int slot, int[] code) {
        if (alerts.filedUnder(slot) != list) {
            return;
        }
        Filing better = Filing.of(Filing.whole(list, code), frequencies);
        if (better.share(frequencies) < WORTHWHILE * share(code)) {
            byFeature.remove(list, slot);
            for (int i = 2; i < Filing.endOfFeatures(code); i++) {
                byFeature.remove(code[i], slot);
            }
            for (int feature : better.features()) {
                byFeature.add(feature, slot, better.code());
            }
            alerts.refile(slot, better.features()[0]);
        }
    }

    private float share(int[] code) {
        float share = 0;
        for (int i = 1; i < Filing.endOfFeatures(code); i++) {
            share += frequencies.of(code[i]);
        }
        return share > 0 ? share : frequencies.of(list);
    }
}
