package io.earlybrd.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site as the world sees it: behind a proxy that ends TLS. */
@AccountTest
@TestProfile(HttpsTest.PublicByHttps.class)
@Tag("A3")
@Tag("A18")
class HttpsTest {

    @Test
    void cookies_areSecureAndBoundToTheHost() {
        // Given
        Person alice = Person.named("Alice");
        alice.browser().with("X-Forwarded-Proto", "https");
        alice.signUp();

        // When
        WebPage answer = alice.confirm();

        // Then
        assertThat(answer.headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-session="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(answer.headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("csrf-token="))
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("Secure").contains("SameSite=Lax"));
        assertThat(alice.browser().get("/alerts").status()).isEqualTo(200);
    }

    @Test
    void everyAnswer_asksForHttpsFromNowOn() {
        // Given
        Browser browser = Browser.open();

        // When
        WebPage missing = browser.get("/nothing");

        // Then
        assertThat(missing.header("Strict-Transport-Security")).isEqualTo("max-age=63072000; includeSubDomains");
    }

    @Test
    void originOfThePublicAddress_isOurs() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage.Form form = alice.browser().get("/settings").form("/settings/mail-times");
        alice.browser().with("Origin", "https://earlybrd.example");

        // When
        WebPage answer = form.submit();

        // Then
        assertThat(answer.status()).isEqualTo(303);
    }

    /** The public address is one by https. */
    public static final class PublicByHttps implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("earlybrd.public-url", "https://earlybrd.example");
        }
    }
}
