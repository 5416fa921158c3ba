package io.earlybrd.matcher.place;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The places that one name of an alert may stand for, so that its owner can choose: Springfield in Illinois, in Missouri … */
final class PlaceChoices {

    /** More would not be read. */
    private static final int MOST = 6;

    private PlaceChoices() {}

    /**
     * Texts each of which means one of these places surely, the most prominent first. Those that no text tells apart are left out.
     *
     * @param text as the subscriber wrote it
     */
    static List<String> of(Gazetteer gazetteer, String text) {
        List<Statement> stated = PlaceReader.of(gazetteer, text).statements();
        if (stated.size() != 1) {
            return List.of();
        }
        return Arrays.stream(stated.get(0).possible())
                .boxed()
                .sorted(Comparator.comparing(gazetteer::weight).reversed())
                .map(place -> new Choice(place, text + ", " + gazetteer.nameAround(place)))
                .filter(choice -> choice.isSure(gazetteer))
                .map(Choice::text)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A place, and what may be written to mean it. */
    private record Choice(int place, String text) {

        boolean isSure(Gazetteer gazetteer) {
            PlaceReader read = PlaceReader.of(gazetteer, text);
            return !read.hasUnknownWord()
                    && read.statements().stream().mapToInt(Statement::sure).allMatch(sure -> sure == place);
        }
    }
}
