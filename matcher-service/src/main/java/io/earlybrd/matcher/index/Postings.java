package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Alerts in a {@link PostingList} for each feature that they are filed under. A list that is long grows {@link Branches}: a job looks at an
 * alert there only if it has one thing more that the alert asks for.
 */
final class Postings {

    /** How long a list grows before it branches, and then each time that it is so long or twice, four times and so on. */
    private static final int LONG = 512;

    private volatile int[][] lists = new int[0][];
    /** A bit for each feature that has alerts, or branches. */
    private volatile long[] filled = new long[0];

    /** Of the features up to the last that has some. */
    private volatile Branches[] branches = new Branches[0];

    /** Written so that what was touched was read for something. */
    private int touched;

    /** The list of a feature, without its branches; never null. */
    int[] list(int feature) {
        int[][] all = lists;
        int[] list = feature < all.length ? all[feature] : null;
        return list == null ? PostingList.EMPTY : list;
    }

    /** The branches of the list of a feature; never null. */
    Branches branches(int feature) {
        Branches[] all = branches;
        Branches grown = feature < all.length ? all[feature] : null;
        return grown == null ? Branches.NONE : grown;
    }

    /** Whether no alert is filed under a feature. */
    boolean isEmpty(int feature) {
        return list(feature) == PostingList.EMPTY && branches(feature).areEmpty();
    }

    /**
     * Writes those of a job's features that may have alerts to the front of an array that has room for all; how many they are.
     */
    int filledOf(JobFeatures job, int[] features) {
        long[] bits = filled;
        int count = 0;
        int known = bits.length << 6;
        for (int i = 0; i < job.size(); i++) {
            int feature = job.get(i);
            // Without a branch, since nobody can foretell which it would be.
            features[count] = feature;
            count += feature < known ? (int) (bits[feature >>> 6] >>> feature) & 1 : 0;
        }
        return count;
    }

    /** How many features there may be: each number is below. */
    int size() {
        return lists.length;
    }

    /**
     * Looks at where alerts will be added, so that it is near by then: what many ask for at a time comes from memory at the same time, while
     * of changes one waits for the other. Beside the writer it may look anywhere, but always comes to an end.
     */
    void touch(List<PreparedAlert> alerts) {
        int[][] touchedLists = new int[alerts.size()][];
        for (int i = 0; i < touchedLists.length; i++) {
            touchedLists[i] = alerts.get(i).filing().map(this::firstList).orElse(PostingList.EMPTY);
        }
        int sum = 0;
        for (int[] list : touchedLists) {
            sum += PostingList.size(list);
        }
        for (int[] list : touchedLists) {
            sum += PostingList.touchEnds(list);
        }
        touched = sum;
    }

    /** The first of the lists that an alert belongs to. */
    private int[] firstList(Filing filing) {
        int feature = filing.features()[0];
        Branches grown = branches(feature);
        int branch = grown.branchFor(filing.sieve());
        return branch == Branches.ABSENT ? list(feature) : grown.list(branch);
    }

    /** Adds the alert with this text to the list of one of the features that it is filed under. */
    void add(int feature, int text, Filing filing) {
        Branches grown = branches(feature);
        int branch = grown.branchFor(filing.sieve());
        if (branch != Branches.ABSENT) {
            grown.add(branch, text, filing);
            return;
        }
        int[] list = PostingList.with(list(feature), text, filing);
        store(feature, list);
        int size = PostingList.size(list);
        if (size >= LONG && Integer.bitCount(size) == 1) {
            branch(feature, list);
        }
    }

    /** Removes it from the list of a feature; how it was filed, if it was there. */
    Optional<Filing> remove(int feature, int text) {
        int[] list = list(feature);
        int alert = PostingList.find(list, text);
        if (alert == PostingList.ABSENT) {
            return branches(feature).remove(feature, text);
        }
        Filing filing = PostingList.filing(feature, list, alert);
        store(feature, PostingList.without(list, alert));
        return Optional.of(filing);
    }

    private void branch(int feature, int[] list) {
        Branches before = branches(feature);
        Branches grown = before.grownFrom(list);
        if (grown != before) {
            Branches[] all = feature < branches.length ? branches : Arrays.copyOf(branches, feature + 1);
            all[feature] = grown;
            branches = all;
            store(feature, grown.takeFrom(feature, list));
        }
    }

    private void store(int feature, int[] list) {
        int[][] all = lists;
        if (feature < all.length && all[feature] == list) {
            // Changed in place, as most are.
            return;
        }
        if (feature >= all.length) {
            all = Arrays.copyOf(all, Math.max(feature + 1, all.length + (all.length >> 1)));
        }
        all[feature] = list == PostingList.EMPTY ? null : list;
        lists = all;
        setFilled(feature, all[feature] != null || branches(feature) != Branches.NONE);
    }

    private void setFilled(int feature, boolean full) {
        long[] bits = filled;
        int word = feature >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, bits.length + (bits.length >> 1)));
        }
        long bit = 1L << feature;
        bits[word] = full ? bits[word] | bit : bits[word] & ~bit;
        filled = bits;
    }
}
