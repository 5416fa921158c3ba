package io.earlybrd.matcher.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gazetteer holds, and that it is as its generator must write it. */
@Tag("M6")
class GazetteerTest {

    private static final int MAX_BYTES = 700_000;

    @Test
    void citiesOfGeoNames_areSmallAndNameTheirSource() throws IOException {
        // Given
        byte[] packed = resource("cities.tsv.gz").readAllBytes();

        // Then
        assertThat(packed.length).isLessThan(MAX_BYTES);
        assertThat(lines("cities.tsv.gz").get(0)).contains("GeoNames", "CC BY 4.0");
    }

    @Test
    void namesOfCities_areFoldedAsThoseOfJobsAre() throws IOException {
        // Given
        List<String> names = lines("cities.tsv.gz").stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();

        // Then
        assertThat(names)
                .hasSizeGreaterThan(40_000)
                .allSatisfy(name -> assertThat(name).matches("[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Nd}| ]+"));
    }

    @Test
    void metros_areThoseThatTheGeneratorSaw() throws IOException {
        // Given
        long metros = lines("metros.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .count();

        // When
        List<Integer> used = lines("cities.tsv.gz").stream()
                .skip(1)
                .map(line -> line.split("\t", -1)[4])
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .toList();

        // Then
        assertThat(used).hasSize((int) metros).startsWith(1).endsWith((int) metros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remote", "of", "full time", "hybrid", "work from home"})
    void wordOfJobAds_isNoPlace(String word) {
        // Given
        Gazetteer gazetteer = Gazetteer.get();

        // When
        int at = gazetteer.find(PlaceWords.name(word));

        // Then
        assertThat(gazetteer.reading(at)).isGreaterThanOrEqualTo(Gazetteer.REMOTE);
    }

    @Test
    void everyReading_isAPlaceOrAWord() throws IOException {
        // Given
        Gazetteer gazetteer = Gazetteer.get();

        // Then
        for (String table : List.of("countries.txt", "regions.txt", "groups.txt", "metros.txt", "cities.txt")) {
            lines(table).stream().filter(line -> !line.startsWith("#")).forEach(line -> {
                String names = table.startsWith("groups") || table.startsWith("metros")
                        ? line.split(" = ")[0].replace("~", "")
                        : line.split(" = ")[1];
                assertThat(names.split(","))
                        .allSatisfy(name ->
                                assertThat(isKnown(gazetteer, name)).as(name).isTrue());
            });
        }
    }

    private static boolean isKnown(Gazetteer gazetteer, String name) {
        long hash = PlaceWords.name(name);
        return gazetteer.find(hash) != Gazetteer.NONE || gazetteer.findCode(hash) != Gazetteer.NONE;
    }

    private static List<String> lines(String table) throws IOException {
        try (InputStream file = resource(table);
                InputStream plain = table.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static InputStream resource(String table) {
        return GazetteerTest.class.getResourceAsStream("/places/" + table);
    }
}
