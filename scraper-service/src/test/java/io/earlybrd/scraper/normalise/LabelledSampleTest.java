package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Texts of real employers, drawn at random and read by a person: what is taken from them must be right, and a good part of what a
 * person reads must be taken. The texts were drawn and labelled before the rules had seen them.
 */
@Tag("S11")
class LabelledSampleTest {

    private static final String NOT_SAID = "-";

    @Test
    void placesOfRealEmployers_areRightWhereTheyAreSet() throws IOException {
        Score score = new Score();
        for (String[] line : lines("places.tsv", 3)) {
            Workplace workplace = Workplace.mentioned(PlaceNames.pieces(line[0]), "");
            score.count(line[0], "workplace", line[1], workplace == null ? NOT_SAID : workplace.word());
            List<Place> read = PlaceNames.split(line[0]).stream()
                    .map(text -> PlaceNames.resolve(text, null))
                    .toList();
            List<String[]> labels = new ArrayList<>(Arrays.stream(line[2].split("; "))
                    .filter(label -> !label.isEmpty())
                    .map(label -> label.split("/"))
                    .toList());
            for (Place place : read) {
                String[] facts = {or(place.city()), or(place.region()), or(place.country())};
                String[] label = labels.stream()
                        .max(Comparator.comparingInt(one -> agreement(one, facts)))
                        .orElse(new String[] {NOT_SAID, NOT_SAID, NOT_SAID});
                if (!String.join("", facts).equals("---")) {
                    labels.remove(label);
                    count(score, line[0], label, facts);
                }
            }
            labels.forEach(missed -> count(score, line[0], missed, new String[] {NOT_SAID, NOT_SAID, NOT_SAID}));
        }

        assertThat(score.precision()).as(score.wrong.toString()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.coverage()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void payOfRealEmployers_isRightWhereItIsSet() throws IOException {
        Score score = new Score();
        for (String[] line : lines("pay.tsv", 6)) {
            Salary salary = Pay.text(line[0], line[1].equals(NOT_SAID) ? List.of() : List.of(line[1]));
            score.count(line[0], "min", line[2], salary == null ? NOT_SAID : amount(salary.minMinor()));
            score.count(line[0], "max", line[3], salary == null ? NOT_SAID : amount(salary.maxMinor()));
            score.count(line[0], "currency", line[4], salary == null ? NOT_SAID : salary.currency());
            score.count(line[0], "period", line[5], salary == null ? NOT_SAID : salary.period());
        }

        assertThat(score.precision()).as(score.wrong.toString()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.coverage()).isGreaterThanOrEqualTo(0.97);
    }

    private static void count(Score score, String text, String[] label, String[] facts) {
        score.count(text, "city", label[0], facts[0]);
        score.count(text, "region", label[1], facts[1]);
        score.count(text, "country", label[2], facts[2]);
    }

    private static int agreement(String[] label, String[] facts) {
        int same = 0;
        for (int i = 0; i < facts.length; i++) {
            same += Score.isRight(label[i], facts[i]) ? 1 : 0;
        }
        return same;
    }

    private static String or(Optional<String> fact) {
        return fact.orElse(NOT_SAID);
    }

    private static String amount(Optional<Long> minor) {
        return minor.map(cents ->
                        BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString())
                .orElse(NOT_SAID);
    }

    private static List<String[]> lines(String file, int columns) throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(LabelledSampleTest.class.getResourceAsStream("/normalise/" + file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", columns))
                    .toList();
        }
    }

    /** Counts what was set and what could have been. */
    private static final class Score {

        private final List<String> wrong = new ArrayList<>();
        private int set;
        private int right;
        private int said;

        void count(String text, String fact, String label, @Nullable String value) {
            said += label.equals(NOT_SAID) ? 0 : 1;
            if (!NOT_SAID.equals(value)) {
                set++;
                if (isRight(label, value)) {
                    right++;
                } else {
                    wrong.add(text + ": " + fact + " is " + label + ", not " + value);
                }
            }
        }

        static boolean isRight(String label, @Nullable String value) {
            return value != null
                    && Arrays.stream(label.split("~"))
                            .anyMatch(one -> Names.folded(one).equals(Names.folded(value)));
        }

        double precision() {
            return (double) right / set;
        }

        double coverage() {
            return (double) right / said;
        }
    }
}
