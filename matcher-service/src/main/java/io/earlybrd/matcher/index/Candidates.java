package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The alerts in the lists of a job's features whose {@link Sieve} and choice it passes, or may pass as far as is known. They are collected
 * in loops that have hardly a branch and read one thing each, of many alerts: so the processor waits for many of those reads at the same
 * time, where it would wait for one after the other if each alert were decided before the next is looked at. Used for one job after the
 * other, by one thread at a time.
 */
final class Candidates {

    /** Sieves in a line of memory. */
    private static final int LINE = 16;

    private int[] filled = new int[1 << 9];
    private int[] features = new int[1 << 9];
    private int[][] lists = new int[1 << 9][];
    private int listCount;

    private int[] listOf = new int[1 << 10];
    private int[] alerts = new int[1 << 10];
    private int[] links = new int[1 << 10];

    private int size;
    /** Written so that what was touched was read for something. */
    private int touched;

    /**
     * Collects them anew.
     *
     * @param marks what is known of each mark of the job
     * @param has finds out whether it has one
     */
    void sift(Postings postings, JobFeatures job, byte[] marks, IntPredicate has) {
        int most = open(postings, job, has);
        if (alerts.length < most) {
            int room = most + (most >> 1);
            listOf = new int[room];
            alerts = new int[room];
        }
        touch();
        size = 0;
        for (int list = 0; list < listCount; list++) {
            sift(list, marks);
        }
        if (links.length < size) {
            links = new int[size + (size >> 1)];
        }
        choose(marks);
        fetch();
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The list that a candidate is in. */
    int[] list(int candidate) {
        return lists[listOf[candidate]];
    }

    /** The feature of that list. */
    int feature(int candidate) {
        return features[listOf[candidate]];
    }

    /** The number of the candidate in its list. */
    int alert(int candidate) {
        return alerts[candidate];
    }

    /** Its {@link PostingList#link}. */
    int link(int candidate) {
        return links[candidate];
    }

    /** Takes the lists of a job's features, and the branches whose mark it has; how many alerts they have. */
    private int open(Postings postings, JobFeatures job, IntPredicate has) {
        if (filled.length < job.size()) {
            filled = new int[job.size() + (job.size() >> 1)];
        }
        Arrays.fill(lists, 0, listCount, null);
        listCount = 0;
        int count = 0;
        int filledCount = postings.filledOf(job, filled);
        for (int i = 0; i < filledCount; i++) {
            int feature = filled[i];
            count += open(feature, postings.list(feature));
            Branches branches = postings.branches(feature);
            for (int branch = 0; branch < branches.count(); branch++) {
                if (has.test(branches.mark(branch))) {
                    count += open(feature, branches.list(branch));
                }
            }
        }
        return count;
    }

    private int open(int feature, int[] list) {
        if (listCount == lists.length) {
            features = Arrays.copyOf(features, listCount * 2);
            lists = Arrays.copyOf(lists, listCount * 2);
        }
        features[listCount] = feature;
        lists[listCount++] = list;
        return PostingList.size(list);
    }

    /** Reads a sieve of each line of memory, so that many lines come at the same time, where the sieves between would wait for each. */
    private void touch() {
        int sum = 0;
        for (int i = 0; i < listCount; i++) {
            int[] list = lists[i];
            for (int alert = LINE; alert < PostingList.size(list); alert += LINE) {
                sum += PostingList.sieve(list, alert);
            }
        }
        touched = sum;
    }

    private void sift(int number, byte[] marks) {
        int[] list = lists[number];
        int[] found = alerts;
        int count = PostingList.size(list);
        int kept = size;
        for (int alert = 0; alert < count; alert++) {
            int sieve = PostingList.sieve(list, alert);
            // Without a branch, since nobody can foretell which it would be.
            found[kept] = alert;
            kept += Sieve.both(marks, sieve) & Marks.MAY_HAVE;
        }
        Arrays.fill(listOf, size, kept, number);
        size = kept;
    }

    /** Keeps those whose choice the job passes. */
    private void choose(byte[] marks) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int number = listOf[i];
            int alert = alerts[i];
            int[] list = lists[number];
            listOf[kept] = number;
            alerts[kept] = alert;
            links[kept] = PostingList.link(list, alert);
            kept += Sieve.either(marks, PostingList.choice(list, alert)) & Marks.MAY_HAVE;
        }
        size = kept;
    }

    /** Reads both ends of the records, so that they are near when the candidates are judged. */
    private void fetch() {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            int link = links[i];
            if (link >= 0) {
                int[] list = lists[listOf[i]];
                sum += PostingList.text(list, link) + list[PostingList.end(list, link) - 1];
            }
        }
        touched += sum;
    }
}
