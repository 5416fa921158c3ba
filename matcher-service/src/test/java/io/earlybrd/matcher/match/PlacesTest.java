package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which place of a job is the wished one. */
@Tag("M6")
class PlacesTest {

    @ParameterizedTest(name = "{0} is wished, {1} is stated: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    Berlin              | Berlin                             | YES
                    berlin              | Berlin, Germany                    | YES
                    Berlin              | Munich/ Berlin                     | YES
                    Berlin              | Hamburg, Germany                   | NO
                    Berlin, Germany     | Berlin                             | YES
                    Berlin, Germany     | Berlin, Deutschland                | YES
                    Berlin, DE          | Berlin, Germany                    | YES
                    Berlin, Germany     | Berlin, Maryland                   | NO
                    Zürich              | Zurich, Switzerland                | YES
                    São Paulo           | Sao Paulo, Brazil                  | YES
                    New York            | New York City, NY                  | YES
                    New York            | Brooklyn, NY, US                   | YES
                    York                | York, UK                           | YES
                    Germany             | Berlin, Germany                    | YES
                    Germany             | München, Deutschland               | YES
                    Deutschland         | Germany                            | YES
                    Germany             | Vienna, Austria                    | NO
                    US                  | Austin, TX, US                     | YES
                    USA                 | New York, NY                       | YES
                    United States       | Seattle, Washington, USA           | YES
                    United States       | San Francisco, CA                  | YES
                    United Kingdom      | London, UK                         | YES
                    UK                  | Edinburgh, Scotland                | YES
                    Canada              | Toronto, ON, CA                    | YES
                    California          | San Francisco, CA                  | YES
                    CA                  | Palo Alto, California, US          | YES
                    California          | Toronto, ON, CA                    | NO
                    Portland, OR        | Portland, Oregon                   | YES
                    Portland, Oregon    | Portland, ME                       | NO
                    Mexico              | Albuquerque, New Mexico            | NO
                    Mexico              | Mexico City, Mexico                | YES
                    Washington, DC      | Washington, DC                     | YES
                    Washington          | Seattle, WA                        | YES
                    DACH                | Wien, Österreich                   | YES
                    DACH                | Paris, France                      | NO
                    Europe              | Lisbon, Portugal                   | YES
                    Germany             | Europe                             | YES
                    EU                  | Oslo, Norway                       | NO
                    Netherlands         | Amsterdam, The Netherlands         | YES
                    Berlin              | 3 Locations                        | UNKNOWN
                    Berlin              | Multiple locations                 | UNKNOWN
                    Berlin              | Hybrid                             | UNKNOWN
                    東京                  | 東京都                                | YES
                    """)
    void statedPlace_isComparedByItsNames(String wish, String stated, Verdict verdict) {
        // Given
        Criteria criteria = Wish.of("nurse").in(wish).criteria();
        JobText job = Posting.titled("Nurse").in(stated).text();

        // Then
        assertThat(criteria.explain(job).get(1).verdict()).isEqualTo(verdict);
        assertThat(criteria.areMetBy(job)).isEqualTo(verdict != Verdict.NO);
    }

    @Test
    void fieldsOfThePlace_countBesideItsText() {
        // Given
        JobText job = Posting.titled("Nurse")
                .in("HQ", "Tbilisi", null, "GE")
                .in("Site 2", "Atlanta", "GA", "US")
                .text();

        // Then
        assertThat(Wish.of("nurse").in("Tbilisi").criteria().areMetBy(job)).isTrue();
        assertThat(Wish.of("nurse").in("United States").criteria().areMetBy(job))
                .isTrue();
        assertThat(Wish.of("nurse").in("Georgia").criteria().areMetBy(job)).isTrue();
        assertThat(Wish.of("nurse").in("Alabama").criteria().areMetBy(job)).isFalse();
    }

    @Test
    void oneOfSeveralWishesAndPlaces_suffices() {
        // Given
        JobText job = Posting.titled("Nurse")
                .in("San Francisco, CA")
                .in("Oslo, Norway")
                .text();

        // Then
        assertThat(Wish.of("nurse").in("Berlin", "Oslo").criteria().areMetBy(job))
                .isTrue();
        assertThat(Wish.of("nurse").in("Berlin", "Hamburg").criteria().areMetBy(job))
                .isFalse();
    }

    @Test
    void jobWithoutAnyPlace_isUnknownAndPasses() {
        // Given
        JobText job = Posting.titled("Nurse").text();
        Criteria criteria = Wish.of("nurse").in("Berlin").criteria();

        // Then
        assertThat(criteria.areMetBy(job)).isTrue();
        assertThat(criteria.explain(job).get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
