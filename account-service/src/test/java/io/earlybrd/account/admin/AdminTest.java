package io.earlybrd.account.admin;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.ScraperAnswers;
import io.earlybrd.account.testing.WebPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What admins do by pages, and that nobody else can. */
@AccountTest
@Tag("A15")
class AdminTest {

    private static final String OUTCOMES = "select act.act || ' ' || act.subject || ': ' || outcome.outcome"
            + " from admin_act act join admin_outcome outcome on outcome.act_id = act.id where act.subject = ?";

    private Person admin;

    @BeforeEach
    void logIn() {
        ScraperAnswers.hasSources(3);
        ScraperAnswers.hasSuggestions();
        admin = Person.admin();
    }

    @Test
    void forOthers_thereAreNoSuchPages() {
        // Given
        Person mallory = Person.subscribed("Mallory");
        Person unconfirmed = Person.withAddress(Neighbours.UNCONFIRMED_ADMIN);
        unconfirmed.signUp();
        unconfirmed.logIn();
        Map<String, Object> token = Map.of(
                "csrf-token",
                mallory.browser().get("/settings").form("/logout").fields().get("csrf-token"));
        String acts = "select count(*) from admin_act";
        long before = ACCOUNT.number(acts);

        // Then
        for (String page : List.of("/admin/sources", "/admin/suggestions", "/admin/log")) {
            assertThat(mallory.browser().get(page).status()).as(page).isEqualTo(404);
            assertThat(unconfirmed.browser().get(page).status()).as(page).isEqualTo(404);
            assertThat(Browser.open().get(page).header("Location")).startsWith("/login?next=");
        }
        for (String act : List.of(
                "/admin/sources/new",
                "/admin/sources/catalogue",
                "/admin/sources/change",
                "/admin/suggestions/" + ScraperAnswers.suggestionId(1) + "/accept")) {
            assertThat(mallory.browser().post(act, token).status()).as(act).isEqualTo(404);
        }
        assertThat(ACCOUNT.number(acts)).isEqualTo(before);
        assertThat(mallory.browser().get("/alerts").document().select("nav a[href^=/admin]"))
                .isEmpty();
        assertThat(admin.browser().get("/alerts").document().select("nav a[href^=/admin]"))
                .hasSize(1);
    }

    @Test
    void sources_areShownWithTheirHealth() {
        // When
        WebPage page = admin.browser().get("/admin/sources");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("1 needs a look", "All off")
                .contains("Fjordbank <b> 0", "greenhouse/fjordbank-0", "Blocked: 4 in vain")
                .contains("Off since", "Healthy")
                .contains("greenhouse · 265 boards", "bamboohr · 1 board");
    }

    @Test
    void sourceIsSwitchedOffAndThatIsWrittenDown() {
        // Given
        ScraperAnswers.actsAnswer(200, ScraperAnswers.source(1));

        // When
        WebPage answer = admin.browser()
                .get("/admin/sources?provider=greenhouse")
                .form("/admin/sources/change")
                .set("disable", ScraperAnswers.sourceId(2))
                .submit();

        // Then
        assertThat(answer.header("Location")).startsWith("/admin/sources?done=source-off&named=&provider=greenhouse");
        String subject = ScraperAnswers.sourceId(2).toString();
        assertThat(ACCOUNT.column(OUTCOMES, subject))
                .contains("switch off source " + subject + ": done: greenhouse/fjordbank-1");
        assertThat(admin.browser().get("/admin/log").text())
                .contains(Neighbours.ADMIN, "switch off source", subject, "done: greenhouse/fjordbank-1");
    }

    @Test
    void refusalOfTheScraper_isShownAndWrittenDown() {
        // Given
        ScraperAnswers.actsAnswer(409, ScraperAnswers.problem(409, "The source is switched off."));

        // When
        WebPage answer = admin.browser()
                .get("/admin/sources")
                .form("/admin/sources/change")
                .set("poll", ScraperAnswers.sourceId(1))
                .submit();

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("The source is switched off.");
        String subject = ScraperAnswers.sourceId(1).toString();
        assertThat(ACCOUNT.column(OUTCOMES, subject))
                .contains("poll source " + subject + ": refused: The source is switched off.");
    }

    @Test
    void sourceIsAddedByItsAddress() {
        // Given
        WebPage page = admin.browser().get("/admin/sources");
        Neighbours.answer("/api/sources", 201, ScraperAnswers.source(2));

        // When
        WebPage answer = page.form("/admin/sources/new")
                .set("address", " jobs.lever.co/fjordbank ")
                .set("company", "")
                .submit();

        // Then
        assertThat(answer.header("Location")).startsWith("/admin/sources?done=source-added");
        assertThat(Neighbours.bodies()).contains("{\"url\":\"https://jobs.lever.co/fjordbank\"}");
    }

    @Test
    void scraperThatDoesNotAnswer_isSaid() {
        // Given
        for (String path : List.of("/api/sources", "/api/sources/summary", "/api/catalogue", "/api/suggestions")) {
            Neighbours.breakDown(path);
        }

        // Then
        assertThat(admin.browser().get("/admin/sources").text()).contains("The scraper does not answer");
        assertThat(admin.browser().get("/admin/suggestions").text()).contains("The scraper does not answer");
    }

    @Test
    void catalogue_isImportedByProvider() {
        // Given
        WebPage page = admin.browser().get("/admin/sources");
        Neighbours.answer("/api/catalogue", 200, Map.of("added", 1, "there", 0));

        // When
        WebPage answer = page.form("/admin/sources/catalogue")
                .set("providers", List.of("bamboohr"))
                .set("polled", "no")
                .submit();
        WebPage none =
                page.form("/admin/sources/catalogue").without("providers").submit();

        // Then
        assertThat(answer.header("Location")).contains("done=catalogue-imported");
        assertThat(Neighbours.bodies()).contains("{\"providers\":[\"bamboohr\"],\"enabled\":false}");
        assertThat(none.status()).isEqualTo(422);
    }

    @Test
    void suggestions_areAcceptedAndRejected() {
        // Given
        WebPage page = admin.browser().get("/admin/suggestions");
        String accept = "/admin/suggestions/" + ScraperAnswers.suggestionId(1) + "/accept";
        String reject = "/admin/suggestions/" + ScraperAnswers.suggestionId(2) + "/reject";
        Neighbours.answer(
                "/api/suggestions", 200, ScraperAnswers.suggestion(1, "accepted", "https://a.example/", "lever", null));

        // When
        WebPage accepted = page.form(accept).set("company", "Fjordbank").submit();
        WebPage rejected = page.form(reject).set("reason", "This is an agency.").submit();

        // Then
        assertThat(page.text()).contains("greenhouse/fjordbank", "Not found yet", "The page could not be read now.");
        assertThat(accepted.header("Location")).endsWith("done=suggestion-accepted");
        assertThat(rejected.header("Location")).endsWith("done=suggestion-rejected");
        assertThat(Neighbours.bodies()).contains("{\"reason\":\"This is an agency.\"}");
        assertThat(page.form(reject).set("reason", " ").submit().status()).isEqualTo(422);
    }

    @Test
    @Tag("A17")
    void whatAdminsDid_isNeverChanged() {
        // Given
        ScraperAnswers.actsAnswer(202, ScraperAnswers.source(2));
        admin.browser()
                .get("/admin/sources")
                .form("/admin/sources/change")
                .set("poll", ScraperAnswers.sourceId(2))
                .submit();

        // Then
        assertThatThrownBy(() -> ACCOUNT.column("delete from admin_outcome returning outcome"))
                .hasStackTraceContaining("written once");
        assertThatThrownBy(() -> ACCOUNT.column("update admin_act set act = 'nothing' returning act"))
                .hasStackTraceContaining("written once");
    }
}
