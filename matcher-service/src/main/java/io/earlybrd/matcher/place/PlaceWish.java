package io.earlybrd.matcher.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place that a subscriber wants, as they wrote it: {@code Berlin}, {@code Portland, Oregon}, {@code Germany}, {@code DACH}.
 *
 * <p>Names are compared whole, without case and accents. A place of a job is the wished one if its text, city or region holds the
 * name, or if both name the same country or state by whichever of its names ({@link PlaceNames}). What follows a comma narrows: it
 * must not be contradicted by what the job states, but the job need not state it. Nothing is concluded from a map: "Munich" is
 * not known to be in Germany, nor to be "München".
 */
public final class PlaceWish {

    private final String text;
    private final List<Name> names;

    private PlaceWish(String text, List<Name> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * Reads a wish.
     *
     * @throws IllegalArgumentException if the text holds no name
     */
    public static PlaceWish of(String text) {
        List<Name> names = new ArrayList<>();
        // "Washington, DC" is one name.
        boolean whole = !PlaceNames.codesOf(PlaceNames.words(text)).isEmpty();
        for (String part : whole ? new String[] {text} : text.split(",")) {
            List<String> words = PlaceNames.words(part);
            if (!words.isEmpty()) {
                names.add(new Name(words, codesOfName(part.strip(), words)));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no name of a place: " + text);
        }
        return new PlaceWish(text.strip(), List.copyOf(names));
    }

    /** As the subscriber wrote it. */
    public String text() {
        return text;
    }

    /** Whether a place of a job is the wished one. */
    public boolean isMetBy(JobPlace place) {
        return names.get(0).isMetBy(place)
                && names.stream()
                        .skip(1)
                        .allMatch(name -> name.isMetBy(place) || !name.isContradictedBy(place.codes()));
    }

    /** Whether it tells its country or state. */
    public boolean namesCountry() {
        return names.stream().anyMatch(name -> !name.codes().isEmpty());
    }

    /** Whether it names one of these countries and states, or one within or around them. */
    public boolean overlaps(Set<String> codes) {
        return names.stream().anyMatch(name -> overlap(name.codes(), codes));
    }

    /** Codes of all countries and states that a job's places name. */
    public static Set<String> codesOf(Collection<JobPlace> places) {
        Set<String> codes = new TreeSet<>();
        places.forEach(place -> codes.addAll(place.codes()));
        return codes;
    }

    private static boolean overlap(Set<String> some, Set<String> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> isWithin(one, other) || isWithin(other, one)));
    }

    /** {@code US-CA} is within {@code US} and within itself. */
    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "-");
    }

    private static Set<String> codesOfName(String part, List<String> words) {
        Set<String> named = PlaceNames.codesOf(words);
        if (!named.isEmpty() || part.length() != 2) {
            return named;
        }
        String letters = part.toUpperCase(Locale.ROOT);
        Set<String> codes = new TreeSet<>();
        if (PlaceTables.US_STATES.containsKey(letters)) {
            codes.add("US-" + letters);
        }
        if (Set.of(Locale.getISOCountries()).contains(letters)) {
            codes.add(letters);
        }
        return codes;
    }

    private record Name(List<String> words, Set<String> codes) {

        boolean isMetBy(JobPlace place) {
            // A name that we know is compared by its codes only: Mexico is in the text of New Mexico.
            return codes.isEmpty()
                    ? place.isNamed(words)
                    : codes.stream()
                            .anyMatch(wished -> place.codes().stream().anyMatch(stated -> isWithin(stated, wished)));
        }

        boolean isContradictedBy(Set<String> stated) {
            return !codes.isEmpty() && !stated.isEmpty() && !overlap(codes, stated);
        }
    }
}
