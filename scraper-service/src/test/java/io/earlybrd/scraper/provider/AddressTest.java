package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S11")
class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "St. Louis,MO,us,'St. Louis, MO, United States'",
        "Madrid,Europe,ES,'Madrid, Spain'",
        "Stockholm,Sweden,SE,'Stockholm, Sweden'",
        "London,London,United Kingdom,'London, United Kingdom'",
        "'','',PT,Portugal",
        "Gouda,'',Nederland,'Gouda, Netherlands'",
        "' New  York ','',USA,'New York, United States'",
        "Atlanta,Georgia,United States,'Atlanta, Georgia, United States'"
    })
    void parts_areOneText(String city, String region, String country, String text) {
        assertThat(new Address(city, region, country).place().orElseThrow().text())
                .isEqualTo(text);
    }

    @Test
    void addressWithoutParts_isNoPlace() {
        assertThat(new Address("", " ", "\u00a0").place()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Remote", "Remote - US", "United States", "Home office"})
    void nameThatIsNotOfACity_leavesOnlyTheCountryOfTheAddress(String name) {
        assertThat(new Address("Miami", "Florida", "US").named(name))
                .isEqualTo(new Place(name, Optional.empty(), Optional.empty(), Optional.of("US")));
    }

    @Test
    void nameThatSaysItsCity_countsMoreThanTheAddress() {
        Place place = new Address("Menlo Park", "California", "United States").named("Redwood City, CA");

        assertThat(place.city()).contains("Redwood City");
        assertThat(place.country()).contains("US");
    }

    @Test
    void nameOfATerritory_isNotInTheCountryOfTheAddress() {
        assertThat(new Address("Hong Kong", "", "China").named("Hong Kong").country())
                .contains("HK");
    }

    @Test
    void addressWithoutACountry_isInTheOneThatItsTextMakesCertain() {
        assertThat(new Address("Fort Lauderdale", "Florida", "").place().orElseThrow())
                .isEqualTo(new Place(
                        "Fort Lauderdale, Florida",
                        Optional.of("Fort Lauderdale"),
                        Optional.of("Florida"),
                        Optional.of("US")));
    }

    @Test
    void nameOfAnOffice_hasTheCityOfItsAddress() {
        assertThat(new Address("Columbus", "Ohio ", "United States").named("Branch HQ"))
                .isEqualTo(new Place("Branch HQ", Optional.of("Columbus"), Optional.of("Ohio"), Optional.of("US")));
    }
}
