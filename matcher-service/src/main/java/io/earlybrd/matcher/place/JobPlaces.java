package io.earlybrd.matcher.place;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.earlybrd.events.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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

    private static final int FLAGS = 2;

    /** The source says where one may work remotely from. */
    private static final int REMOTE = 1;

    /** It may be anywhere in it. */
    private static final int WIDE = 2;

    private static final long[] NO_NAMES = {};

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

    private JobPlaces(Collector collector, boolean onlyRemote, boolean unread) {
        within = collector.within.set();
        perhaps = collector.perhaps.set();
        remoteWithin = collector.remoteWithin.set();
        stated = collector.stated.sorted();
        countries = collector.countries.set();
        remoteCountries = collector.remoteCountries.set();
        excluded = collector.excluded.set();
        names = Arrays.copyOf(collector.names, collector.nameCount);
        Arrays.sort(names);
        saysRemote = collector.saysRemote;
        remoteSomewhere = collector.remoteSomewhere;
        remoteAnywhere = collector.remoteAnywhere;
        this.onlyRemote = onlyRemote && !unread;
        unknown = unread || collector.unknown;
        nowhere = within.isEmpty() && perhaps.isEmpty();
    }

    /** Looks up the places of a job. */
    public static JobPlaces of(List<Place> places) {
        return KEPT.get(places, JobPlaces::read);
    }

    private static int weight(List<Place> places, JobPlaces read) {
        return WEIGHT + places.stream().mapToInt(place -> place.text().length()).sum();
    }

    private static JobPlaces read(List<Place> places) {
        Collector collector = new Collector(Gazetteer.get());
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

    /** Gathers what the places of one job state. */
    private static final class Collector {

        private final Gazetteer gazetteer;
        private final Ids within = new Ids();
        private final Ids perhaps = new Ids();
        private final Ids remoteWithin = new Ids();
        private final Ids stated = new Ids();
        private final Ids countries = new Ids();
        private final Ids remoteCountries = new Ids();
        private final Ids excluded = new Ids();
        private long[] names = NO_NAMES;
        private int nameCount;
        private boolean saysRemote;
        private boolean remoteSomewhere;
        private boolean remoteAnywhere;
        private boolean unknown;

        Collector(Gazetteer gazetteer) {
            this.gazetteer = gazetteer;
        }

        /** Adds a place; returns whether it says that one works remotely and nothing else. */
        boolean add(Place place) {
            int country = place.country().map(this::country).orElse(Gazetteer.NONE);
            PlaceReader text = PlaceReader.of(gazetteer, place.text(), country);
            add(text);
            boolean resolved = !text.statements().isEmpty();
            if (place.city().isPresent() || place.region().isPresent()) {
                PlaceReader fields = PlaceReader.of(gazetteer, fields(place), country);
                add(fields);
                resolved |= !fields.statements().isEmpty();
            }
            if (country != Gazetteer.NONE && !within.has(country)) {
                boolean remote = text.saysRemote();
                boolean exact = !text.hasUnknownWord() && place.city().isEmpty();
                add(new Statement(Statement.NOT_IN_TEXT, country, new int[] {country}, remote, exact, false));
                resolved = true;
            }
            unknown |= text.isCut() || !resolved && text.hasUnknownWord();
            return text.saysRemote() && !text.namesOffice();
        }

        private static String fields(Place place) {
            return place.city().orElse("") + ", " + place.region().orElse("") + ", "
                    + place.country().orElse("");
        }

        private void add(PlaceReader read) {
            read.statements().forEach(this::add);
            long[] more = read.names();
            if (nameCount + more.length > names.length) {
                names = Arrays.copyOf(names, Math.max(nameCount + more.length, nameCount * 2));
            }
            System.arraycopy(more, 0, names, nameCount, more.length);
            nameCount += more.length;
            saysRemote |= read.saysRemote();
            remoteSomewhere |= read.isRemoteSomewhere();
            remoteAnywhere |= read.isRemoteAnywhere();
        }

        private void add(Statement statement) {
            if (statement.excluded()) {
                addExcluded(statement);
            } else if (statement.sure() != Mention.AMBIGUOUS && gazetteer.isHours(statement.sure())) {
                addHours(statement);
            } else {
                for (int place : statement.possible()) {
                    if (place == statement.sure()) {
                        addSure(place, statement);
                    } else {
                        addAround(place, perhaps);
                        stated.add(place << FLAGS | wide(statement));
                    }
                }
                if (statement.sure() == Mention.AMBIGUOUS) {
                    addCommon(statement.possible());
                }
            }
        }

        /** Who excludes "New York" may mean the state. */
        private void addExcluded(Statement statement) {
            for (int place : statement.possible()) {
                if (statement.sure() != Mention.AMBIGUOUS && gazetteer.isWithin(statement.sure(), place)) {
                    excluded.add(place);
                }
            }
        }

        private void addSure(int place, Statement statement) {
            int country = gazetteer.countryOf(place);
            addAround(place, within);
            countries.add(country);
            stated.add(place << FLAGS | wide(statement) | (statement.remote() ? REMOTE : 0));
            if (statement.remote()) {
                addAround(place, remoteWithin);
                if (gazetteer.isCity(place)) {
                    remoteCountries.add(country);
                }
            }
        }

        /** Who lives elsewhere may keep the hours of "Remote (EST)". */
        private void addHours(Statement statement) {
            remoteSomewhere = true;
            for (int country : gazetteer.members(statement.sure())) {
                stated.add(country << FLAGS | REMOTE);
            }
        }

        /** Whichever Springfield it is, it is in the United States. */
        private void addCommon(int[] possible) {
            Ids around = new Ids();
            gazetteer.addAround(possible[0], around);
            for (int place : around.sorted()) {
                if (Arrays.stream(possible).allMatch(one -> gazetteer.isWithin(one, place))) {
                    within.add(place);
                }
            }
        }

        /** A group of countries is each of them. */
        private void addAround(int place, Ids to) {
            gazetteer.addAround(place, to);
            for (int member : gazetteer.members(place)) {
                gazetteer.addAround(member, to);
            }
        }

        private static int wide(Statement statement) {
            return statement.exact() ? WIDE : 0;
        }

        private int country(String code) {
            return gazetteer.country(code);
        }
    }
}
