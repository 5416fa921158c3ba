package io.earlybrd.matcher.place;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.earlybrd.events.Place;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The places of a job, looked up once so that many wishes are compared with them quickly: sorted numbers, no names.
 *
 * <p><b>The rule.</b> A wish is met ({@link Fit#YES}) by a place that lies in the wished one: San Francisco meets United States,
 * California and Bay Area. A group of countries is each of its countries: Europe meets Germany. It is {@link Fit#UNKNOWN} if the job
 * may be there: the place may stand for one in the wished one ("Springfield"), the wished place lies in it (Germany, for Berlin), it
 * is a name that we do not know, or the job names no place at all. Everything else is {@link Fit#NO}.
 *
 * <p>A job that can be done remotely meets a wish within a place that it is open to ("Remote - US", for Austin), unless it is
 * excluded ("Remote, except California"); and any wish if it says anywhere, or remote and no place. Where remote stands beside offices
 * it is open to their countries, and beyond them unknown. A remote job in a city is unknown for the rest of its country.
 */
public final class JobPlaces {

    /** Places that are read; a wish that none of these meets is then unknown rather than not met. */
    static final int MAX_PLACES = 1_000;

    /** Likewise for the characters of all of them. */
    private static final int MAX_CHARACTERS = 50_000;

    /** Of what a job states, the lowest bits are flags. */
    static final int FLAGS = 2;

    /** The source says where one may work remotely from. */
    static final int REMOTE = 1;

    /** It may be anywhere in it. */
    static final int WIDE = 2;

    /** Places that are kept ready, since most jobs are where others are. */
    private static final Cache<List<Place>, JobPlaces> KEPT = Caffeine.newBuilder()
            .maximumWeight(1 << 18)
            .weigher(JobPlaces::weight)
            // What is to be done after some reads takes less than to wake another thread for it.
            .executor(Runnable::run)
            .build();

    /** What the places of a job take beside their texts, in characters. */
    private static final int WEIGHT = 200;

    /** All that the job surely lies in, and all that it may lie in. */
    private final PlaceSet within;

    private final PlaceSet perhaps;
    /** Those of the places from which one may work remotely. */
    private final PlaceSet remoteWithin;

    /** What it states, shifted by {@link #FLAGS}. */
    private final int[] stated;

    /** Countries of the cities that it states. */
    private final PlaceSet countries;

    private final PlaceSet remoteCountries;
    private final PlaceSet excluded;
    private final long[] names;
    private final boolean saysRemote;
    private final boolean onlyRemote;
    private final boolean remoteSomewhere;
    private final boolean remoteAnywhere;
    /** Whether it names a place that we do not know, or more than was read. */
    private final boolean unknown;

    private final boolean nowhere;

    private JobPlaces(PlaceCollector collector, boolean onlyRemote, boolean unread) {
        within = collector.within.set();
        perhaps = collector.perhaps.set();
        remoteWithin = collector.remoteWithin.set();
        stated = collector.stated.sorted();
        countries = collector.countries.set();
        remoteCountries = collector.remoteCountries.set();
        excluded = collector.excluded.set();
        names = collector.names();
        saysRemote = collector.saysRemote;
        remoteSomewhere = collector.remoteSomewhere;
        remoteAnywhere = collector.remoteAnywhere;
        this.onlyRemote = onlyRemote && !unread;
        unknown = unread || collector.unknown;
        nowhere = within.isEmpty() && perhaps.isEmpty();
    }

    private JobPlaces(ByteBuffer written) {
        int said = written.getInt();
        saysRemote = (said & 1) != 0;
        onlyRemote = (said & 2) != 0;
        remoteSomewhere = (said & 4) != 0;
        remoteAnywhere = (said & 8) != 0;
        unknown = (said & 16) != 0;
        stated = ints(written);
        within = new PlaceSet(ints(written));
        perhaps = new PlaceSet(ints(written));
        remoteWithin = new PlaceSet(ints(written));
        countries = new PlaceSet(ints(written));
        remoteCountries = new PlaceSet(ints(written));
        excluded = new PlaceSet(ints(written));
        names = new long[written.remaining() / Long.BYTES];
        for (int i = 0; i < names.length; i++) {
            names[i] = written.getLong();
        }
        nowhere = within.isEmpty() && perhaps.isEmpty();
    }

    /** Looks up the places of a job. */
    public static JobPlaces of(List<Place> places) {
        return KEPT.get(places, JobPlaces::read);
    }

    /** What {@link #write} has written: places that are equal, without looking them up. */
    public static JobPlaces read(ByteBuffer written) {
        return new JobPlaces(written);
    }

    /** As bytes, of which equal places have the same. They hold for this process: another one may number places otherwise. */
    public byte[] write() {
        List<int[]> places = Stream.concat(
                        Stream.of(stated),
                        Stream.of(within, perhaps, remoteWithin, countries, remoteCountries, excluded)
                                .map(PlaceSet::sorted))
                .toList();
        int ints = 1 + places.stream().mapToInt(some -> 1 + some.length).sum();
        ByteBuffer written = ByteBuffer.allocate(ints * Integer.BYTES + names.length * Long.BYTES);
        written.putInt((saysRemote ? 1 : 0)
                | (onlyRemote ? 2 : 0)
                | (remoteSomewhere ? 4 : 0)
                | (remoteAnywhere ? 8 : 0)
                | (unknown ? 16 : 0));
        for (int[] some : places) {
            written.putInt(some.length);
            Arrays.stream(some).forEach(written::putInt);
        }
        Arrays.stream(names).forEach(written::putLong);
        return written.array();
    }

    private static int[] ints(ByteBuffer written) {
        int length = written.getInt();
        if (length == 0) {
            return Ids.NONE;
        }
        int[] ints = new int[length];
        for (int i = 0; i < length; i++) {
            ints[i] = written.getInt();
        }
        return ints;
    }

    private static int weight(List<Place> places, JobPlaces read) {
        return WEIGHT + places.stream().mapToInt(place -> place.text().length()).sum();
    }

    private static JobPlaces read(List<Place> places) {
        PlaceCollector collector = new PlaceCollector(Gazetteer.get());
        boolean onlyRemote = !places.isEmpty();
        boolean unread = false;
        int characters = 0;
        for (int i = 0; i < places.size(); i++) {
            characters += places.get(i).text().length();
            if (i == MAX_PLACES || i > 0 && characters > MAX_CHARACTERS) {
                unread = true;
                break;
            }
            onlyRemote &= collector.add(places.get(i));
        }
        return new JobPlaces(collector, onlyRemote, unread);
    }

    /** Whether one of them says that one can work from elsewhere. */
    public boolean saysRemote() {
        return saysRemote;
    }

    /** Whether each of them says that one works from elsewhere. */
    public boolean saysOnlyRemote() {
        return onlyRemote;
    }

    /**
     * Whether the job is where somebody wants to work.
     *
     * @param remote whether the job can be done remotely and the subscriber would
     */
    public Fit fit(PlaceWish wish, boolean remote) {
        if (wish.isOnlyRemote()) {
            return remote ? fitRemote(wish) : Fit.NO;
        }
        Fit office = fitOffice(wish);
        return remote && office != Fit.YES ? office.or(fitRemote(wish)) : office;
    }

    /** Equal if both meet every wish alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JobPlaces places
                && saysRemote == places.saysRemote
                && onlyRemote == places.onlyRemote
                && remoteSomewhere == places.remoteSomewhere
                && remoteAnywhere == places.remoteAnywhere
                && unknown == places.unknown
                && Arrays.equals(stated, places.stated)
                && within.equals(places.within)
                && perhaps.equals(places.perhaps)
                && remoteWithin.equals(places.remoteWithin)
                && countries.equals(places.countries)
                && remoteCountries.equals(places.remoteCountries)
                && excluded.equals(places.excluded)
                && Arrays.equals(names, places.names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(stated), Arrays.hashCode(names), saysRemote);
    }

    private Fit fitOffice(PlaceWish wish) {
        if (wish.sure().meets(within) || wish.isUnknownName() && hasName(wish.name())) {
            return Fit.YES;
        }
        if (wish.aroundSure().meets(excluded)) {
            return Fit.NO;
        }
        boolean maybe = unknown
                || nowhere
                || wish.isAnywhere()
                || isPerhapsWithin(wish)
                || hasName(wish.name())
                || hasName(wish.perhapsName())
                || states(wish.aroundSure(), WIDE)
                || states(wish.aroundPossible(), WIDE);
        return maybe ? Fit.UNKNOWN : Fit.NO;
    }

    /** If no place says remote, the job itself does, and is open to what its places say. */
    private Fit fitRemote(PlaceWish wish) {
        if (remoteAnywhere || wish.isAnywhere()) {
            return Fit.YES;
        }
        if (wish.aroundSure().meets(excluded)) {
            return Fit.NO;
        }
        int flags = saysRemote ? REMOTE : 0;
        boolean open = wish.sure().meets(saysRemote ? remoteWithin : within)
                || states(wish.aroundSure(), flags)
                || nowhere && !unknown && stated.length == 0
                || remoteSomewhere && wish.aroundSure().meets(countries);
        if (open) {
            return Fit.YES;
        }
        PlaceSet around = saysRemote ? remoteCountries : countries;
        boolean maybe = remoteSomewhere
                || unknown
                || wish.isUnknownPlace()
                || isPerhapsWithin(wish)
                || wish.aroundSure().meets(around)
                || wish.aroundPossible().meets(around)
                || states(wish.aroundPossible(), flags);
        return maybe ? Fit.UNKNOWN : Fit.NO;
    }

    private boolean isPerhapsWithin(PlaceWish wish) {
        return wish.sure().meets(perhaps)
                || wish.possible().meets(within)
                || wish.possible().meets(perhaps);
    }

    /** Whether it states one of these with all of the flags. */
    private boolean states(PlaceSet places, int flags) {
        for (int one : stated) {
            if ((one & flags) == flags && places.has(one >> FLAGS)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasName(long name) {
        return names.length > 0 && Arrays.binarySearch(names, name) >= 0;
    }
}
