package io.earlybrd.matcher.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Alerts in lists by number, each with its code behind it in the same array, so that a job reads what it needs to know of a candidate
 * without a detour. A record is a head, with the slot of the alert and the length of the code, and the code. A removed record stays, marked
 * as dead, until a quarter of its list is.
 *
 * <p>One thread writes. A reader beside it sees each record whole or not at all.
 */
final class Postings {

    /** Slots are below this number; it marks a dead record. */
    static final int DEAD = (1 << 26) - 1;

    /** A list's first int says where it ends, its second how many ints are dead. */
    static final int FIRST = 2;

    private static final int LENGTH_BITS = 6;
    /** Says that the length is in the int behind the head. */
    private static final int LONG = (1 << LENGTH_BITS) - 1;

    private static final int NEVER_COMPACTED = 64;
    private static final int[] EMPTY = {FIRST, 0};
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    private volatile int[][] lists = new int[0][];

    /** A list; never null. */
    int[] list(int number) {
        int[][] all = lists;
        int[] list = number < all.length ? all[number] : null;
        return list == null ? EMPTY : list;
    }

    /** Whether a list has no records. */
    boolean isEmpty(int number) {
        return list(number) == EMPTY;
    }

    /** How many lists there may be: each number is below. */
    int size() {
        return lists.length;
    }

    /** Where a list ends: what stands before is complete. */
    static int end(int[] list) {
        return (int) INTS.getAcquire(list, 0);
    }

    /** Where the code of the record at {@code at} begins. */
    static int code(int[] list, int at) {
        return (list[at] & LONG) == LONG ? at + 2 : at + 1;
    }

    /** Where the record at {@code at} ends and the next begins. */
    static int next(int[] list, int at) {
        int length = list[at] & LONG;
        return length == LONG ? at + 2 + list[at + 1] : at + 1 + length;
    }

    /** The slot of the record at {@code at}, or {@link #DEAD}. */
    static int slot(int[] list, int at) {
        return list[at] >>> LENGTH_BITS;
    }

    void add(int number, int slot, int[] code) {
        int[] list = list(number);
        int end = list[0];
        int needed = code.length + (code.length < LONG ? 1 : 2);
        if (end + needed > list.length) {
            // Most lists are short and stay so: the first record gets no room to spare.
            list = Arrays.copyOf(list, list == EMPTY ? end + needed : end + needed + (end >> 2));
            store(number, list);
        }
        int at = end;
        list[at++] = slot << LENGTH_BITS | Math.min(code.length, LONG);
        if (code.length >= LONG) {
            list[at++] = code.length;
        }
        System.arraycopy(code, 0, list, at, code.length);
        INTS.setRelease(list, 0, end + needed);
    }

    /** Removes the record of a slot from a list; its code, or null if it is not there. */
    int[] remove(int number, int slot) {
        int[] list = list(number);
        for (int at = FIRST; at < list[0]; at = next(list, at)) {
            if (slot(list, at) == slot) {
                int[] code = Arrays.copyOfRange(list, code(list, at), next(list, at));
                list[1] += next(list, at) - at;
                INTS.setRelease(list, at, DEAD << LENGTH_BITS | list[at] & LONG);
                compact(number, list);
                return code;
            }
        }
        return null;
    }

    private void compact(int number, int[] list) {
        int live = list[0] - FIRST - list[1];
        if (live == 0) {
            store(number, null);
        } else if (list[0] > NEVER_COMPACTED && list[1] > list[0] >> 2) {
            int[] compacted = new int[FIRST + live];
            int end = FIRST;
            for (int at = FIRST; at < list[0]; at = next(list, at)) {
                if (slot(list, at) != DEAD) {
                    int length = next(list, at) - at;
                    System.arraycopy(list, at, compacted, end, length);
                    end += length;
                }
            }
            compacted[0] = end;
            store(number, compacted);
        }
    }

    private void store(int number, int[] list) {
        int[][] all = lists;
        if (number >= all.length) {
            all = Arrays.copyOf(all, Math.max(number + 1, all.length + (all.length >> 1)));
        }
        all[number] = list;
        lists = all;
    }
}
