package io.earlybrd.account.web;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AccountTest
@Tag("A3")
class CrossSiteTest {

    @Test
    void anyFormWithoutItsToken_isRefusedAndChangesNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        List<String> paths = List.of(
                "/alerts",
                "/alerts/" + alert,
                "/alerts/" + alert + "/pause",
                "/alerts/" + alert + "/delete",
                "/alerts/preview",
                "/settings/mail-times",
                "/settings/sessions/end-others",
                "/settings/verification-mail",
                "/suggestions",
                "/billing/checkout",
                "/billing/portal",
                "/login",
                "/sign-up",
                "/password/forgot",
                "/password/reset/some-token",
                "/confirm/some-token",
                "/logout");
        String before = state(alice);

        // When
        List<WebPage> answers = paths.stream()
                .map(path -> alice.browser().post(path, Map.of("name", "changed", "q", "changed", "plan", "monthly")))
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.path()).isEqualTo(403);
            assertThat(answer.text()).contains("This form did not come from here", "reference R-");
        });
        assertThat(state(alice)).isEqualTo(before);
    }

    @Test
    void tokenOfSomebodyElse_isRefused() {
        // Given
        Person alice = Person.subscribed("Alice");
        Person mallory = Person.subscribed("Mallory");
        Map<String, Object> fields = new HashMap<>(
                mallory.browser().get("/alerts/new").form("/alerts").fields());
        fields.putAll(Map.of("name", "planted", "q", "planted"));

        // When
        WebPage answer = alice.browser().post("/alerts", fields);

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:8080.evil.example"
    })
    void formFromAnotherSite_isRefusedThoughItHasTheToken(String header, String value) {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "planted")
                .set("q", "planted");
        alice.browser().with(header, value);

        // When
        WebPage answer = form.submit();

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "Origin, http://localhost:8080"})
    void formFromThisSite_isTaken(String header, String value) {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "mine")
                .set("q", "rust");
        alice.browser().with(header, value);

        // When
        WebPage answer = form.submit();

        // Then
        assertThat(answer.status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"same-origin", "cross-site", "''"})
    void formOfAPageWhoseAddressIsASecret_isTakenFromAHiddenOrigin(String fetchSite) {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        WebPage.Form form =
                alice.browser().get(alice.newestLink()).form(alice.newestLink()).set("password", alice.password());
        alice.browser().with("Origin", "null");
        if (!fetchSite.isEmpty()) {
            alice.browser().with("Sec-Fetch-Site", fetchSite);
        }

        // When
        WebPage answer = form.submit();

        // Then
        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void resetFromAHiddenOrigin_isTaken() {
        // Given
        Person alice = Person.subscribed("Alice");
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        alice.browser()
                .get("/password/forgot")
                .form("/password/forgot")
                .set("email", alice.email())
                .submit();
        WebPage.Form form = alice.browser()
                .get(alice.newestLink())
                .form(alice.newestLink())
                .set("password", "eight yellow lemons in a bowl");
        alice.browser().with("Origin", "null");

        // When
        WebPage answer = form.submit();

        // Then
        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void formOfAPageWhoseAddressIsASecret_isRefusedFromAnotherSiteAndWithoutItsToken() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        WebPage.Form form =
                alice.browser().get(alice.newestLink()).form(alice.newestLink()).set("password", alice.password());
        Browser named = alice.browser().with("Origin", "https://evil.example");

        // When
        WebPage fromAnotherSite = form.submit();
        named.with("Origin", "null");
        WebPage withoutToken = form.without("csrf-token").submit();

        // Then
        assertThat(List.of(fromAnotherSite.status(), withoutToken.status())).containsOnly(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/sign-up", "/password/forgot"})
    void formOfAnyOtherPage_isRefusedFromAHiddenOrigin(String path) {
        // Given
        Browser browser = Browser.open();
        WebPage.Form form = browser.get(path).form(path).set("email", "robin@post.example");
        browser.with("Origin", "null");

        // When
        WebPage answer = form.submit();

        // Then
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void changeByGet_isNotThere() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        String before = state(alice);

        // When
        List<Integer> statuses =
                List.of("/alerts/" + alert + "/pause", "/alerts/" + alert + "/delete", "/logout").stream()
                        .map(path -> alice.browser().get(path + "?_method=POST").status())
                        .toList();

        // Then
        assertThat(statuses).containsExactly(405, 200, 405);
        assertThat(state(alice)).isEqualTo(before);
    }

    @Test
    void malformedTokenCookie_isReplacedInsteadOfLockingThePersonOut() {
        // Given
        Browser browser = Browser.open().cookie("csrf-token", "%%%");

        // When
        WebPage answer = browser.get("/login").follow();

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(browser.cookie("csrf-token")).hasSizeGreaterThan(20);
    }

    private static String state(Person person) {
        return String.join(
                        "|",
                        ACCOUNT.column(
                                "select version || name || coalesce(paused_by, '') from alert where subscriber_id = ? order by id",
                                person.id()))
                + ACCOUNT.number("select version from subscriber where id = ?", person.id())
                + ACCOUNT.number("select count(*) from session where subscriber_id = ?", person.id());
    }
}
