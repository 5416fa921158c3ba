package io.earlybrd.matcher.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much of what real job ads say about places we understand. */
@Tag("M6")
class RecordedPlacesTest {

    private static final int FREQUENT = 2_000;

    @Test
    void recordedPlaces_areMostlyUnderstood() throws IOException {
        // Given
        List<Counted> places = recorded();

        // When
        double all = understood(places);
        double frequent = understood(places.subList(0, FREQUENT));
        double distinct = (double) places.stream().filter(Counted::isUnderstood).count() / places.size();

        // Then
        assertThat(all).as("share of job ads").isGreaterThan(0.95);
        assertThat(frequent)
                .as("share of job ads with one of the frequent texts")
                .isGreaterThan(0.98);
        assertThat(distinct).as("share of texts").isGreaterThan(0.85);
    }

    @Test
    void recordedPlaces_areMostlyUnambiguous() throws IOException {
        // Given
        List<Counted> places = recorded();

        // When
        long ambiguous = places.stream()
                .filter(Counted::isAmbiguous)
                .mapToLong(Counted::count)
                .sum();

        // Then
        assertThat((double) ambiguous
                        / places.stream().mapToLong(Counted::count).sum())
                .isLessThan(0.03);
    }

    private static double understood(List<Counted> places) {
        long understood = places.stream()
                .filter(Counted::isUnderstood)
                .mapToLong(Counted::count)
                .sum();
        return (double) understood / places.stream().mapToLong(Counted::count).sum();
    }

    private static List<Counted> recorded() throws IOException {
        List<Counted> places = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path("corpus/locations_by_frequency.tsv.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.lastIndexOf('\t');
                places.add(new Counted(
                        line.substring(0, tab),
                        Long.parseLong(line.substring(tab + 1).strip()),
                        PlaceReader.of(Gazetteer.get(), line.substring(0, tab))));
            }
        }
        places.sort(Comparator.comparing(Counted::count).reversed());
        return places;
    }

    private record Counted(String text, long count, PlaceReader read) {

        /** Whether it names a place that we know, or says that it names none. */
        boolean isUnderstood() {
            return !read.statements().isEmpty() || !read.hasUnknownWord();
        }

        boolean isAmbiguous() {
            return read.statements().stream().anyMatch(statement -> statement.sure() == Mention.AMBIGUOUS);
        }
    }
}
