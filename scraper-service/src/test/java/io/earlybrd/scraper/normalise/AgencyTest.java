package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S19")
class AgencyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbour Recruitment Ltd",
                "Rio Grande Staffing Solutions",
                "Violet Hen Recruiting",
                "Robert Half",
                "Nordlicht Personaldienstleistungen GmbH",
                "Otter Executive Search"
            })
    void nameOfAgency_isEvident(String company) {
        assertThat(Agency.isEvident(company, "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fjordbank",
                "Oakline Research",
                "Interim HealthCare",
                "State Personnel Board",
                "Kelly Services Internal",
                "Army Recruiting Command",
                "Staffing Software GmbH",
                "Brightloom Consulting",
                "Haystack Hays Farm"
            })
    void nameOfEmployer_isNot(String company) {
        assertThat(Agency.isEvident(company, "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our client, a fast-growing maker of looms, is seeking a Director of Weaving.",
                "My client is currently looking for a Java developer.",
                "We are recruiting on behalf of our client for two welders.",
                "On behalf of one of our clients in Oslo we are hiring nurses.",
                "Für unseren Mandanten in Köln suchen wir ab sofort eine Leitung."
            })
    void clientWhoHires_isEvident(String description) {
        assertThat(Agency.isEvident("Oakline", description)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You will work with our client teams. We are hiring now.",
                "Expand our client base while the market is looking up.",
                "You negotiate on behalf of our clients.",
                "Our client is a bank; you build its ledgers.",
                "Our clients are looking for answers.",
                "Delight our client. Is the team hiring a friend of yours? Ask."
            })
    void clientWhoDoesNotHire_isNot(String description) {
        assertThat(Agency.isEvident("Oakline", description)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"our client ", "hiring on behalf of ", "looking ", "für unseren kunden "})
    void longText_isReadAtOnce(String words) {
        String text = words.repeat(PlainText.MAX_LENGTH / words.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Agency.isEvident("Oakline", text));
    }
}
