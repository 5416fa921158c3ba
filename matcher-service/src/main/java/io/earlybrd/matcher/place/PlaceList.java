package io.earlybrd.matcher.place;

import io.earlybrd.matcher.memo.Memo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places on one line of an alert: mostly one, "Cambridge, MA"; or several that somebody wrote side by side, "Berlin, Cambridge, MA,
 * Remote in Germany".
 *
 * <p>Such a line is taken apart only if each part is a place that we know. Parts stay together that are one place as they stand: the
 * region or country behind its city, and the country behind "remote". A code behind a city is never a wish of its own: "Cambridge, NY"
 * is a town that we do not know, and not the whole of New York.
 */
public final class PlaceList {

    private static final Pattern SEPARATOR = Pattern.compile("[,;/|]| or ");

    /** Longer lines are not kept. */
    private static final int LONGEST_KEPT = 64;

    /** Lines that are kept ready, since thousands want Berlin. */
    private static final Memo<String, List<PlaceWish>> KEPT = new Memo<>(1 << 12, PlaceList::wishes);

    private final Gazetteer gazetteer;
    private final String line;
    private final List<Part> parts;

    private PlaceList(Gazetteer gazetteer, String line) {
        this.gazetteer = gazetteer;
        this.line = line;
        parts = parts(line);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if the line holds no name
     */
    public static List<PlaceWish> read(String line) {
        return line.length() > LONGEST_KEPT ? wishes(line) : KEPT.of(line);
    }

    /** Makes ready what is known of places, which else the first line to be read waits for: most of a second. */
    public static void prepare() {
        Gazetteer.get();
    }

    private static List<PlaceWish> wishes(String line) {
        PlaceList list = new PlaceList(Gazetteer.get(), line);
        List<String> places = list.parts.size() < 2 ? List.of(line) : list.places();
        return places.stream().map(PlaceWish::of).toList();
    }

    /** The places, as they are written; the whole line if it is no list. */
    private List<String> places() {
        // What is behind "except" is no wish.
        if (read(0, parts.size() - 1).statements().stream().anyMatch(Statement::excluded)) {
            return List.of(line);
        }
        List<String> places = new ArrayList<>();
        int first = 0;
        while (first < parts.size()) {
            int last = lastOfPlace(first);
            PlaceReader place = read(first, last);
            if (!isKnown(place)) {
                return List.of(line);
            }
            while (endsInCity(place) && last + 1 < parts.size() && isCode(last + 1)) {
                last++;
            }
            places.add(text(first, last));
            first = last + 1;
        }
        return places;
    }

    /** The last part of the longest place that begins with a part; that part itself if what follows is not of it. */
    private int lastOfPlace(int first) {
        PlaceReader alone = read(first, first);
        for (int last = parts.size() - 1; last > first; last--) {
            if (isOnePlace(alone, read(first, last))) {
                return last;
            }
        }
        return first;
    }

    /** Whether all of it says where its first part is, rather than naming more places. */
    private boolean isOnePlace(PlaceReader first, PlaceReader all) {
        if (all.hasUnknownWord() || !statesOne(all) || all.asksRemote() != first.asksRemote()) {
            return false;
        }
        Statement place = all.statements().get(0);
        return first.statements().isEmpty() ? !gazetteer.isCity(place.possible()[0]) : place.first() < first.size();
    }

    /** "New York, New York" and "Washington, DC" say the same twice. */
    private static boolean statesOne(PlaceReader read) {
        List<Statement> stated = read.statements();
        return stated.size() == 1
                || stated.stream().noneMatch(place -> place.sure() == Mention.AMBIGUOUS)
                        && stated.stream().mapToInt(Statement::sure).distinct().count() == 1;
    }

    private static boolean isKnown(PlaceReader read) {
        return !read.hasUnknownWord() && (!read.statements().isEmpty() || read.asksRemote() || read.isRemoteAnywhere());
    }

    private boolean endsInCity(PlaceReader read) {
        List<Statement> stated = read.statements();
        return !stated.isEmpty()
                && gazetteer.isCity(stated.get(stated.size() - 1).possible()[0]);
    }

    /** Whether it looks like the code of a region or country. */
    private boolean isCode(int part) {
        PlaceWords words = PlaceWords.of(text(part, part));
        return words.size() == 1 && words.maybeCode(0) && gazetteer.findCode(words.hash(0, 1)) != Gazetteer.NONE;
    }

    private PlaceReader read(int first, int last) {
        return PlaceReader.of(gazetteer, text(first, last));
    }

    private String text(int first, int last) {
        return line.substring(parts.get(first).start(), parts.get(last).end()).strip();
    }

    private static List<Part> parts(String line) {
        List<Part> parts = new ArrayList<>();
        Matcher separators = SEPARATOR.matcher(line);
        int start = 0;
        while (separators.find()) {
            add(line, start, separators.start(), parts);
            start = separators.end();
        }
        add(line, start, line.length(), parts);
        return parts;
    }

    private static void add(String line, int start, int end, List<Part> parts) {
        if (!line.substring(start, end).isBlank()) {
            parts.add(new Part(start, end));
        }
    }

    /** What stands between two separators, by where it begins and ends in the line. */
    private record Part(int start, int end) {}
}
