package io.earlybrd.account.signup;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.MailRequested;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.testkit.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A1")
@Tag("A2")
class ConfirmTest {

    @Test
    void link_showsAButtonAndChangesNothingHoweverOftenItIsLookedAt() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();

        // When
        List<WebPage> looks = IntStream.range(0, 3)
                .mapToObj(i -> Browser.open().get(alice.newestLink()))
                .toList();
        WebPage head = Browser.open().send("HEAD", alice.newestLink(), "");

        // Then
        assertThat(looks).allSatisfy(page -> assertThat(page.status()).isEqualTo(200));
        assertThat(head.status()).isEqualTo(200);
        assertThat(looks.get(0).header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(looks.get(0).document().select("main button").text()).isEqualTo("Confirm my address");
        assertThat(verifiedAt(alice)).containsOnlyNulls();
    }

    @Test
    void button_confirmsTheAddressLogsInAndTellsTheOthers() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();

        // When
        WebPage answer = alice.confirm();

        // Then
        assertThat(answer.follow().text()).contains("Your address is confirmed");
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()))
                .extracting(SubscriberChanged::version)
                .containsExactly(1L, 2L);
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()))
                .last()
                .satisfies(event -> assertThat(event.verifiedAt()).contains(TestClock.CLOCK.instant()));
    }

    @Test
    void usedLink_isRefused() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        String link = alice.newestLink();
        WebPage.Form form = Browser.open().get(link).form(link);
        alice.confirm();

        // When
        WebPage shown = Browser.open().get(link);
        WebPage sent = form.submit();

        // Then
        assertThat(shown.status()).isEqualTo(410);
        assertThat(sent.status()).isEqualTo(410);
        assertThat(sent.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("session="));
    }

    @Test
    void oneLinkUsedManyTimesAtOnce_confirmsOnce() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        String link = alice.newestLink();
        List<WebPage.Form> forms = IntStream.range(0, 10)
                .mapToObj(i -> Browser.open().get(link).form(link))
                .toList();

        // When
        List<Integer> answers = AtOnce.times(10, i -> forms.get(i).submit().status());

        // Then
        assertThat(answers).containsOnlyOnce(303);
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()))
                .hasSize(2);
    }

    @Test
    void linkOlderThanADay_isRefused() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        TestClock.CLOCK.advance(Duration.ofHours(24));

        // When
        WebPage answer = Browser.open().get(alice.newestLink());

        // Then
        assertThat(answer.status()).isEqualTo(410);
    }

    @Test
    void madeUpLink_isRefused() {
        // Given
        Browser browser = Browser.open();

        // When
        WebPage answer = browser.get("/confirm/" + "A".repeat(43));

        // Then
        assertThat(answer.status()).isEqualTo(410);
    }

    @Test
    void addressThatAStrangerSignedUpFirst_getsThePasswordOfItsOwner() {
        // Given
        Person alice = Person.named("Alice");
        Browser stranger = Browser.open();
        stranger.get("/sign-up")
                .form("/sign-up")
                .set("email", alice.email())
                .set("password", "the stranger waits for Alice")
                .set("zone", "UTC")
                .submit();
        alice.logIn(stranger, "the stranger waits for Alice");
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        alice.signUp();

        // When
        alice.confirm();

        // Then
        assertThat(stranger.get("/alerts").header("Location")).startsWith("/login");
        assertThat(alice.logIn(Browser.open(), "the stranger waits for Alice").status())
                .isEqualTo(422);
        assertThat(alice.logIn(Browser.open(), alice.password()).status()).isEqualTo(303);
    }

    @Test
    void unconfirmedAccount_isToldOnEveryPageAndCanHaveTheMailAgain() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        alice.logIn();
        TestClock.CLOCK.advance(Duration.ofMinutes(2));

        // When
        WebPage sent = alice.browser()
                .get("/ledger")
                .form("/settings/verification-mail")
                .submit()
                .follow();
        WebPage tooSoon = alice.browser()
                .get("/billing")
                .form("/settings/verification-mail")
                .submit()
                .follow();

        // Then
        assertThat(sent.text()).contains("We sent the mail again", "Your address is not confirmed yet");
        assertThat(tooSoon.text()).contains("No further mail was sent");
        assertThat(alice.mails())
                .extracting(MailRequested::template)
                .containsExactly("verify-address", "verify-address");
        assertThat(alice.confirm().follow().text()).doesNotContain("not confirmed yet");
    }

    @Test
    void linkInTheMail_leadsToOurAddressWhateverTheHostHeaderSays() {
        // Given
        Person alice = Person.named("Alice");

        // When
        alice.browser().with("X-Forwarded-Host", "evil.example");
        alice.signUp();

        // Then
        assertThat(alice.mails().get(0).data().get("link")).startsWith("http://localhost:8080/confirm/");
    }

    private static List<String> verifiedAt(Person person) {
        return ACCOUNT.column("select verified_at from subscriber where id = ?", person.id());
    }
}
