package io.earlybrd.account.suggestion;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.ScraperAnswers;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.MailRequested;
import io.earlybrd.testkit.AtOnce;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What subscribers are mailed when an admin answers their suggestions. */
@AccountTest
@Tag("S18")
class SuggestionMailsTest {

    private static final String SUGGESTIONS = "/api/suggestions";

    private Person admin;
    private Person alice;

    @BeforeEach
    void logIn() {
        ScraperAnswers.hasSuggestions();
        admin = Person.admin();
        alice = Person.subscribed("Alice");
    }

    @Test
    void acceptedEmployer_isToldOnceToEachWhoSuggestedThem() {
        // Given
        Person bob = Person.subscribed("Bob");
        Person carol = Person.named("Carol");
        carol.signUp();
        Person dave = Person.subscribed("Dave");
        ACCOUNT.change(
                "update subscriber set mail_stopped_at = now(), mail_stop_reason = 'unsubscribed' where id = ?",
                dave.id());
        Map<String, Object> accepted = decided(alice, "accepted");
        accepted.put(
                "alike",
                List.of(
                        decided(bob, "accepted"),
                        decided(alice, "accepted"),
                        decided(carol, "accepted"),
                        decided(dave, "accepted"),
                        withoutSubscriber()));
        Form accept = form("accept", accepted);

        // When
        List<Integer> statuses =
                AtOnce.times(3, i -> accept.form().set("company", "").submit().status());
        accept.form().set("company", "").submit();

        // Then
        assertThat(statuses).containsOnly(303);
        assertThat(told(alice)).singleElement().satisfies(mail -> {
            assertThat(mail.mailClass()).isEqualTo("account");
            assertThat(mail.template()).isEqualTo("suggestion-accepted");
            assertThat(mail.to()).isEqualTo(alice.email());
            assertThat(mail.data()).containsEntry("employer", "Fjord <b> Bank").containsOnlyKeys("employer", "link");
            assertThat(mail.data().get("link")).endsWith("/suggestions");
        });
        assertThat(told(bob)).hasSize(1);
        assertThat(told(carol)).as("never confirmed").isEmpty();
        assertThat(told(dave)).as("stopped mail").isEmpty();
    }

    @Test
    void rejectedEmployer_isToldWithTheReason() {
        // When
        form("reject", decided(alice, "rejected"))
                .form()
                .set("reason", "This is an agency.")
                .submit();

        // Then
        assertThat(told(alice)).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("suggestion-rejected");
            assertThat(mail.data()).containsEntry("reason", "This is an agency.");
        });
    }

    @Test
    void answerThatIsLost_isMailedWhenTheDecisionIsSentAgain() {
        // Given
        Form accept = form("accept", decided(alice, "accepted"));
        Neighbours.breakDown(accept.path());

        // When
        WebPage silent = accept.form().set("company", "").submit();

        // Then
        assertThat(silent.status()).isEqualTo(503);
        assertThat(silent.text()).contains("Load this page again to send it once more");
        assertThat(told(alice)).isEmpty();

        // When
        accept.answered();
        accept.form().set("company", "").submit();

        // Then
        assertThat(told(alice)).hasSize(1);
    }

    @Test
    void refusedDecision_isMailedToNobody() {
        // Given
        Form accept = form("accept", decided(alice, "accepted"));
        Neighbours.answer(accept.path(), 409, ScraperAnswers.problem(409, "It was rejected before."));

        // When
        WebPage refused = accept.form().set("company", "").submit();

        // Then
        assertThat(refused.text()).contains("It was rejected before.");
        assertThat(told(alice)).isEmpty();
    }

    /** The form that decides a suggestion which waits, and which the scraper then answers so. */
    private Form form(String act, Map<String, Object> decided) {
        String id = (String) decided.get("id");
        Map<String, Object> waiting = new HashMap<>(decided);
        waiting.put("state", "waiting");
        waiting.remove("decidedAt");
        Neighbours.answer(SUGGESTIONS, 200, List.of(waiting));
        WebPage page = admin.browser().get("/admin/suggestions");
        Form form = new Form(page, id, act, decided);
        form.answered();
        return form;
    }

    private static Map<String, Object> decided(Person by, String state) {
        Map<String, Object> suggestion = ScraperAnswers.suggestion(
                1,
                state,
                "https://boards.greenhouse.io/fjordbank",
                "greenhouse",
                state.equals("rejected") ? "This is an agency." : null);
        suggestion.put("id", UUID.randomUUID().toString());
        suggestion.put("subscriberId", by.id().toString());
        suggestion.put("decidedAt", TestClock.CLOCK.instant().toString());
        return suggestion;
    }

    private Map<String, Object> withoutSubscriber() {
        Map<String, Object> suggestion = decided(alice, "accepted");
        suggestion.remove("subscriberId");
        return suggestion;
    }

    private static List<MailRequested> told(Person person) {
        return person.mails().stream()
                .filter(mail -> mail.template().startsWith("suggestion-"))
                .toList();
    }

    private record Form(WebPage page, String id, String act, Map<String, Object> decided) {

        WebPage.Form form() {
            return page.form("/admin/suggestions/" + id + "/" + act);
        }

        String path() {
            return SUGGESTIONS + "/" + id + "/" + act;
        }

        void answered() {
            Neighbours.answer(path(), 200, decided);
        }
    }
}
