package io.earlybrd.matcher.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.earlybrd.events.Place;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many places, hostile places, and wishes that are alike. */
@Tag("M6")
class JobPlacesTest {

    private static final Duration NO_STALL = Duration.ofSeconds(2);

    private static final List<String> TEXTS = List.of(
            "",
            "Berlin",
            "Berlin, Germany",
            "Munich",
            "Germany",
            "Remote",
            "Remote - US",
            "Remote, except California",
            "Springfield",
            "Atlantis",
            "Berlin or remote",
            "Remote (EST)",
            "2 Locations",
            "San Francisco, CA",
            "Europe");

    @Test
    void fiveThousandPlaces_areReadAsFarAsTheRuleSaysAndTheRestIsUnknown() {
        // Given
        List<Place> berlinLast = new ArrayList<>(Collections.nCopies(4_999, Place.of("Hamburg, Germany")));
        berlinLast.add(Place.of("Berlin, Germany"));

        // When
        JobPlaces places = assertTimeoutPreemptively(NO_STALL, () -> JobPlaces.of(berlinLast));

        // Then
        assertThat(places.fit(PlaceWish.of("Hamburg"), false)).isEqualTo(Fit.YES);
        assertThat(places.fit(PlaceWish.of("Berlin"), false)).isEqualTo(Fit.UNKNOWN);
        assertThat(JobPlaces.of(berlinLast.subList(0, 10)).fit(PlaceWish.of("Berlin"), false))
                .isEqualTo(Fit.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Springfield, ", "San Jose, CA, ", "a", "Paris or ", "(", "remote ", "東京", "ß", "\uD800", ",;|"})
    void endlessText_isReadWithoutStalling(String piece) {
        // Given
        String endless = piece.repeat(1_000_000 / piece.length());

        // When
        JobPlaces places =
                assertTimeoutPreemptively(NO_STALL, () -> JobPlaces.of(Collections.nCopies(50, Place.of(endless))));

        // Then
        assertThat(places.fit(PlaceWish.of("Berlin"), false)).isNotNull();
    }

    @Test
    void equalPlaces_meetEveryWishAlikeAndOthersAreNotEqual() {
        // Given
        List<PlaceWish> wishes = Stream.of(
                        "Berlin",
                        "Germany",
                        "US",
                        "California",
                        "Springfield",
                        "Atlantis",
                        "Remote",
                        "Remote US",
                        "Europe",
                        "New York",
                        "Portland, Oregon",
                        "Munich")
                .map(PlaceWish::of)
                .toList();
        List<JobPlaces> all = pairs().toList();

        // Then
        for (JobPlaces one : all) {
            for (JobPlaces other : all) {
                if (!fits(one, wishes).equals(fits(other, wishes))) {
                    assertThat(one).isNotEqualTo(other);
                }
            }
        }
        JobPlaces places = JobPlaces.of(List.of(Place.of("Berlin"), Place.of("Remote - US")));
        JobPlaces turned = JobPlaces.of(List.of(Place.of("Remote - US"), Place.of("Berlin")));
        assertThat(places).isEqualTo(turned).hasSameHashCodeAs(turned);
    }

    @Test
    @Tag("W2")
    void writtenPlaces_areReadAsTheyWere() {
        // Given
        Place inFields = new Place("Munich", Optional.of("Munich"), Optional.of("Bavaria"), Optional.of("DE"));
        List<Place> more = Collections.nCopies(1_001, inFields);
        List<JobPlaces> all = Stream.concat(
                        pairs(),
                        Stream.of(JobPlaces.of(List.of()), JobPlaces.of(List.of(inFields)), JobPlaces.of(more)))
                .toList();

        // Then
        for (JobPlaces one : all) {
            JobPlaces read = JobPlaces.read(ByteBuffer.wrap(one.write()));
            assertThat(read).isEqualTo(one);
            assertThat(read.write()).isEqualTo(one.write());
            // Says more than equality, which would miss what both forgot to compare.
            assertThat(read).usingRecursiveComparison().isEqualTo(one);
        }
    }

    private static Stream<JobPlaces> pairs() {
        return TEXTS.stream()
                .flatMap(one -> TEXTS.stream().map(other -> JobPlaces.of(List.of(Place.of(one), Place.of(other)))));
    }

    private static List<Fit> fits(JobPlaces places, List<PlaceWish> wishes) {
        return wishes.stream()
                .flatMap(wish -> Stream.of(places.fit(wish, false), places.fit(wish, true)))
                .toList();
    }

    @Test
    void randomText_isReadWithoutAnException() {
        // Given
        Random random = new Random(7);
        String alphabet = "aUSCA,;|/-()&+. \n'’éß東ก0123\uD83D\uDE80IN OR Berlin remote";

        // Then
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            JobPlaces places = JobPlaces.of(List.of(Place.of(text.toString())));
            assertThat(places.fit(PlaceWish.of(text.toString()), true)).isNotNull();
        }
    }

    @Test
    void wishesThatMeanTheSame_areEqual() {
        assertThat(PlaceWish.of("Berlin"))
                .isEqualTo(PlaceWish.of(" berlin "))
                .hasSameHashCodeAs(PlaceWish.of("BERLIN"));
        assertThat(PlaceWish.of("Portland, OR")).isEqualTo(PlaceWish.of("Portland, Oregon"));
        assertThat(PlaceWish.of("Xhofraix")).isEqualTo(PlaceWish.of("xhofraix"));
        assertThat(PlaceWish.of("Xhofraix")).isNotEqualTo(PlaceWish.of("Yhofraix"));
        assertThat(PlaceWish.of("Remote US")).isNotEqualTo(PlaceWish.of("US"));
        assertThat(PlaceWish.of("Berlin")).isNotEqualTo(PlaceWish.of("Germany"));
    }
}
