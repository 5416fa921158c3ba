package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * Alerts in lists by feature, and in each list in groups by a condition that all of a group ask for, mostly their places: so that a job passes
 * over a group at once. Each alert stands there with its code behind it in the same array, so that a job reads what it needs to know
 * of a candidate without a detour. A record is a head, with the slot of the alert and the length of the code, and the code.
 *
 * <p>Changes are made in place. A reader beside the writer may read nonsense or run over the end of an array, but always comes to an end;
 * it has to find out, as {@link AlertIndex} does, that there was a change.
 */
final class Postings {

    /** Of a head; the others are the slot's, which is below 2^26. */
    private static final int LENGTH_BITS = 6;

    /** Says that the length is in the int behind the head. */
    private static final int LONG = (1 << LENGTH_BITS) - 1;

    /**
     * A list begins with where it ends, and how many groups it has. The conditions of all groups follow, then where each group ends: side
     * by side, since a job goes through all conditions, and an alert that is added moves all ends.
     */
    private static final int GROUPS = 1;

    private static final int CONDITIONS = 2;
    private static final int GROUP_WIDTH = 2;

    /** Lists that are longer get a sixteenth of their length to spare, and give back more than an eighth. */
    private static final int SHORT = 64;

    private static final int[] EMPTY = {CONDITIONS, 0};

    private volatile int[][] lists = new int[0][];
    /** A bit for each list that has records. */
    private volatile long[] filled = new long[0];

    /** A list; never null. */
    int[] list(int feature) {
        int[][] all = lists;
        int[] list = feature < all.length ? all[feature] : null;
        return list == null ? EMPTY : list;
    }

    /** Whether a list has no records. */
    boolean isEmpty(int feature) {
        return list(feature) == EMPTY;
    }

    /**
     * Writes those of a job's features whose lists have records to the front of an array that has room for all; how many they are.
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

    /** How many lists there may be: each number is below. */
    int size() {
        return lists.length;
    }

    /** How many groups a list has. */
    static int groups(int[] list) {
        return list[GROUPS];
    }

    /** The condition that all alerts of a group ask for. */
    static int condition(int[] list, int group) {
        return list[CONDITIONS + group];
    }

    /** Where the first record of a group stands. */
    static int begin(int[] list, int group) {
        return group == 0 ? CONDITIONS + GROUP_WIDTH * list[GROUPS] : end(list, group - 1);
    }

    /** Where the records of a group end. */
    static int end(int[] list, int group) {
        return list[ends(list) + group];
    }

    private static int ends(int[] list) {
        return CONDITIONS + list[GROUPS];
    }

    /** Where the code of the record at {@code at} begins. */
    static int code(int[] list, int at) {
        return (list[at] & LONG) == LONG ? at + 2 : at + 1;
    }

    /** Where the record at {@code at} ends and the next begins. */
    static int next(int[] list, int at) {
        int length = list[at] & LONG;
        // Never back, whatever a reader beside the writer takes for a length.
        return length == LONG ? at + 2 + (list[at + 1] & Integer.MAX_VALUE) : at + 1 + length;
    }

    /** The slot of the record at {@code at}. */
    static int slot(int[] list, int at) {
        return list[at] >>> LENGTH_BITS;
    }

    /** Adds an alert to the group of a condition. */
    void add(int feature, int condition, int slot, int[] code) {
        int[] list = list(feature);
        int group = groupOf(list, condition);
        boolean newGroup = group == groups(list);
        int room = code.length + (code.length < LONG ? 1 : 2);
        list = withRoom(feature, list, room + (newGroup ? GROUP_WIDTH : 0));
        if (newGroup) {
            addGroup(list, condition);
        }
        int at = end(list, group);
        shift(list, at, room);
        moveEnds(list, group, room);
        list[at++] = slot << LENGTH_BITS | Math.min(code.length, LONG);
        if (code.length >= LONG) {
            list[at++] = code.length;
        }
        System.arraycopy(code, 0, list, at, code.length);
    }

    /** Removes the record of a slot from a list; its code, or null if it is not there. */
    int[] remove(int feature, int slot) {
        int[] list = list(feature);
        for (int group = 0; group < groups(list); group++) {
            for (int at = begin(list, group); at < end(list, group); at = next(list, at)) {
                if (slot(list, at) == slot) {
                    int[] code = Arrays.copyOfRange(list, code(list, at), next(list, at));
                    remove(feature, list, group, at);
                    return code;
                }
            }
        }
        return null;
    }

    /** Removes the record at {@code at}, which is in this group. */
    void remove(int feature, int[] list, int group, int at) {
        int next = next(list, at);
        int room = next - at;
        shift(list, next, -room);
        moveEnds(list, group, -room);
        if (begin(list, group) == end(list, group)) {
            removeGroup(list, group);
        }
        if (groups(list) == 0) {
            store(feature, null);
        } else if (list.length > SHORT && list.length - list[0] > list.length >> 3) {
            store(feature, Arrays.copyOf(list, list[0] + (list[0] >> 4)));
        }
    }

    /** The group of a condition; the number of groups if there is none. */
    private static int groupOf(int[] list, int condition) {
        int group = 0;
        while (group < groups(list) && condition(list, group) != condition) {
            group++;
        }
        return group;
    }

    /** Makes a last, empty group. */
    private static void addGroup(int[] list, int condition) {
        int groups = groups(list);
        int ends = ends(list);
        shift(list, ends + groups, GROUP_WIDTH);
        System.arraycopy(list, ends, list, ends + 1, groups);
        list[ends] = condition;
        list[GROUPS]++;
        moveEnds(list, 0, GROUP_WIDTH);
        list[ends(list) + groups] = list[0];
    }

    private static void removeGroup(int[] list, int group) {
        int condition = CONDITIONS + group;
        int end = ends(list) + group;
        System.arraycopy(list, condition + 1, list, condition, end - condition - 1);
        shift(list, end + 1, -GROUP_WIDTH);
        list[GROUPS]--;
        moveEnds(list, 0, -GROUP_WIDTH);
    }

    /** Moves all that stands from {@code from} on. */
    private static void shift(int[] list, int from, int by) {
        System.arraycopy(list, from, list, from + by, list[0] - from);
        list[0] += by;
    }

    private static void moveEnds(int[] list, int firstGroup, int by) {
        int ends = ends(list);
        int end = ends + groups(list);
        for (int i = ends + firstGroup; i < end; i++) {
            list[i] += by;
        }
    }

    private int[] withRoom(int feature, int[] list, int room) {
        int needed = list[0] + room;
        if (needed <= list.length) {
            return list;
        }
        // Most lists are short and stay so.
        int[] larger = Arrays.copyOf(list, needed > SHORT ? needed + (needed >> 4) : needed);
        store(feature, larger);
        return larger;
    }

    private void store(int feature, int[] list) {
        int[][] all = lists;
        if (feature >= all.length) {
            all = Arrays.copyOf(all, Math.max(feature + 1, all.length + (all.length >> 1)));
        }
        all[feature] = list;
        lists = all;
        setFilled(feature, list != null);
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
