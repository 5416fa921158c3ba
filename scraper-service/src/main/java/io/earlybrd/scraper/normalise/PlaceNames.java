package io.earlybrd.scraper.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes apart a text in which a provider packs several places: {@code "Munich/ Berlin"}, {@code "Paris, France; Remote"}. */
public final class PlaceNames {

    // A comma never separates: "San Francisco, CA" is one place. A slash separates words of three letters or more.
    private static final Pattern BETWEEN_PLACES =
            Pattern.compile("\\s*[|;•·\\n]\\s*|(?<=\\p{L}{3})\\s*/\\s*(?=\\p{Lu}\\p{L}{2})|\\s+or\\s+(?=\\p{Lu})");

    /** Dozens of places; a longer text is none, and looking for separators in it would take for ever. */
    private static final int MAX_LENGTH = 2_000;

    private static final Set<String> NO_PLACE = Set.of("", "-", "n/a", "none", "null", "unspecified", "tbd");

    private PlaceNames() {}

    /** The places in the text, in its order, each once. */
    public static List<String> split(String packed) {
        return BETWEEN_PLACES
                .splitAsStream(PlainText.cut(packed, MAX_LENGTH))
                .map(PlaceNames::tidy)
                .filter(place -> !NO_PLACE.contains(place.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private static String tidy(String place) {
        String line = PlainText.line(place);
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ',' || line.charAt(end - 1) == ' ')) {
            end--;
        }
        return line.substring(0, end);
    }
}
