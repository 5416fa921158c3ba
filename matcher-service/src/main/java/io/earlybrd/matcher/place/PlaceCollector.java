package io.earlybrd.matcher.place;

import io.earlybrd.events.Place;
import java.util.Arrays;

/** Gathers what the places of one job state, for {@link JobPlaces}, which tells what the numbers mean. */
final class PlaceCollector {

    private final Gazetteer gazetteer;
    final Ids within = new Ids();
    final Ids perhaps = new Ids();
    final Ids remoteWithin = new Ids();
    final Ids stated = new Ids();
    final Ids countries = new Ids();
    final Ids remoteCountries = new Ids();
    final Ids excluded = new Ids();
    private long[] names = {};
    private int nameCount;
    boolean saysRemote;
    boolean remoteSomewhere;
    boolean remoteAnywhere;
    /** Whether a place is one that we do not know, or was not read to its end. */
    boolean unknown;

    PlaceCollector(Gazetteer gazetteer) {
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

    /** What it is called, for places that we do not know; ascending. */
    long[] names() {
        long[] sorted = Arrays.copyOf(names, nameCount);
        Arrays.sort(sorted);
        return sorted;
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
                    stated.add(place << JobPlaces.FLAGS | wide(statement));
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
        stated.add(place << JobPlaces.FLAGS | wide(statement) | (statement.remote() ? JobPlaces.REMOTE : 0));
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
            stated.add(country << JobPlaces.FLAGS | JobPlaces.REMOTE);
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
        return statement.exact() ? JobPlaces.WIDE : 0;
    }

    private int country(String code) {
        return gazetteer.country(code);
    }
}
