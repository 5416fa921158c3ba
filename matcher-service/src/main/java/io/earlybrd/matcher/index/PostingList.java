package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * Alerts in one array. What a job looks at first stands side by side: of each alert its {@link Sieve}, by which most are passed over. Only
 * of the others it looks at the choice, a sieve too, and the link beside it; and only of those that it passes as well it follows the link
 * to their record: a head, with the slot of the alert and the length of its code, and the code. An alert that asks for nothing but its
 * sieves has no record; its link is the complement of its slot.
 *
 * <p>The array holds {@link #USED} ints of it, the number of alerts, for how many there is room, then that many sieves, that many pairs of
 * choice and link, and the records. Changes are made in place where there is room. A reader beside the writer may read nonsense or run
 * over the end of an array, but always comes to an end; it has to find out, as {@link AlertIndex} does, that there was a change.
 */
final class PostingList {

    /** Says in place of a record that an alert is not there. */
    static final int ABSENT = -1;

    private static final int USED = 0;
    private static final int SIZE = 1;
    private static final int ROOM = 2;
    private static final int SIEVES = 3;

    /** A choice and the link behind it. */
    private static final int PAIR = 2;

    private static final int LINK = 1;

    /** What each alert takes besides its record. */
    private static final int WIDTH = 1 + PAIR;

    /** Of a head; the others are the slot's, which is below 2^26. */
    private static final int LENGTH_BITS = 6;

    /** Says that the length is in the int behind the head. */
    private static final int LONG = (1 << LENGTH_BITS) - 1;

    /** What is longer gets a 64th of its length to spare, and gives back more than a 16th. */
    private static final int SHORT = 64;

    static final int[] EMPTY = {SIEVES, 0, 0};

    private PostingList() {}

    /** How many alerts a list has. */
    static int size(int[] list) {
        return list[SIZE];
    }

    /** The sieve of an alert, which are numbered from 0. */
    static int sieve(int[] list, int alert) {
        return list[SIEVES + alert];
    }

    /** Its choice. */
    static int choice(int[] list, int alert) {
        return list[pair(list, alert)];
    }

    /** Where the record of an alert stands; the complement of its slot if it has none. */
    static int record(int[] list, int alert) {
        int link = list[pair(list, alert) + LINK];
        return link < 0 ? link : records(list) + link;
    }

    /** Where the code of the record at {@code at} begins. */
    static int code(int[] list, int at) {
        return (list[at] & LONG) == LONG ? at + 2 : at + 1;
    }

    /** Where the record at {@code at} ends. */
    static int end(int[] list, int at) {
        int length = list[at] & LONG;
        return length == LONG ? at + 2 + list[at + 1] : at + 1 + length;
    }

    /** The slot of the alert with this {@link #record}. */
    static int slot(int[] list, int record) {
        return record < 0 ? ~record : list[record] >>> LENGTH_BITS;
    }

    /** The code of an alert, copied. */
    private static int[] codeOf(int[] list, int alert) {
        int record = record(list, alert);
        return record < 0 ? new int[0] : Arrays.copyOfRange(list, code(list, record), end(list, record));
    }

    /** The features that an alert in the list of one of them is filed under. */
    static int[] features(int feature, int[] list, int alert) {
        return Filing.features(feature, codeOf(list, alert));
    }

    /** How it is filed. */
    static Filing filing(int feature, int[] list, int alert) {
        return new Filing(features(feature, list, alert), sieve(list, alert), choice(list, alert), codeOf(list, alert));
    }

    /** The number of the alert with this slot in a list, or {@link #ABSENT}. */
    static int find(int[] list, int slot) {
        for (int alert = 0; alert < size(list); alert++) {
            if (slot(list, record(list, alert)) == slot) {
                return alert;
            }
        }
        return ABSENT;
    }

    /** A list with one more alert, as it is filed: the same array, or a larger one. */
    static int[] with(int[] list, int slot, Filing filing) {
        int[] code = filing.code();
        int length = recordLength(code);
        int[] roomy = withRoom(list, length);
        int alert = roomy[SIZE]++;
        roomy[SIEVES + alert] = filing.sieve();
        int pair = pair(roomy, alert);
        roomy[pair] = filing.choice();
        if (length == 0) {
            roomy[pair + LINK] = ~slot;
            return roomy;
        }
        int at = roomy[USED];
        roomy[pair + LINK] = at - records(roomy);
        roomy[at++] = slot << LENGTH_BITS | Math.min(code.length, LONG);
        if (code.length >= LONG) {
            roomy[at++] = code.length;
        }
        System.arraycopy(code, 0, roomy, at, code.length);
        roomy[USED] = at + code.length;
        return roomy;
    }

    /** A list without one of its alerts, whose number the last one takes: the same array, or a smaller one. */
    static int[] without(int[] list, int alert) {
        int record = record(list, alert);
        if (record >= 0) {
            removeRecord(list, record);
        }
        int last = --list[SIZE];
        list[SIEVES + alert] = list[SIEVES + last];
        System.arraycopy(list, pair(list, last), list, pair(list, alert), PAIR);
        if (last == 0) {
            return EMPTY;
        }
        boolean wasteful = list.length > SHORT && unused(list) > list.length >> 4;
        return wasteful ? copy(list, last + spare(last), spare(list[USED] - records(list))) : list;
    }

    private static void removeRecord(int[] list, int record) {
        int end = end(list, record);
        System.arraycopy(list, end, list, record, list[USED] - end);
        list[USED] -= end - record;
        for (int alert = 0; alert < size(list); alert++) {
            int link = pair(list, alert) + LINK;
            if (list[link] >= end - records(list)) {
                list[link] -= end - record;
            }
        }
    }

    private static int recordLength(int[] code) {
        return code.length == 0 ? 0 : code.length < LONG ? 1 + code.length : 2 + code.length;
    }

    private static int pair(int[] list, int alert) {
        return SIEVES + list[ROOM] + alert * PAIR;
    }

    private static int records(int[] list) {
        return SIEVES + list[ROOM] * WIDTH;
    }

    private static int unused(int[] list) {
        return list.length - list[USED] + (list[ROOM] - list[SIZE]) * WIDTH;
    }

    /** How much is kept ready beside so much; nothing beside little, since most lists are short and stay so. */
    private static int spare(int length) {
        return length > SHORT ? length >> 6 : 0;
    }

    /** The list, with room for one more alert and its record. */
    private static int[] withRoom(int[] list, int recordLength) {
        int size = size(list);
        if (size < list[ROOM] && list[USED] + recordLength <= list.length) {
            return list;
        }
        int room = size < list[ROOM] ? list[ROOM] : size + 1 + spare(size);
        return copy(list, room, recordLength + spare(list[USED] - records(list)));
    }

    /** A copy with room for so many alerts, and so many ints to spare for their records. */
    private static int[] copy(int[] list, int room, int spare) {
        int size = size(list);
        int records = list[USED] - records(list);
        int[] copy = new int[SIEVES + room * WIDTH + records + spare];
        copy[SIZE] = size;
        copy[ROOM] = room;
        copy[USED] = records(copy) + records;
        System.arraycopy(list, SIEVES, copy, SIEVES, size);
        System.arraycopy(list, pair(list, 0), copy, pair(copy, 0), size * PAIR);
        System.arraycopy(list, records(list), copy, records(copy), records);
        return copy;
    }
}
