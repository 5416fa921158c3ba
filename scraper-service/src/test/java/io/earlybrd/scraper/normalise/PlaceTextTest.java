package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S11")
class PlaceTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "'San Francisco, CA' > San Francisco/California/US",
                "'Toronto, ON, CA' > Toronto/Ontario/CA",
                "'Toronto, CA' > Toronto/Ontario/CA",
                "'Fresno, CA' > Fresno/California/US",
                "'Berlin, DE' > Berlin/Berlin/DE",
                "'Wilmington, DE' > Wilmington/Delaware/US",
                "'Pune, IN' > Pune/Maharashtra/IN",
                "'Muncie, IN' > Muncie/Indiana/US",
                "'KA, IN' > -/Karnataka/IN",
                "'TN, IN' > -/Tamil Nadu/IN",
                "'CT, US' > -/Connecticut/US",
                "'US, WA, Redmond' > Redmond/Washington State/US",
                "United States-Florida-Mayport > Mayport/Florida/US",
                "'US-OR-Tualatin (1034), United States' > Tualatin/Oregon/US",
                "Massachusetts - Boston > Boston/Massachusetts/US",
                "NC - Surf City > Surf City/North Carolina/US",
                "California - LA > -/California/US",
                "'USA - Hazelwood, MO' > Hazelwood/Missouri/US",
                "'Denver, CO - US' > Denver/Colorado/US",
                "'Wyoming, MI' > Wyoming/Michigan/US",
                "'Atlanta, Georgia' > Atlanta/Georgia/US",
                "'Tbilisi, Georgia' > Tbilisi/-/GE",
                "'12 Oak St STE 5, Burlington,MA 01803-4611' > Burlington/Massachusetts/US",
                "'Buenos Aires, , Argentina' > Buenos Aires/-/AR",
                "'Dublin, County Dublin, Ireland' > Dublin/-/IE",
                "'London, England, United Kingdom' > London/England/GB",
                "'Singapore, Singapore' > -/-/SG",
                "Austin TX > Austin/Texas/US",
                "'Washington, United States' > -/-/US",
                "'Newark, US' > Newark/-/US",
                "New York > -/New York State/US",
                "München > München/Bavaria/DE",
                "'San Juan, PR, US' > San Juan/-/PR",
                "Washington DC > Washington/District of Columbia/US",
                "IN - Peru > -/Indiana/US",
                "MI - Holland > Holland/Michigan/US",
                "TX - US > -/Texas/US",
                "FR-Paris > Paris/Île-de-France/FR",
                "'Clarence, NY, US' > Clarence/New York State/US",
                "Acme - Costa Rica > -/-/CR",
                "London - UK > London/England/GB",
                "Denver Office > Denver/Colorado/US",
                "'San Francisco, US (Remote)' > San Francisco/California/US",
                "Remote - US > -/-/US",
                "Remote (Sweden) > -/-/SE",
                "Anywhere in the UK > -/-/GB",
                "USA only > -/-/US",
                "US Fully Remote > -/-/US",
                "Remote-Singapore > -/-/SG",
                "Remote in Germany > -/-/DE",
                "'Remote - New York, USA' > -/New York State/US",
                "EMEA - France - Offsite > -/-/FR",
                "(USA) ND WAHPETON 03875 SUPERCENTER > WAHPETON/North Dakota/US",
                "(USA) Main Home Office > -/-/US",
                "'Jordan, UT, US' > -/Utah/US",
                "'Pune, India, APAC' > Pune/Maharashtra/IN",
                "'Ogden, UT United States' > Ogden/Utah/US"
            })
    void certainPlace_isResolved(String text, String expected) {
        assertThat(summary(PlaceText.resolve(text, null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Georgia",
                "Washington",
                "Springfield",
                "Cambridge",
                "CA",
                "DE",
                "Utrecht, DE",
                "Ontario, CA",
                "Remote",
                "Remote (EMEA)",
                "Remote (Canada, LATAM, EU)",
                "Remote (US time zone)",
                "Remote, except Germany",
                "SF, NL, IN",
                "UL, IN",
                "NO-VISA",
                "San Francisco, CA (+ NY, London for some roles)",
                "IT-Support",
                "IT - Support",
                "Remote (EU, Switzerland, Norway)",
                "us",
                "Core Team",
                "02027 - Pharmacy Albany, L.L.C.",
                ""
            })
    void uncertainPlace_staysUnresolved(String text) {
        assertThat(summary(PlaceText.resolve(text, null))).isEqualTo("-/-/-");
    }

    @Test
    void countryOfProvider_decidesWhatTheTextMeans() {
        assertThat(summary(PlaceText.resolve("Utrecht, DE", "US"))).isEqualTo("Utrecht/Delaware/US");
        assertThat(summary(PlaceText.resolve("Celle, DE", "DE"))).isEqualTo("Celle/-/DE");
        assertThat(summary(PlaceText.resolve("Remote", "NL"))).isEqualTo("-/-/NL");
        assertThat(summary(PlaceText.resolve("London", "CA"))).isEqualTo("London/Ontario/CA");
    }

    @Test
    void textThatContradictsTheCountry_isNotResolved() {
        assertThat(summary(PlaceText.resolve("Paris, France", "US"))).isEqualTo("-/-/US");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "A-", ",", "(", "US-", "Aa ", "A.", "remote ", " or ", "/"})
    void longText_isReadAtOnce(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> PlaceNames.split(text).forEach(place -> PlaceNames.resolve(place, null)));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Workplace.mentioned(PlaceNames.pieces(text), ""));
    }

    private static String summary(Place place) {
        return place.city().orElse("-") + "/" + place.region().orElse("-") + "/"
                + place.country().orElse("-");
    }
}
