package io.earlybrd.matcher.place;

import io.earlybrd.matcher.text.Tokeniser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of countries, of the states of the USA and of groups of countries, and the ISO 3166 codes that they stand for: "Deutschland"
 * is {@code DE}, "California" is {@code US-CA}, "DACH" is {@code DE}, {@code AT} and {@code CH}. A name may stand for several
 * places: "Georgia" is {@code GE} and {@code US-GA}.
 */
final class PlaceNames {

    private static final Map<String, Set<String>> CODES = codes();

    private static final int LONGEST = CODES.keySet().stream()
            .mapToInt(name -> name.split(" ").length)
            .max()
            .orElse(1);

    private PlaceNames() {}

    /** What a whole name stands for; empty if it is none of ours. */
    static Set<String> codesOf(List<String> name) {
        return CODES.getOrDefault(String.join(" ", name), Set.of());
    }

    /** What each name within a text stands for. The longest name counts, so New Mexico is not Mexico. */
    static List<Set<String>> codesIn(List<String> words) {
        List<Set<String>> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int length = Math.min(LONGEST, words.size() - at);
            while (length > 0 && codesOf(words.subList(at, at + length)).isEmpty()) {
                length--;
            }
            if (length > 0) {
                found.add(codesOf(words.subList(at, at + length)));
            }
            at += Math.max(1, length);
        }
        return found;
    }

    /** The words of a name, folded: {@code Côte d'Ivoire} is cote, d, ivoire. */
    static List<String> words(String name) {
        List<List<String>> spellings = Tokeniser.spellings(name);
        return spellings.isEmpty() ? List.of() : spellings.get(0);
    }

    private static Map<String, Set<String>> codes() {
        Map<String, Set<String>> codes = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            Locale place = new Locale.Builder().setRegion(country).build();
            add(place.getDisplayCountry(Locale.ENGLISH), country, codes);
        }
        PlaceTables.COUNTRIES.forEach((code, names) -> names.forEach(name -> add(name, code, codes)));
        PlaceTables.US_STATES.forEach((code, names) -> names.forEach(name -> add(name, "US-" + code, codes)));
        PlaceTables.GROUPS.forEach((name, countries) -> countries.forEach(country -> add(name, country, codes)));
        codes.replaceAll((name, of) -> Set.copyOf(of));
        return Map.copyOf(codes);
    }

    private static void add(String name, String code, Map<String, Set<String>> codes) {
        codes.computeIfAbsent(String.join(" ", words(name)), key -> new TreeSet<>())
                .add(code);
    }
}
