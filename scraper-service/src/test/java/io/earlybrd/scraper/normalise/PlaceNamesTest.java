package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("S11")
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
                Arguments.of("Portland, Oregon", List.of("Portland, Oregon")),
                Arguments.of("London, Paris, Berlin", List.of("London", "Paris", "Berlin")),
                Arguments.of("London, New York, Singapore", List.of("London", "New York", "Singapore")),
                Arguments.of("Berlin, Germany", List.of("Berlin, Germany")),
                Arguments.of("Germany, Berlin", List.of("Germany, Berlin")),
                Arguments.of("Oxted, Surrey, Kent", List.of("Oxted, Surrey, Kent")),
                Arguments.of("Brooklyn, New York", List.of("Brooklyn, New York")),
                Arguments.of("SF / NYC", List.of("SF", "NYC")),
                Arguments.of("Cambridge, MA + NYC", List.of("Cambridge, MA", "NYC")),
                Arguments.of("San Francisco or Palo Alto, CA", List.of("San Francisco", "Palo Alto, CA")),
                Arguments.of("Bosnia and Herzegovina", List.of("Bosnia and Herzegovina")),
                Arguments.of("Remote - UK / Ireland", List.of("Remote - UK / Ireland")),
                Arguments.of("Remote - Germany, Spain or Portugal", List.of("Remote - Germany, Spain or Portugal")),
                Arguments.of("Remote (USA | Canada)", List.of("Remote (USA | Canada)")),
                Arguments.of("Remote (USA | Canada", List.of("Remote (USA", "Canada")),
                Arguments.of("Czechia, Remote", List.of("Czechia, Remote")),
                Arguments.of("San Francisco, London, REMOTE (US)", List.of("San Francisco", "London", "REMOTE (US)")),
                Arguments.of("EMEA - France - Offsite/Home", List.of("EMEA - France - Offsite/Home")),
                Arguments.of("Oslo | Full-time | 90k NOK | https://a.example", List.of("Oslo")),
                Arguments.of("Remote - Tennessee, USA", List.of("Remote - Tennessee, USA")),
                Arguments.of("Chicago, US-Remote, Toronto", List.of("Chicago", "US-Remote", "Toronto")),
                Arguments.of("Oslo | looms.example", List.of("Oslo")),
                Arguments.of("3 Locations", List.of()),
                Arguments.of("Multiple locations", List.of()),
                Arguments.of("Hybrid", List.of()),
                Arguments.of("On-site", List.of()),
                Arguments.of("Remote", List.of("Remote")));
    }

    @ParameterizedTest
    @MethodSource("packed")
    void packedPlaces_areTakenApart(String packed, List<String> places) {
        assertThat(PlaceNames.split(packed)).isEqualTo(places);
    }
}
