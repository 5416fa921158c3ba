package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * The alerts in the lists of a job's features whose {@link Sieve} and {@link Choice} it passes, and that ask for more. They are collected
 * in loops that have hardly a branch and read one thing each, of many alerts: so the processor waits for many of those reads at the same
 * time, where it would wait for one after the other if each alert were decided before the next is looked at. Then those stand together whose
 * records have one {@link Shape}. Used for one job after the other, by one thread at a time.
 */
final class Candidates {

    /** Sieves in a line of memory. */
    private static final int LINE = 16;

    private int[] filled = new int[1 << 9];

    /** The lists that the job is looked for in, and of each the feature, and behind which of all candidates its own end. */
    private int[][] lists = new int[1 << 9][];

    private int[] features = new int[1 << 9];
    private int[] ends = new int[1 << 9];
    private int listCount;

    private int[] alerts = new int[1 << 10];
    private int[] links = new int[1 << 10];
    private int size;

    /** By the shape of their records: of each candidate the number of its list, and in the lower half where its record begins. */
    private final long[][] groups = new long[Shape.COUNT][1 << 4];

    private final int[] counts = new int[Shape.COUNT];

    /** Written so that what was touched was read for something. */
    private int touched;

    /**
     * Collects them anew.
     *
     * @param marks what is known of the job
     * @param found takes those that ask for no more
     */
    void sift(Postings postings, JobFeatures job, Marks marks, FoundAlerts found) {
        int most = open(postings, job, marks);
        if (alerts.length < most) {
            alerts = new int[most + (most >> 1)];
        }
        touch();
        size = 0;
        for (int list = 0; list < listCount; list++) {
            sift(list, marks.known());
        }
        if (links.length < size) {
            links = new int[size + (size >> 1)];
        }
        found.makeRoom(size);
        choose(marks, found);
        group();
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Of those whose records have one shape what {@link #list}, {@link #feature} and {@link #record} take: the first so many. */
    long[] group(int shape) {
        return groups[shape];
    }

    /** How many there are with records of one shape. */
    int count(int shape) {
        return counts[shape];
    }

    /** The list that one is in. */
    int[] list(long candidate) {
        return lists[listNumber(candidate)];
    }

    /** The feature of that list. */
    int feature(long candidate) {
        return features[listNumber(candidate)];
    }

    /** Where in the list its record begins. */
    static int record(long candidate) {
        return (int) candidate;
    }

    private static int listNumber(long candidate) {
        return (int) (candidate >>> Integer.SIZE);
    }

    /** Takes the lists of a job's features, and the branches whose mark it has; how many alerts they have. */
    private int open(Postings postings, JobFeatures job, Marks marks) {
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
                if (marks.has(branches.mark(branch))) {
                    count += open(feature, branches.list(branch));
                }
            }
        }
        return count;
    }

    private int open(int feature, int[] list) {
        if (listCount == lists.length) {
            lists = Arrays.copyOf(lists, listCount * 2);
            features = Arrays.copyOf(features, listCount * 2);
            ends = Arrays.copyOf(ends, listCount * 2);
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
        ends[number] = kept;
        size = kept;
    }

    /** Keeps those whose choice the job passes too, now that whatever is not known is found out. */
    private void choose(Marks marks, FoundAlerts found) {
        int kept = 0;
        int next = 0;
        for (int number = 0; number < listCount; number++) {
            int[] list = lists[number];
            int end = ends[number];
            for (int i = next; i < end; i++) {
                int alert = alerts[i];
                int link = PostingList.link(list, alert);
                int passed = marks.pass(
                        PostingList.sieve(list, alert),
                        PostingList.lowerChoice(list, alert),
                        PostingList.upperChoice(list, alert));
                // Without a branch on either, as above.
                int settled = link >>> Integer.SIZE - 1;
                found.add(PostingList.text(link), passed & settled);
                links[kept] = link;
                kept += passed & ~settled;
            }
            ends[number] = kept;
            next = end;
        }
        size = kept;
    }

    /** Puts those together whose records have one shape, and reads where these begin, so that they are near when they are judged. */
    private void group() {
        Arrays.fill(counts, 0);
        int sum = 0;
        int next = 0;
        for (int number = 0; number < listCount; number++) {
            int[] list = lists[number];
            for (int i = next; i < ends[number]; i++) {
                int shape = PostingList.shape(links[i]);
                int record = PostingList.record(list, links[i]);
                int count = counts[shape]++;
                if (count == groups[shape].length) {
                    groups[shape] = Arrays.copyOf(groups[shape], count * 2);
                }
                groups[shape][count] = (long) number << Integer.SIZE | record;
                sum += list[record];
            }
            next = ends[number];
        }
        touched += sum;
    }
}
