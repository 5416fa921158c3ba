package io.earlybrd.scraper.normalise;

import io.earlybrd.events.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes apart a text in which a provider packs several places: {@code "Munich/ Berlin"}, {@code "Paris, France; Remote"}. */
public final class PlaceNames {

    /** What may separate places, and may be part of what is said of one. */
    private static final Pattern MAYBE_BETWEEN =
            Pattern.compile("\\s*/\\s*|\\s+(?:or|and)\\s+|\\s*[&+]\\s*", Pattern.CASE_INSENSITIVE);

    /** Likewise, but separating almost always: a slash between words of three letters or more, an or before a name. */
    private static final Pattern RATHER_BETWEEN =
            Pattern.compile("(?<=\\p{L}{3})\\s*/\\s*(?=\\p{Lu}\\p{L}{2})|\\s+or\\s+(?=\\p{Lu})");

    /** "US-Remote", "REMOTE (US)": an element of a list, whatever stands before it. */
    private static final Pattern STATES_REMOTE = Pattern.compile("remote\\b.*|.*\\w-remote", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Dozens of places; a longer text is none, and looking for separators in it would take for ever. */
    private static final int MAX_LENGTH = 2_000;

    /** A longer piece tells more than places. */
    private static final int MAX_PIECE_LENGTH = 200;

    /** Remarks that say where from, if only that it does not matter. */
    private static final Pattern ANYWHERE = Pattern.compile(
            "\\b(?:remote|anywhere|worldwide|global|distributed|virtual|home)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME =
            Pattern.compile("(?:full|part)[- ]?time\\*?|flexible|only|based|friendly", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_PLACE = Pattern.compile(
            "[\\s.?*-]*|n/?a|none|null|unspecified|tbd|\\d+ (?:other )?locations?|(?:multiple|various|several|all|any) (?:locations?|places|sites)"
                    + "|various|https?://\\S*|\\S+\\.[a-z]{2,}(?:/\\S*)?|(?:full|part)[- ]?time\\*?|contract|permanent|internship|.*[$€£] ?\\d.*|.*\\d ?k\\b.*",
            Pattern.CASE_INSENSITIVE);

    /** In a list it is the city. */
    private static final String NEW_YORK = "New York";

    private PlaceNames() {}

    /** The places in the text, in its order, each once. */
    public static List<String> split(String packed) {
        return pieces(packed).stream().filter(PlaceNames::isPlace).distinct().toList();
    }

    /** The pieces of the text that say something of where one works, also those that name no place: "Hybrid". */
    public static List<String> pieces(String packed) {
        List<String> pieces = new ArrayList<>();
        for (String piece : hardPieces(PlainText.cut(packed, MAX_LENGTH))) {
            String tidy = tidy(piece);
            if (tidy.length() <= MAX_PIECE_LENGTH) {
                softPieces(tidy).forEach(part -> pieces.addAll(listed(part)));
            } else {
                pieces.add(tidy);
            }
        }
        return pieces.stream()
                .filter(piece -> isPlace(piece)
                        || Workplace.isRemark(piece) && piece.chars().anyMatch(Character::isLetter))
                .filter(piece -> !TIME.matcher(piece).matches())
                .toList();
    }

    /** A place with what its text makes certain; the country is what the provider states beside the text, or null. */
    public static Place resolve(String text, @Nullable String country) {
        return PlaceText.resolve(text, country);
    }

    /** A place whose region is not told by the name of a city: "New York" is the New York State. */
    public static Place withRegionThatIsNoCity(Place place) {
        Optional<String> name = place.region()
                .filter(region -> place.country().filter("US"::equals).isPresent())
                .filter(region -> region.equals(NEW_YORK) || region.equals("Washington"))
                .map(region -> region + " State");
        return name.isEmpty() ? place : new Place(place.text(), place.city(), name, place.country());
    }

    private static boolean isPlace(String piece) {
        return !NO_PLACE.matcher(piece).matches()
                && (!Workplace.isRemark(piece) || ANYWHERE.matcher(piece).find());
    }

    /** Bars and the like separate, except in brackets: "Remote (USA | Canada)". */
    private static List<String> hardPieces(String text) {
        List<String> pieces = new ArrayList<>();
        boolean balanced = text.chars().filter(c -> c == '(').count()
                == text.chars().filter(c -> c == ')').count();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if ("|;•·\n".indexOf(c) >= 0 && (depth <= 0 || !balanced)) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** "Remote - UK or Ireland" is one text: cut in two, the second would be an office. */
    private static List<String> softPieces(String piece) {
        List<String> parts = outsideBrackets(MAYBE_BETWEEN, piece);
        if (parts.size() > 1 && !opensRemote(parts) && parts.stream().allMatch(PlaceNames::isKnown)) {
            return parts;
        }
        parts = outsideBrackets(RATHER_BETWEEN, piece);
        boolean remark = parts.stream().anyMatch(part -> Workplace.isRemark(part) && !part.equalsIgnoreCase("remote"))
                || parts.stream().allMatch(Workplace::isRemark)
                || parts.stream().anyMatch(part -> part.equalsIgnoreCase("home"));
        return parts.size() > 1 && !opensRemote(parts) && !remark ? parts : List.of(piece);
    }

    private static boolean opensRemote(List<String> parts) {
        String first = parts.get(0);
        return Workplace.saysRemote(first)
                && !Workplace.isRemark(first)
                && !first.endsWith(")")
                && parts.stream().skip(1).noneMatch(Workplace::saysRemote);
    }

    /** "London, Paris, Berlin" are three places if each is known by its name, and none lies in the next. */
    private static List<String> listed(String piece) {
        List<String> parts = outsideBrackets(COMMA, piece);
        if (parts.size() < 2) {
            return List.of(piece);
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!isListable(parts, i) || isIn(parts, i)) {
                return List.of(piece);
            }
        }
        return parts;
    }

    private static boolean isListable(List<String> parts, int index) {
        String part = parts.get(index);
        if (Workplace.isRemark(part)) {
            return index > 1 && Workplace.saysRemote(part);
        }
        Place place = resolve(part, null);
        boolean city = place.city().isPresent() || part.equals(NEW_YORK);
        boolean country = place.country().isPresent() && place.region().isEmpty() && part.length() > 2;
        return city || country || place.country().isPresent() && Workplace.saysRemote(part);
    }

    /** Whether a part lies in the next, or the next in it. */
    private static boolean isIn(List<String> parts, int index) {
        if (index + 1 == parts.size()) {
            return false;
        }
        String after = parts.get(index + 1);
        Place place = resolve(parts.get(index), null);
        Place next = resolve(after, null);
        if (after.equals(NEW_YORK)) {
            return place.region().filter("New York State"::equals).isPresent();
        }
        return place.country().equals(next.country())
                && (place.city().isEmpty()
                        || next.city().isEmpty()
                        || place.city().equals(next.city()))
                && !parts.get(index).equals(NEW_YORK)
                && !STATES_REMOTE.matcher(after).matches()
                && !parts.get(index).endsWith(")");
    }

    private static boolean isKnown(String part) {
        return Workplace.saysRemote(part) && Workplace.isRemark(part)
                || resolve(part, null).country().isPresent();
    }

    private static List<String> outsideBrackets(Pattern between, String piece) {
        List<String> parts = new ArrayList<>();
        Matcher separator = between.matcher(piece);
        int start = 0;
        while (separator.find()) {
            if (depthAt(piece, separator.start()) == 0) {
                parts.add(tidy(piece.substring(start, separator.start())));
                start = separator.end();
            }
        }
        parts.add(tidy(piece.substring(start)));
        return parts;
    }

    private static int depthAt(String piece, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            char c = piece.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth;
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
