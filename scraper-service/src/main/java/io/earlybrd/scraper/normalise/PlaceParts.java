package io.earlybrd.scraper.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the text of one place apart: {@code "US-WA-Redmond"}, {@code "Redmond, WA 98052"} and {@code "Redmond WA"} have the same parts. */
final class PlaceParts {

    private static final Pattern STATE_AND_COUNTRY = Pattern.compile("([A-Z]{2}) (United States|USA|US)");

    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*|\\s+[-–—]+\\s*|\\s*[-–—]+\\s+|\\s*:\\s+");

    /** A hyphen without blanks separates only behind a country, a region or a remark; else it is part of a name. */
    private static final Pattern GLUED = Pattern.compile("^([A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})-(\\p{Lu}.*)$");

    private static final Pattern STATE_AND_ZIP = Pattern.compile("([A-Z]{2}) +\\d{5}(?:-\\d{4})?");

    private static final Pattern CITY_AND_STATE = Pattern.compile("(\\p{Lu}[\\p{L}.' ]*\\p{Ll}) "
            + "(TX|CA|NY|WA|IL|NC|FL|GA|NJ|VA|MN|AZ|UT|NV|CT|MI|WI|TN|MO|KS|KY|NH|RI|SC|OH|DC)");

    private static final Set<String> GROUPS = Set.of(
            "emea", "apac", "amer", "americas", "latam", "europe", "eu", "north america", "asia", "nordics", "dach");

    private PlaceParts() {}

    /** The parts of a text in its order, without remarks on how one works there. */
    static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        for (String piece : BETWEEN.split(Workplace.withoutRemarks(text, ","))) {
            Matcher glued = GLUED.matcher(piece.strip());
            while (glued.matches() && isAreaOf(glued.group(1), glued.group(2))) {
                add(glued.group(1), parts);
                piece = glued.group(2);
                glued = GLUED.matcher(piece);
            }
            add(piece, parts);
        }
        // "EMEA - France" and "Pune, India, APAC" say where the country is; "Canada, LATAM" names two areas.
        int end = parts.size() - 1;
        if (end == 1 && isGroup(parts.get(0))) {
            parts.remove(0);
        } else if (end > 1
                && isGroup(parts.get(end))
                && country(parts.get(end - 1)) != null
                && country(parts.get(end - 2)) == null) {
            parts.remove(end);
        }
        return parts;
    }

    /** Whether it names several countries at once. */
    static boolean isGroup(String part) {
        return GROUPS.contains(Names.folded(part));
    }

    private static void add(String piece, List<String> parts) {
        String part = piece.replaceAll("^[\\s/:;*-]+|[\\s/:;*-]+$", "");
        Matcher zip = STATE_AND_ZIP.matcher(part);
        Matcher together = CITY_AND_STATE.matcher(part);
        Matcher stateAndCountry = STATE_AND_COUNTRY.matcher(part);
        if (stateAndCountry.matches()) {
            parts.add(stateAndCountry.group(1));
            parts.add(stateAndCountry.group(2));
        } else if (zip.matches()) {
            parts.add(zip.group(1));
        } else if (together.matches()) {
            parts.add(together.group(1));
            parts.add(together.group(2));
        } else if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    /** "FR-Paris" is in France, "IT-Support" is a trade. */
    static boolean isAreaOf(String area, String rest) {
        boolean bareCode = area.length() == 2 && Countries.named(area) == null && Regions.byCode(area) == null;
        return isArea(area) && (!bareCode || Cities.in(area, rest) != null);
    }

    /** Whether it may be a country or a region. */
    static boolean isArea(String text) {
        return Countries.named(text) != null
                || Regions.byName(text) != null
                || text.length() == 2 && (Countries.isCode(text) || Regions.byCode(text) != null);
    }

    /** The country that it surely is; null if it is none, or may be a state. */
    static @Nullable String country(String part) {
        String named = Countries.named(part);
        if (named != null) {
            return named;
        }
        return part.matches("[A-Z]{2}") && Countries.isCode(part) && Regions.byCode(part) == null ? part : null;
    }
}
