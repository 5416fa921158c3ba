package io.earlybrd.matcher.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner of an alert can choose between if a place may be several. */
@Tag("M6")
class PlaceChoicesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    Cambridge   | Cambridge, England; Cambridge, Ontario; Cambridge, Massachusetts
                    Birmingham  | Birmingham, England; Birmingham, Alabama
                    Washington  | Washington, United States; Washington, District of Columbia
                    Kansas City | Kansas City, Missouri; Kansas City, Kansas
                    Georgia     | Georgia, United States
                    """)
    void nameOfSeveralPlaces_offersEach(String wish, String choices) {
        assertThat(PlaceWish.of(wish).choices()).containsExactly(choices.split("; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Springfield", "Cambridge", "Valencia", "Newcastle", "Richmond", "Neustadt", "Remote Portland"})
    void eachChoice_meansOnePlaceSurely(String wish) {
        assertThat(PlaceWish.of(wish).choices()).hasSizeBetween(2, 6).allSatisfy(choice -> {
            assertThat(PlaceList.read(choice)).hasSize(1);
            assertThat(PlaceWish.of(choice).isKnown()).isTrue();
            assertThat(PlaceWish.of(choice).sure().isEmpty()).isFalse();
            assertThat(PlaceWish.of(choice).choices()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Berlin", "New York", "Cambridge, MA", "Paris", "Remote US", "Remote", "Germany", "Xhofraix"})
    void nameOfOnePlace_orOfNoneThatWeKnow_leavesNoChoice(String wish) {
        assertThat(PlaceWish.of(wish).choices()).isEmpty();
    }
}
