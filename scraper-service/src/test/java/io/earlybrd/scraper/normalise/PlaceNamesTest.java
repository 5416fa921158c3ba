package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceNamesTest {

    static Stream<Arguments> packed() {
        return Stream.of(
                Arguments.of(
                        "San Francisco, CA | New York City, NY | Seattle, WA",
                        List.of("San Francisco, CA", "New York City, NY", "Seattle, WA")),
                Arguments.of("New York City, NY; San Francisco, CA", List.of("New York City, NY", "San Francisco, CA")),
                Arguments.of("Munich/ Berlin", List.of("Munich", "Berlin")),
                Arguments.of("Berlin or Hamburg", List.of("Berlin", "Hamburg")),
                Arguments.of("Remote, Italy", List.of("Remote, Italy")),
                Arguments.of("Home based - Worldwide", List.of("Home based - Worldwide")),
                Arguments.of("Worldwide, ", List.of("Worldwide")),
                Arguments.of("Berlin; Berlin", List.of("Berlin")),
                Arguments.of("N/A", List.of()),
                Arguments.of(" ", List.of()),
                Arguments.of("Portland, Oregon", List.of("Portland, Oregon")));
    }

    @ParameterizedTest
    @MethodSource("packed")
    void packedPlaces_areTakenApart(String packed, List<String> places) {
        assertThat(PlaceNames.split(packed)).isEqualTo(places);
    }
}
