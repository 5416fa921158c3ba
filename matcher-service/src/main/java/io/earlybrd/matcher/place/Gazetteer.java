package io.earlybrd.matcher.place;

/**
 * The places that we know, by number: cities of GeoNames with 5,000 inhabitants or more first, then countries, regions, groups of
 * countries and metros; and what each name stands for. Read once from the resources beside this class's package ({@link
 * GazetteerReader}); cities are © GeoNames, CC BY 4.0.
 *
 * <p>A city lies in the city that it is a part of, its metro, its region, its country and that country's groups. Everything is kept in
 * packed arrays: about 3 MB for 48,000 cities, without their names, which are kept as hashes ({@link PlaceWords}).
 */
final class Gazetteer {

    /** What a name stands for if it is no place: numbers beyond all places. */
    static final int REMOTE = 1 << 24;

    static final int ANYWHERE = REMOTE + 1;
    static final int EXCEPT = REMOTE + 2;
    static final int ONLY = REMOTE + 3;
    static final int AND = REMOTE + 4;
    static final int NOTHING = REMOTE + 5;

    /** No such name. */
    static final int NONE = -1;

    /** Longest name in words. */
    static final int LONGEST = 7;

    /** As prominent as a city of so many inhabitants is whatever is larger than a city. */
    static final int AREA_WEIGHT = 5_000_000;

    private static final int LAST = 1 << 31;
    private static final long CODE = 0x5DEECE66DL << 20;

    private final Cities cities;
    private final Areas areas;
    private final Names names;

    Gazetteer(Cities cities, Areas areas, Names names) {
        this.cities = cities;
        this.areas = areas;
        this.names = names;
    }

    /** The one that comes with this service. */
    static Gazetteer get() {
        return Holder.GAZETTEER;
    }

    /** Where the readings of a name begin; {@link #NONE} if nothing is called so. */
    int find(long name) {
        return names.find(name);
    }

    /** Where the readings of a code such as CA begin; {@link #NONE} if there are none. */
    int findCode(long word) {
        return names.find(code(word));
    }

    /** A place, or one of the constants of this class. */
    int reading(int at) {
        return names.readings[at] & ~LAST;
    }

    /** Where the name's next reading is; {@link #NONE} if there is none. */
    int next(int at) {
        return names.readings[at] < 0 ? NONE : at + 1;
    }

    /** How many readings begin there. */
    int readingCount(int at) {
        int count = 0;
        for (int one = at; one != NONE; one = next(one)) {
            count++;
        }
        return count;
    }

    boolean isCity(int place) {
        return place < cities.base.length;
    }

    boolean isCountry(int place) {
        return !isCity(place) && kind(place) == Areas.COUNTRY;
    }

    boolean isRegion(int place) {
        return !isCity(place) && kind(place) == Areas.REGION;
    }

    /** Whether it is a group of time zones rather than of countries. */
    boolean isHours(int place) {
        return !isCity(place) && kind(place) == Areas.HOURS;
    }

    /** The country of an ISO 3166 code of two letters, in whatever case; {@link #NONE} if it is none. */
    int country(String code) {
        int at = findCode(PlaceWords.name(code));
        while (at != NONE && !isCountry(reading(at))) {
            at = next(at);
        }
        return at == NONE ? NONE : reading(at);
    }

    /** The countries of a group; empty if it is none. */
    int[] members(int place) {
        return isCity(place) ? Ids.NONE : areas.members[place - cities.base.length];
    }

    /** The country, or the place itself if it lies in none: a group, or a metro over a border. */
    int countryOf(int place) {
        if (isCity(place)) {
            return areas.country[cities.base[place]];
        }
        return areas.country[place - cities.base.length];
    }

    /** Adds the place and all that it lies in. */
    void addAround(int place, Ids to) {
        if (!isCity(place)) {
            to.addAll(areas.around[place - cities.base.length]);
            return;
        }
        to.add(place);
        int whole = cities.partOf[place];
        if (whole >= 0) {
            to.add(whole);
            addMetro(whole, to);
        }
        addMetro(place, to);
        to.addAll(areas.around[cities.base[place]]);
    }

    /** Whether a place lies in another, or is it. */
    boolean isWithin(int inner, int outer) {
        if (inner == outer) {
            return true;
        }
        if (!isCity(inner)) {
            return holds(areas.around[inner - cities.base.length], outer);
        }
        if (isCity(outer)) {
            return cities.partOf[inner] == outer;
        }
        int whole = cities.partOf[inner];
        return holds(areas.around[cities.base[inner]], outer)
                || isMetro(inner, outer)
                || whole >= 0 && isMetro(whole, outer);
    }

    /** What the next larger area that we know is called: of a city its region or country, of a region its country. */
    String nameAround(int place) {
        return areas.name[isCity(place) ? cities.base[place] : countryOf(place) - cities.base.length];
    }

    /** How prominent a place is among those of one name: its inhabitants, roughly. */
    int weight(int place) {
        return isCity(place) ? cities.thousands[place] * 1_000 : AREA_WEIGHT;
    }

    /**
     * How prominent a place is among those of one code. In job ads CA is California before it is Canada; but Germany and India are at
     * least as likely as Delaware and Indiana.
     */
    int codeWeight(int place) {
        if (isCity(place)) {
            return 2 * AREA_WEIGHT;
        }
        return areas.codeWeight[place - cities.base.length];
    }

    private void addMetro(int city, Ids to) {
        if (cities.metro[city] > 0) {
            to.addAll(areas.around[areas.firstMetro + cities.metro[city] - 1]);
        }
    }

    private boolean isMetro(int city, int outer) {
        return cities.metro[city] > 0 && holds(areas.around[areas.firstMetro + cities.metro[city] - 1], outer);
    }

    private byte kind(int place) {
        return areas.kind[place - cities.base.length];
    }

    private static boolean holds(int[] places, int place) {
        for (int one : places) {
            if (one == place) {
                return true;
            }
        }
        return false;
    }

    static long code(long word) {
        return word ^ CODE;
    }

    /**
     * The cities, each array by number.
     *
     * @param base index of the area that it lies in: its region, or its country where we know no regions
     * @param metro number of its metro from 1, 0 if it is in none
     * @param partOf the city that it is a part of, -1 if of none
     * @param thousands inhabitants
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Cities(short[] base, byte[] metro, int[] partOf, short[] thousands) {}

    /**
     * Everything larger than a city, each array by the number less the number of cities.
     *
     * @param name in English, of countries and regions
     * @param around numbers of the area itself and of all that it lies in, ascending
     * @param members of a group
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Areas(
            byte[] kind,
            String[] name,
            int[][] around,
            int[][] members,
            int[] country,
            int[] codeWeight,
            int firstMetro) {

        static final byte COUNTRY = 0;
        static final byte REGION = 1;
        static final byte GROUP = 2;
        static final byte HOURS = 3;
        static final byte METRO = 4;
    }

    /** Readings by the hash of the name: an open table, and the readings one name after the other. */
    static final class Names {

        private final long[] keys;
        private final int[] starts;
        private final int[] readings;

        /** Takes {@code size} pairs of a name and a reading; readings of one name keep their order. */
        Names(long[] names, int[] places, int size) {
            int capacity = Integer.highestOneBit(Math.max(size, 1)) * 4;
            keys = new long[capacity];
            starts = new int[capacity];
            readings = new int[size];
            int[] counts = new int[capacity];
            for (int i = 0; i < size; i++) {
                int slot = slot(names[i]);
                keys[slot] = names[i];
                counts[slot]++;
            }
            int next = 0;
            for (int slot = 0; slot < capacity; slot++) {
                starts[slot] = next;
                next += counts[slot];
            }
            for (int i = size - 1; i >= 0; i--) {
                int slot = slot(names[i]);
                int at = starts[slot] + --counts[slot];
                boolean last = isEnd(at, slot);
                readings[at] = last ? places[i] | LAST : places[i];
            }
        }

        int find(long name) {
            int slot = slot(name);
            return keys[slot] == name ? starts[slot] : NONE;
        }

        /** Whether a slot's readings end at a position: the next used slot begins right behind it. */
        private boolean isEnd(int at, int slot) {
            int next = slot + 1;
            return at + 1 == (next < starts.length ? starts[next] : readings.length);
        }

        /** Where a name is, or would be; 0 marks a free slot and is no name's hash. */
        private int slot(long name) {
            int mask = keys.length - 1;
            int slot = (int) (name ^ name >>> 32) & mask;
            while (keys[slot] != 0 && keys[slot] != name) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }

    private static final class Holder {
        private static final Gazetteer GAZETTEER = GazetteerReader.read();
    }
}
