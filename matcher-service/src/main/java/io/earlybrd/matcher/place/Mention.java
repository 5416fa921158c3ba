package io.earlybrd.matcher.place;

import java.util.Arrays;
import java.util.List;

/** A name or code in a place's text, and the places that it may stand for. */
final class Mention {

    /** More bearers of one name than any has. */
    private static final int MAX_READINGS = 64;

    /** No one place. */
    static final int AMBIGUOUS = -1;

    /** A name stands for its most prominent bearer if that is so many times more prominent than the next. */
    private static final int PROMINENT = 2;

    /** Bearers that are so many times less prominent are not meant. */
    private static final int NEGLIGIBLE = 10;

    /** Points for a reading that lies in what another mention may be, or around it. */
    private static final int LINK = 4;

    private final Gazetteer gazetteer;
    private final int first;
    private final int length;
    private final int[] readings;
    private final long[] weights;
    private final boolean code;
    private final boolean excluded;
    private boolean linked;
    private boolean dropped;
    private int sure = AMBIGUOUS;
    private int[] possible = Ids.NONE;

    private Mention(
            Gazetteer gazetteer,
            int first,
            int length,
            int[] readings,
            long[] weights,
            boolean code,
            boolean excluded) {
        this.gazetteer = gazetteer;
        this.first = first;
        this.length = length;
        this.readings = readings;
        this.weights = weights;
        this.code = code;
        this.excluded = excluded;
    }

    /**
     * A mention of a name, a code, or what may be either.
     *
     * @param nameAt where the gazetteer's readings of it as a name begin, or {@link Gazetteer#NONE}
     * @param codeAt likewise as a code
     */
    static Mention of(Gazetteer gazetteer, int first, int length, int nameAt, int codeAt, boolean excluded) {
        int size = Math.min(gazetteer.readingCount(nameAt) + gazetteer.readingCount(codeAt), MAX_READINGS);
        int[] readings = new int[size];
        long[] weights = new long[size];
        int count = 0;
        for (int at = nameAt; at != Gazetteer.NONE && count < size; at = gazetteer.next(at)) {
            int place = gazetteer.reading(at);
            count = add(place, gazetteer.weight(place), readings, weights, count);
        }
        for (int at = codeAt; at != Gazetteer.NONE && count < size; at = gazetteer.next(at)) {
            int place = gazetteer.reading(at);
            count = add(place, gazetteer.codeWeight(place), readings, weights, count);
        }
        boolean all = count == size;
        return new Mention(
                gazetteer,
                first,
                length,
                all ? readings : Arrays.copyOf(readings, count),
                all ? weights : Arrays.copyOf(weights, count),
                codeAt != Gazetteer.NONE,
                excluded);
    }

    /** A country that is known from elsewhere. */
    static Mention ofKnown(Gazetteer gazetteer, int country) {
        return new Mention(gazetteer, 0, 0, new int[] {country}, new long[] {gazetteer.weight(country)}, false, false);
    }

    private static int add(int place, long weight, int[] readings, long[] weights, int size) {
        for (int i = 0; i < size; i++) {
            if (readings[i] == place) {
                weights[i] = Math.max(weights[i], weight);
                return size;
            }
        }
        readings[size] = place;
        weights[size] = weight;
        return size + 1;
    }

    int first() {
        return first;
    }

    int end() {
        return first + length;
    }

    int length() {
        return length;
    }

    boolean isExcluded() {
        return excluded;
    }

    /** Whether it turned out to be none of the places that we know. */
    boolean isDropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
    }

    /** The place that it stands for, or {@link #AMBIGUOUS}. */
    int sure() {
        return sure;
    }

    /** The places that it may stand for, the sure one among them. */
    int[] possible() {
        return possible;
    }

    /** Chooses among the readings by what else is mentioned. */
    void choose(List<Mention> others) {
        int best = 0;
        int[] scores = new int[readings.length];
        if (others.size() > 1) {
            boolean country = isNameOfCountry();
            for (int i = 0; i < readings.length; i++) {
                boolean regionOnly = country && gazetteer.isCity(readings[i]);
                for (int j = 0; j < others.size(); j++) {
                    if (others.get(j) != this) {
                        scores[i] += linkTo(others.get(j), readings[i], regionOnly);
                    }
                }
                best = Math.max(best, scores[i]);
            }
        }
        choose(scores, best);
        linked = best > 0;
    }

    private void choose(int[] scores, int best) {
        int top = -1;
        for (int i = 0; i < readings.length; i++) {
            if (scores[i] == best && (top < 0 || weights[i] > weights[top])) {
                top = i;
            }
        }
        boolean prominent = true;
        int size = 0;
        int[] kept = new int[readings.length];
        for (int i = 0; i < readings.length; i++) {
            if (scores[i] == best && weights[i] * NEGLIGIBLE >= weights[top]) {
                kept[size++] = readings[i];
                prominent &= i == top || weights[i] * PROMINENT <= weights[top];
            }
        }
        sure = prominent ? readings[top] : AMBIGUOUS;
        possible = size == kept.length ? kept : Arrays.copyOf(kept, size);
    }

    private int linkTo(Mention other, int reading, boolean regionOnly) {
        int best = 0;
        for (int i = 0; i < other.readings.length && best <= LINK; i++) {
            int place = other.readings[i];
            boolean counts = !regionOnly || gazetteer.isRegion(place);
            if (counts && (gazetteer.isWithin(reading, place) || gazetteer.isWithin(place, reading))) {
                best = Math.max(best, other.isMostProminent(i) ? LINK + 1 : LINK);
            }
        }
        return best;
    }

    /** "Brazil, US" are two countries; only "Brazil, Indiana" is the town. */
    private boolean isNameOfCountry() {
        for (int reading : readings) {
            if (gazetteer.isCountry(reading)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMostProminent(int index) {
        for (long weight : weights) {
            if (weight > weights[index]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can only be a city. */
    boolean isCity() {
        for (int place : possible) {
            if (!gazetteer.isCity(place)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can only be a city, and nothing that is mentioned goes with it. */
    boolean isBareCity() {
        return !linked && isCity();
    }

    /** Whether it may be a code, and nothing that is mentioned goes with it. */
    boolean isBareCode() {
        return code && !linked;
    }

    /** Whether it can only be a region or country. */
    boolean isRegionOrCountry() {
        for (int place : possible) {
            if (!gazetteer.isRegion(place) && !gazetteer.isCountry(place)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the other says more exactly where it is. */
    boolean contains(Mention other) {
        for (int outer : meant()) {
            for (int inner : other.meant()) {
                if (inner != outer && gazetteer.isWithin(inner, outer)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int[] meant() {
        return sure == AMBIGUOUS || possible.length == 1 ? possible : new int[] {sure};
    }
}
