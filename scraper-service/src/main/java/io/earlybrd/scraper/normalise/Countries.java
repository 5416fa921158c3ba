package io.earlybrd.scraper.normalise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries by what providers call them. */
public final class Countries {

    /** A country and a state of the USA; whoever writes nothing else means one of both. */
    private static final String GEORGIA = "georgia";

    private static final Map<String, String> BY_NAME = new HashMap<>();
    private static final Map<String, String> BY_THREE_LETTERS = new HashMap<>();
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    static {
        for (String code : CODES) {
            Locale country = country(code);
            String name = country.getDisplayCountry(Locale.ENGLISH);
            BY_NAME.put(Names.folded(name), code);
            BY_NAME.put(Names.folded(name.replaceAll("\\(.*\\)", "")), code);
            BY_THREE_LETTERS.put(country.getISO3Country(), code);
        }
        for (String line : Names.lines("countries.txt")) {
            String[] sides = line.split(" = ");
            for (String name : sides[1].split(", ")) {
                BY_NAME.put(Names.folded(name), sides[0]);
            }
        }
    }

    private Countries() {}

    /**
     * The code of a country that a provider's own field names: {@code "de"}, {@code "DEU"}, {@code "Germany"}.
     *
     * @return ISO 3166-1 alpha-2 in upper case, or null if it is none
     */
    public static @Nullable String code(String field) {
        String text = PlainText.line(field);
        String capitals = text.toUpperCase(Locale.ROOT);
        if (CODES.contains(capitals)) {
            return capitals;
        }
        String code = BY_THREE_LETTERS.get(capitals);
        return code == null ? BY_NAME.get(Names.folded(text)) : code;
    }

    /** What English calls the country of a code. */
    public static String name(String code) {
        return country(code).getDisplayCountry(Locale.ENGLISH);
    }

    /** A country that a piece of a longer text names, by more than a code of two letters. */
    static @Nullable String named(String piece) {
        String code = BY_THREE_LETTERS.get(piece);
        if (code != null) {
            return code;
        }
        String folded = Names.folded(piece);
        // "us" is a word, too; the country is written in capitals.
        boolean isWord = folded.length() <= 2 && !piece.equals(piece.toUpperCase(Locale.ROOT));
        return isWord || folded.equals(GEORGIA) ? null : BY_NAME.get(folded);
    }

    /** Whether two capital letters are the code of a country. */
    static boolean isCode(String letters) {
        return CODES.contains(letters);
    }

    private static Locale country(String code) {
        return new Locale.Builder().setRegion(code).build();
    }
}
