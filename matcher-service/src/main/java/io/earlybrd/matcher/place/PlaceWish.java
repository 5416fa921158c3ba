package io.earlybrd.matcher.place;

import java.util.List;
import java.util.Objects;

/**
 * A place that a subscriber wants, as they wrote it: {@code Berlin}, {@code Portland, Oregon}, {@code DACH}, {@code Remote US}.
 *
 * <p>It is read like the places of a job ({@link PlaceReader}), so "Munich" is "München" and "Paris, TX" is not in France. What may
 * stand for several places is each of them, but not surely. A name that we do not know is compared as it is written; what stands behind
 * its comma must hold, too. "Remote" asks for jobs that can be done remotely, "Remote US" for those that can be from there.
 *
 * <p>Two wishes are equal if every job meets both alike, however they are written.
 */
public final class PlaceWish {

    private final String text;
    private final PlaceSet sure;
    private final PlaceSet possible;
    private final PlaceSet aroundSure;
    private final PlaceSet aroundPossible;
    private final long name;
    private final long perhapsName;
    private final boolean unknownName;
    private final boolean onlyRemote;
    private final boolean anywhere;
    /** Worked out once, since every alert that wants this place asks for it. */
    private final int hash;

    private PlaceWish(String text, Gazetteer gazetteer) {
        if (PlaceWords.of(text).size() == 0) {
            throw new IllegalArgumentException("no name of a place: " + text);
        }
        this.text = text.strip();
        PlaceReader read = PlaceReader.of(gazetteer, text);
        unknownName = read.hasUnknownWord();
        Areas areas = new Areas(gazetteer, unknownName);
        read.statements().stream().filter(statement -> !statement.excluded()).forEach(areas::add);
        sure = areas.sure.set();
        possible = areas.possible.set();
        aroundSure = areas.aroundSure.set();
        aroundPossible = areas.aroundPossible.set();
        FirstName first = FirstName.of(gazetteer, PlaceWords.of(text));
        perhapsName = first.isAlone ? first.name : PlaceReader.bare(first.name);
        name = !unknownName
                ? perhapsName
                : areas.container == Gazetteer.NONE ? first.name : PlaceReader.nameIn(first.name, areas.container);
        onlyRemote = read.asksRemote();
        anywhere = read.statements().isEmpty() && !unknownName;
        hash = Objects.hash(name, perhapsName, onlyRemote, sure, possible);
    }

    /**
     * Reads a wish.
     *
     * @throws IllegalArgumentException if the text holds no name
     */
    public static PlaceWish of(String text) {
        return new PlaceWish(text, Gazetteer.get());
    }

    /** As the subscriber wrote it. */
    public String text() {
        return text;
    }

    /** Whether we know all its names. */
    public boolean isKnown() {
        return !unknownName;
    }

    /**
     * What may be written in its place to mean one of the places that it may mean, the most prominent first; empty if it surely means
     * one only.
     */
    public List<String> choices() {
        List<String> choices = PlaceChoices.of(Gazetteer.get(), text);
        return choices.size() == 1 && !sure.isEmpty() ? List.of() : choices;
    }

    /** Places that are wished. */
    PlaceSet sure() {
        return sure;
    }

    /** Places that may be meant. */
    PlaceSet possible() {
        return possible;
    }

    /** What the wished places lie in, they among it. */
    PlaceSet aroundSure() {
        return aroundSure;
    }

    /** What the places that may be meant lie in, they among it. */
    PlaceSet aroundPossible() {
        return aroundPossible;
    }

    /** The name as it is written, in the place that is written behind it, if any. */
    long name() {
        return name;
    }

    /** What a job says that may mean it: the name, wherever it is; or only that, if the wish says where it is. */
    long perhapsName() {
        return perhapsName;
    }

    /** Whether it holds a name that we do not know. */
    boolean isUnknownName() {
        return unknownName;
    }

    /** Whether it does not even say which country it is in. */
    boolean isUnknownPlace() {
        return aroundSure.isEmpty();
    }

    /** Whether it asks for remote work. */
    boolean isOnlyRemote() {
        return onlyRemote;
    }

    /** Whether it names no place. */
    boolean isAnywhere() {
        return anywhere;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaceWish wish
                && name == wish.name
                && perhapsName == wish.perhapsName
                && unknownName == wish.unknownName
                && onlyRemote == wish.onlyRemote
                && anywhere == wish.anywhere
                && sure.equals(wish.sure)
                && possible.equals(wish.possible)
                && aroundSure.equals(wish.aroundSure)
                && aroundPossible.equals(wish.aroundPossible);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Gathers what a wish states. */
    private static final class Areas {

        private final Gazetteer gazetteer;
        private final boolean unknownName;
        private final Ids sure = new Ids();
        private final Ids possible = new Ids();
        private final Ids aroundSure = new Ids();
        private final Ids aroundPossible = new Ids();
        private int container = Gazetteer.NONE;

        Areas(Gazetteer gazetteer, boolean unknownName) {
            this.gazetteer = gazetteer;
            this.unknownName = unknownName;
        }

        void add(Statement statement) {
            for (int place : statement.possible()) {
                if (place == statement.sure()) {
                    container = place;
                    gazetteer.addAround(place, aroundSure);
                    add(place, sure);
                } else {
                    gazetteer.addAround(place, aroundPossible);
                    add(place, possible);
                }
            }
        }

        /** Beside a name that we do not know, only a city is near enough to be meant. */
        private void add(int place, Ids to) {
            if (unknownName) {
                if (gazetteer.isCity(place)) {
                    possible.add(place);
                }
            } else if (gazetteer.isHours(place)) {
                to.addAll(gazetteer.members(place));
            } else {
                to.add(place);
            }
        }
    }

    /**
     * The first name of a wish, without words such as "remote" or "area" around it.
     *
     * @param isAlone whether nothing is said of where it is
     */
    private record FirstName(long name, boolean isAlone) {

        static FirstName of(Gazetteer gazetteer, PlaceWords words) {
            int first = 0;
            while (first < words.size() && saysNothing(gazetteer, words, first)) {
                first++;
            }
            int next = first;
            while (next < words.size() && (next == first || words.gap(next) <= PlaceWords.HYPHEN)) {
                next++;
            }
            int end = next;
            while (end > first && saysNothing(gazetteer, words, end - 1)) {
                end--;
            }
            boolean alone = true;
            for (int i = next; i < words.size(); i++) {
                alone &= saysNothing(gazetteer, words, i);
            }
            return new FirstName(words.hash(first, end - first), alone);
        }

        private static boolean saysNothing(Gazetteer gazetteer, PlaceWords words, int index) {
            int at = gazetteer.find(words.hash(index, 1));
            return at != Gazetteer.NONE
                    && gazetteer.reading(at) >= Gazetteer.REMOTE
                    && !(words.maybeCode(index) && words.isCodeRatherThanWord(index));
        }
    }
}
