package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Where the {@link AlertTexts text} of each alert is, by its id, in about 11 bytes. Of an id there is only a hash here; where two might be of
 * the same, the id is read from the text. One thread writes. A reader beside it may find something else than is there, but always comes to an
 * end; it has to find out, as {@link AlertIndex} does, that there was a change.
 */
final class AlertTable {

    static final int ABSENT = -1;

    private static final long FREE = 0;

    private static final int SEGMENT_BITS = 8;

    /** Places that a segment gets beside a quarter more than it had. */
    private static final int FIRST_PLACES = 8;

    private final IntFunction<UUID> ids;

    /**
     * By the upper bits of the hash, so that no more than a part of all is moved when there is no room. Each has entries in open addressing
     * with linear probing, and some free places: the hash above, the text and one below.
     */
    private final long[][] segments = new long[1 << SEGMENT_BITS][1];

    private final int[] sizes = new int[1 << SEGMENT_BITS];

    /** @param ids reads the id of an alert from one of its texts */
    AlertTable(IntFunction<UUID> ids) {
        this.ids = ids;
    }

    /** How many alerts there are. */
    int size() {
        return Arrays.stream(sizes).sum();
    }

    /** Whether an alert may be there; hardly ever says so of another, but beside the writer it may say anything, of one that is there too. */
    boolean mayHave(UUID alertId) {
        int hash = hash(alertId);
        long[] segment = segments[segment(hash)];
        return find(hash, home(hash, segment.length), segment) != ABSENT;
    }

    /**
     * The text of an alert, or {@link #ABSENT}.
     *
     * @param known one that is known to be of this alert, so that it need not be read
     */
    int textOf(UUID alertId, int known) {
        int hash = hash(alertId);
        long[] segment = segments[segment(hash)];
        int place = find(hash, home(hash, segment.length), segment);
        while (place != ABSENT) {
            int text = text(segment[place]);
            if (text == known || ids.apply(text).equals(alertId)) {
                return text;
            }
            place = find(hash, next(place, segment.length), segment);
        }
        return ABSENT;
    }

    /** Where an alert that is not there belongs, until the next change; {@link #ABSENT} if it may be there. */
    int placeForNew(UUID alertId) {
        int hash = hash(alertId);
        long[] segment = segmentWithRoom(segment(hash));
        int place = freeOrFound(hash, home(hash, segment.length), segment);
        return segment[place] == FREE ? place : ABSENT;
    }

    /** Puts an alert at its {@link #placeForNew}. */
    void putNew(UUID alertId, int place, int text) {
        int hash = hash(alertId);
        int number = segment(hash);
        segments[number][place] = entry(hash, text);
        sizes[number]++;
    }

    /** @param before the text of the alert until now, or {@link #ABSENT} */
    void put(UUID alertId, int before, int text) {
        int hash = hash(alertId);
        if (before == ABSENT) {
            putNew(alertId, place(hash, ABSENT, segmentWithRoom(segment(hash))), text);
        } else {
            long[] segment = segments[segment(hash)];
            segment[place(hash, before, segment)] = entry(hash, text);
        }
    }

    /** @param text of the alert, which is there */
    void remove(UUID alertId, int text) {
        int hash = hash(alertId);
        int number = segment(hash);
        long[] segment = segments[number];
        int gap = place(hash, text, segment);
        // What follows without a gap is found only without one: whatever belongs so far in front moves up.
        for (int place = next(gap, segment.length); segment[place] != FREE; place = next(place, segment.length)) {
            int home = home(hash(segment[place]), segment.length);
            if (distance(home, place, segment.length) >= distance(gap, place, segment.length)) {
                segment[gap] = segment[place];
                gap = place;
            }
        }
        segment[gap] = FREE;
        sizes[number]--;
    }

    /** The next place with this hash, or {@link #ABSENT}. */
    private static int find(int hash, int from, long[] segment) {
        int place = freeOrFound(hash, from, segment);
        return segment[place] == FREE ? ABSENT : place;
    }

    /** The next place with this hash, or the free one before it. */
    private static int freeOrFound(int hash, int from, long[] segment) {
        int place = from;
        while (segment[place] != FREE && hash(segment[place]) != hash) {
            place = next(place, segment.length);
        }
        return place;
    }

    /** A segment that has room for one more. */
    private long[] segmentWithRoom(int number) {
        if ((sizes[number] + 1) * 8L > segments[number].length * 7L) {
            segments[number] = larger(segments[number]);
        }
        return segments[number];
    }

    /** Where the entry with this text is, or the first free place for another. */
    private static int place(int hash, int text, long[] segment) {
        long entry = text == ABSENT ? FREE : entry(hash, text);
        int place = home(hash, segment.length);
        while (segment[place] != entry) {
            place = next(place, segment.length);
        }
        return place;
    }

    private static long[] larger(long[] segment) {
        long[] larger = new long[segment.length + (segment.length >> 2) + FIRST_PLACES];
        for (long entry : segment) {
            if (entry != FREE) {
                larger[place(hash(entry), ABSENT, larger)] = entry;
            }
        }
        return larger;
    }

    private static long entry(int hash, int text) {
        return (long) hash << 32 | text + 1 & 0xFFFFFFFFL;
    }

    private static int hash(long entry) {
        return (int) (entry >>> 32);
    }

    private static int text(long entry) {
        return (int) entry - 1;
    }

    private static int segment(int hash) {
        return hash >>> Integer.SIZE - SEGMENT_BITS;
    }

    /** Spreads the hashes of a segment over any number of places. */
    private static int home(int hash, int places) {
        return (int) ((hash << SEGMENT_BITS & 0xFFFFFFFFL) * places >>> 32);
    }

    private static int next(int place, int places) {
        return place + 1 == places ? 0 : place + 1;
    }

    private static int distance(int from, int to, int places) {
        return to >= from ? to - from : to - from + places;
    }

    private static int hash(UUID id) {
        long low = id.getLeastSignificantBits();
        long mixed = (id.getMostSignificantBits() ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L + low;
        return (int) (mixed * 0xD6E8FEB86659FD93L >>> 32);
    }
}
