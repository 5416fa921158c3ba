package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * Alerts in one array. What a job looks at first stands side by side: of each alert its {@link Sieve}, by which most are passed over. Only
 * of the others it looks at the choice, a sieve too, and the link beside it; and only of those that it passes as well it follows the link,
 * which says where their record is and how long: the {@link AlertTexts text} of the alert, by which it is known, and its code. An alert that
 * asks for nothing but its sieves has no record; its link is the complement of its text.
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

    /** Of a link; the others say where the record begins, behind the beginning of all. */
    private static final int LENGTH_BITS = 5;

    /** Says that the length of the code is in the int behind the text. */
    private static final int LONG = (1 << LENGTH_BITS) - 1;

    /** Of all records of a list, together. */
    private static final int MOST_INTS = 1 << 31 - LENGTH_BITS;

    /**
     * What is longer grows by a 16th of its length, since a copy of a long list takes as long as to add some alerts. When more than that is
     * unused it gives back all but a 64th.
     */
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

    /** Its link; negative if it has no record. */
    static int link(int[] list, int alert) {
        return list[pair(list, alert) + LINK];
    }

    /** The text of the alert with this link. */
    static int text(int[] list, int link) {
        return link < 0 ? text(link) : list[record(list, link)];
    }

    /** The text of an alert that has no record. */
    static int text(int link) {
        return ~link;
    }

    /** Where the code of the record with this link begins. */
    static int code(int[] list, int link) {
        return record(list, link) + (isLong(link) ? 2 : 1);
    }

    /** Where it ends, and the record. */
    static int end(int[] list, int link) {
        return code(list, link) + (isLong(link) ? list[record(list, link) + 1] : link & LONG);
    }

    /** Where the record with this link begins. */
    private static int record(int[] list, int link) {
        return records(list) + (link >>> LENGTH_BITS);
    }

    private static boolean isLong(int link) {
        return (link & LONG) == LONG;
    }

    /** The code of an alert, copied. */
    private static int[] codeOf(int[] list, int alert) {
        int link = link(list, alert);
        return link < 0 ? new int[0] : Arrays.copyOfRange(list, code(list, link), end(list, link));
    }

    /** The features that an alert in the list of one of them is filed under. */
    static int[] features(int feature, int[] list, int alert) {
        return Filing.features(feature, codeOf(list, alert));
    }

    /** How it is filed. */
    static Filing filing(int feature, int[] list, int alert) {
        return new Filing(features(feature, list, alert), sieve(list, alert), choice(list, alert), codeOf(list, alert));
    }

    /** The number of the alert with this text in a list, or {@link #ABSENT}. */
    static int find(int[] list, int text) {
        for (int alert = 0; alert < size(list); alert++) {
            if (text(list, link(list, alert)) == text) {
                return alert;
            }
        }
        return ABSENT;
    }

    /**
     * A list with one more alert, as it is filed: the same array, or a larger one.
     *
     * @throws IllegalStateException if it would be longer than links can say
     */
    static int[] with(int[] list, int text, Filing filing) {
        return with(list, text, filing.sieve(), filing.choice(), filing.code(), 0, filing.code().length);
    }

    /** The same with an alert of another list, as it is filed there. */
    static int[] with(int[] list, int[] other, int alert) {
        int link = link(other, alert);
        int code = link < 0 ? 0 : code(other, link);
        int length = link < 0 ? 0 : end(other, link) - code;
        return with(list, text(other, link), sieve(other, alert), choice(other, alert), other, code, length);
    }

    /** @param from where the alert's code begins in an array */
    private static int[] with(int[] list, int text, int sieve, int choice, int[] code, int from, int codeLength) {
        int length = recordLength(codeLength);
        if (list[USED] - records(list) + length > MOST_INTS) {
            throw new IllegalStateException("more alerts filed under one feature than a list takes");
        }
        int[] roomy = withRoom(list, 1, length);
        int alert = roomy[SIZE]++;
        roomy[SIEVES + alert] = sieve;
        int pair = pair(roomy, alert);
        roomy[pair] = choice;
        if (length == 0) {
            roomy[pair + LINK] = ~text;
            return roomy;
        }
        int at = roomy[USED];
        roomy[pair + LINK] = at - records(roomy) << LENGTH_BITS | Math.min(codeLength, LONG);
        roomy[at++] = text;
        if (codeLength >= LONG) {
            roomy[at++] = codeLength;
        }
        System.arraycopy(code, from, roomy, at, codeLength);
        roomy[USED] = at + codeLength;
        return roomy;
    }

    /** Reads what stands where the next alert will be written. */
    static int touchEnds(int[] list) {
        int size = size(list);
        return near(list, SIEVES + size) + near(list, pair(list, size)) + near(list, list[USED]);
    }

    private static int near(int[] list, int at) {
        return list[Math.max(0, Math.min(at, list.length - 1))];
    }

    /** A list without one of its alerts, whose number the last one takes: the same array, or a smaller one. */
    static int[] without(int[] list, int alert) {
        int link = link(list, alert);
        if (link >= 0) {
            removeRecord(list, link);
        }
        int last = --list[SIZE];
        list[SIEVES + alert] = list[SIEVES + last];
        System.arraycopy(list, pair(list, last), list, pair(list, alert), PAIR);
        if (last == 0) {
            return EMPTY;
        }
        boolean wasteful = list.length > SHORT && unused(list) > list.length >> 4;
        return wasteful ? copy(list, last + (last >> 6), list[USED] - records(list) >> 6) : list;
    }

    private static void removeRecord(int[] list, int link) {
        int record = record(list, link);
        int end = end(list, link);
        System.arraycopy(list, end, list, record, list[USED] - end);
        list[USED] -= end - record;
        for (int alert = 0; alert < size(list); alert++) {
            int other = pair(list, alert) + LINK;
            if (list[other] > link) {
                list[other] -= end - record << LENGTH_BITS;
            }
        }
    }

    /** How many ints the record of an alert takes. */
    static int recordLength(int[] list, int alert) {
        int link = link(list, alert);
        return link < 0 ? 0 : end(list, link) - record(list, link);
    }

    /** How many ints a record with so many of code takes. */
    static int recordLength(int codeLength) {
        return codeLength == 0 ? 0 : codeLength < LONG ? 1 + codeLength : 2 + codeLength;
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
        return length > SHORT ? length >> 4 : 0;
    }

    /** A list with room for so many more alerts and so many ints of their records, and some to spare: the same array, or a larger one. */
    static int[] withRoom(int[] list, int alerts, int recordLengths) {
        int size = size(list) + alerts;
        if (size <= list[ROOM] && list[USED] + recordLengths <= list.length) {
            return list;
        }
        int room = size <= list[ROOM] ? list[ROOM] : size + spare(size);
        return copy(list, room, recordLengths + spare(list[USED] - records(list) + recordLengths));
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
