package io.earlybrd.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AccountTest
@Tag("A18")
class HeadersTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /alerts, 303",
        "GET, /nothing, 404",
        "GET, /assets/earlybrd-0000.css, 404",
        "POST, /, 405",
        "DELETE, /alerts, 405",
        "TRACE, /, 405",
        "POST, /login, 403",
        "GET, /alerts/%00, 303",
        "GET, /alerts/%FF%FE, 303",
        "GET, /settings/sessions/x/end, 405",
        "GET, /q/health, 404",
        "GET, /q/metrics, 404",
        "GET, /q/dev-ui, 404",
        "GET, /q/arc, 404",
        "GET, /q/swagger-ui, 404",
        "GET, /.git/config, 404",
        "GET, /application.properties, 404"
    })
    void anyAnswer_carriesTheHeaders(String method, String path, int status) {
        // Given
        Browser browser = Browser.open();

        // When
        WebPage answer = browser.send(method, path, "");

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertHarmless(answer);
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/confirm/over", "/password/reset/over"})
    void pageWhoseAddressIsASecret_isNamedToNoOther(String path) {
        // Given
        Browser browser = Browser.open();

        // When
        WebPage answer = browser.get(path);

        // Then
        assertThat(answer.status()).isEqualTo(410);
        assertHarmless(answer);
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void stylesheetAndIcon_haveNamesOfTheirContentAndAreKeptForEver() {
        // Given
        Browser browser = Browser.open();
        WebPage landing = browser.get("/");

        // When
        WebPage stylesheet =
                browser.get(landing.document().select("link[rel=stylesheet]").attr("href"));
        WebPage icon = browser.get(landing.document().select("link[rel=icon]").attr("href"));

        // Then
        assertThat(stylesheet.path()).matches("/assets/earlybrd-[0-9a-f]{16}\\.css");
        assertThat(stylesheet.header("Content-Type")).startsWith("text/css");
        assertThat(stylesheet.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(stylesheet.body()).contains("--accent", ".fate.sent").hasSizeLessThan(24_000);
        assertThat(icon.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(icon.header("Cache-Control")).contains("immutable");
        assertThat(stylesheet.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("session"));
    }

    @Test
    void someoneElsesOrigin_getsNoPermission() {
        // Given
        Browser browser = Browser.open().with("Origin", "https://evil.example");

        // When
        WebPage answer = browser.get("/login");

        // Then
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerts", "/alerts/new", "/ledger", "/billing", "/settings"})
    void privatePage_sendsAStrangerToLogInAndBack(String path) {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser other = Browser.open();

        // When
        WebPage login = other.get(path).follow();
        WebPage back = login.form("/login")
                .set("email", alice.email())
                .set("password", alice.password())
                .submit();

        // Then
        assertThat(login.document().select("h1").text()).isEqualTo("Log in");
        assertThat(back.header("Location")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/alerts@evil.example",
                "/alerts/../../evil",
                "javascript:alert(1)",
                "/alerts\r\nSet-Cookie: a=b"
            })
    void nextPageThatIsNotOurs_leadsToTheAlerts(String next) {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser other = Browser.open();

        // When
        WebPage answer = other.get("/login")
                .form("/login")
                .set("email", alice.email())
                .set("password", alice.password())
                .set("next", next)
                .submit();

        // Then
        assertThat(answer.header("Location")).isEqualTo("/alerts");
        assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
    }

    @ParameterizedTest
    @ValueSource(ints = {66_000, 1_000_000})
    void formThatIsTooLarge_isAnsweredByAPageThatSaysSo(int length) {
        // Given
        Browser browser = Browser.open();
        WebPage.Form form = browser.get("/login").form("/login");

        // When
        WebPage answer = form.set("email", "a@post.example")
                .set("password", "x".repeat(length))
                .submit();
        WebPage next = browser.get("/login");

        // Then
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("That is more than we take", "reference R-");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(next.status()).isEqualTo(200);
    }

    @Test
    void unreadableBody_isAnsweredByAPageWithAReferenceAndNothingOfTheInside() {
        // Given
        Browser browser = Browser.open();
        browser.get("/login");

        // When
        WebPage answer = browser.with("Content-Type", "application/json").post("/login", Map.of());

        // Then
        assertThat(answer.status()).isBetween(400, 415);
        assertThat(answer.text()).contains("reference R-");
        assertThat(answer.body()).doesNotContain("Exception", "io.earlybrd", "quarkus", "resteasy");
    }

    private static void assertHarmless(WebPage answer) {
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
