package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * Alerts in one array. What a job looks at first stands side by side: of each alert its {@link Sieve}, by which most are passed over. Only
 * of the others it looks at the {@link Choice} and the link beside it; and only of those that it passes as well it follows the link, which
 * says where their record is, and its {@link Shape}. An alert that asks for no more has no record; its link is the complement of its
 * {@link AlertTexts text}, by which it is known.
 *
 * <p>A record holds the text, the length of the code where the shape does not say it, the code, with {@link Marks#marked marks} for its
 * parts if it is plain, and if the alert is filed under several features their number and them.
 *
 * <p>The array holds {@link #USED} ints of it, the number of alerts, for how many there is room, then that many sieves, that many rows of
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
    private static final int ROW = 3;

    private static final int LINK = 2;

    /** What each alert takes besides its record. */
    private static final int WIDTH = 1 + ROW;

    /** Of all records of a list, together: the other bits of a link say where a record begins, behind the beginning of all. */
    private static final int MOST_INTS = 1 << 31 - Shape.BITS;

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
    static long choice(int[] list, int alert) {
        return Choice.joined(lowerChoice(list, alert), upperChoice(list, alert));
    }

    /** Of its choice the first int. */
    static int lowerChoice(int[] list, int alert) {
        return list[row(list, alert)];
    }

    /** And the second. */
    static int upperChoice(int[] list, int alert) {
        return list[row(list, alert) + 1];
    }

    /** Its link; negative if it has no record. */
    static int link(int[] list, int alert) {
        return list[row(list, alert) + LINK];
    }

    /** The text of the alert with this link. */
    static int text(int[] list, int link) {
        return link < 0 ? text(link) : list[record(list, link)];
    }

    /** The text of an alert that has no record. */
    static int text(int link) {
        return ~link;
    }

    /** Where the record with this link begins: with the text of the alert. */
    static int record(int[] list, int link) {
        return records(list) + (link >>> Shape.BITS);
    }

    /** The shape of the record with this link. */
    static int shape(int link) {
        return link & Shape.COUNT - 1;
    }

    /** Where the code of a record begins. */
    static int code(int record, int shape) {
        return record + (Shape.isPlain(shape) ? 1 : 2);
    }

    /** Where it ends. */
    static int endOfCode(int[] list, int record, int shape) {
        return Shape.isPlain(shape) ? record + 1 + Shape.length(shape) : record + 2 + list[record + 1];
    }

    /** The code of an alert, copied. */
    private static int[] codeOf(int[] list, int alert) {
        int link = link(list, alert);
        if (link < 0) {
            return new int[0];
        }
        int shape = shape(link);
        int record = record(list, link);
        int[] code = Arrays.copyOfRange(list, code(record, shape), endOfCode(list, record, shape));
        if (Shape.isPlain(shape)) {
            Arrays.setAll(code, i -> Marks.unmarked(code[i]));
        }
        return code;
    }

    /** The features that an alert in the list of one of them is filed under. */
    static int[] features(int feature, int[] list, int alert) {
        int link = link(list, alert);
        if (link < 0 || !Shape.hasFeatures(shape(link))) {
            return new int[] {feature};
        }
        return Arrays.copyOfRange(list, endOfCode(list, record(list, link), shape(link)) + 1, end(list, link));
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
        int shape = Shape.of(filing);
        int length = recordLength(filing, shape);
        int[] roomy = withRoom(list, 1, length);
        int at = roomy[USED];
        if (shape == Shape.NO_RECORD) {
            add(roomy, filing.sieve(), filing.choice(), ~text);
            return roomy;
        }
        add(roomy, filing.sieve(), filing.choice(), at - records(roomy) << Shape.BITS | shape);
        roomy[at++] = text;
        if (Shape.isPlain(shape)) {
            for (int part : filing.code()) {
                roomy[at++] = Marks.marked(part);
            }
        } else {
            roomy[at++] = filing.code().length;
            at = append(filing.code(), roomy, at);
        }
        if (Shape.hasFeatures(shape)) {
            roomy[at++] = filing.features().length;
            at = append(filing.features(), roomy, at);
        }
        roomy[USED] = at;
        return roomy;
    }

    /** The same with an alert of another list, as it is filed there. */
    static int[] with(int[] list, int[] other, int alert) {
        int link = link(other, alert);
        int length = recordLength(other, alert);
        int[] roomy = withRoom(list, 1, length);
        int at = roomy[USED];
        if (length == 0) {
            add(roomy, sieve(other, alert), choice(other, alert), link);
            return roomy;
        }
        add(roomy, sieve(other, alert), choice(other, alert), at - records(roomy) << Shape.BITS | shape(link));
        System.arraycopy(other, record(other, link), roomy, at, length);
        roomy[USED] = at + length;
        return roomy;
    }

    private static void add(int[] roomy, int sieve, long choice, int link) {
        int alert = roomy[SIZE]++;
        roomy[SIEVES + alert] = sieve;
        int row = row(roomy, alert);
        roomy[row] = Choice.lower(choice);
        roomy[row + 1] = Choice.upper(choice);
        roomy[row + LINK] = link;
    }

    /** Where what is appended ends. */
    private static int append(int[] ints, int[] roomy, int at) {
        System.arraycopy(ints, 0, roomy, at, ints.length);
        return at + ints.length;
    }

    /** Reads what stands where the next alert will be written. */
    static int touchEnds(int[] list) {
        int size = size(list);
        return near(list, SIEVES + size) + near(list, row(list, size)) + near(list, list[USED]);
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
        System.arraycopy(list, row(list, last), list, row(list, alert), ROW);
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
            int other = row(list, alert) + LINK;
            if (list[other] > link) {
                list[other] -= end - record << Shape.BITS;
            }
        }
    }

    /** Where the record with this link ends. */
    private static int end(int[] list, int link) {
        int end = endOfCode(list, record(list, link), shape(link));
        return Shape.hasFeatures(shape(link)) ? end + 1 + list[end] : end;
    }

    /** How many ints the record of an alert takes. */
    static int recordLength(int[] list, int alert) {
        int link = link(list, alert);
        return link < 0 ? 0 : end(list, link) - record(list, link);
    }

    /** How many ints the record of an alert takes that is filed so. */
    static int recordLength(Filing filing) {
        return recordLength(filing, Shape.of(filing));
    }

    private static int recordLength(Filing filing, int shape) {
        if (shape == Shape.NO_RECORD) {
            return 0;
        }
        int features = Shape.hasFeatures(shape) ? 1 + filing.features().length : 0;
        return code(0, shape) + filing.code().length + features;
    }

    private static int row(int[] list, int alert) {
        return SIEVES + list[ROOM] + alert * ROW;
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
        if (list[USED] - records(list) + recordLengths > MOST_INTS) {
            throw new IllegalStateException("more alerts filed under one feature than a list takes");
        }
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
        System.arraycopy(list, row(list, 0), copy, row(copy, 0), size * ROW);
        System.arraycopy(list, records(list), copy, records(copy), records);
        return copy;
    }
}
