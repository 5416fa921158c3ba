package io.earlybrd.account.preview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be said of a place: that it may be several, or that we do not know it.
 *
 * @param sentence says what becomes of it
 * @param choices those that it may be
 */
public record PlaceNote(String sentence, List<Choice> choices) {

    /** What is to be said of a place; empty if it is one that we know. */
    static Optional<PlaceNote> of(PreviewAnswer.Place place) {
        String name = "“" + place.text() + "”";
        if (!place.known()) {
            return Optional.of(new PlaceNote(
                    "We do not know " + name + ": jobs are found that name it in the same words."
                            + (place.text().contains(",") ? " If these are several places, write one a line." : ""),
                    List.of()));
        }
        return place.choices().isEmpty()
                ? Optional.empty()
                : Optional.of(new PlaceNote(
                        name + " may be several places: jobs in any of them are found. Only one? Choose:",
                        place.choices().stream()
                                .map(choice -> new Choice(place.text(), choice))
                                .toList()));
    }

    /**
     * One of several places that a name may stand for.
     *
     * @param place as it is written now, on a line of its own
     * @param instead what to write to mean this one
     */
    public record Choice(String place, String instead) {

        private static final String BETWEEN = "=";

        /** Reads what the form is told; empty if that is none. */
        public static Optional<Choice> of(String told) {
            int between = told.indexOf(BETWEEN);
            return between < 0
                    ? Optional.empty()
                    : Optional.of(new Choice(told.substring(0, between), told.substring(between + 1)));
        }

        /** What the form is told. */
        public String told() {
            return place + BETWEEN + instead;
        }

        /** These places, one a line, with this one chosen. */
        public String in(String places) {
            return places.lines()
                    .map(line -> line.strip().equals(place) ? instead : line)
                    .collect(Collectors.joining("\n"));
        }
    }
}
