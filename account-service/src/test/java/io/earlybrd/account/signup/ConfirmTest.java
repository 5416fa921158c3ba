package io.earlybrd.account.signup;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.MailRequested;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.testkit.AtOnce;
import io.earlybrd.testkit.Backends;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A1")
@Tag("A2")
class ConfirmTest {

    @Test
    void link_asksForThePasswordAndChangesNothingHoweverOftenItIsLookedAt() {
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
        assertThat(looks.get(0).document().select("#password").attr("type")).isEqualTo("password");
        assertThat(looks.get(0).document().select("main button").text()).isEqualTo("Confirm my address");
        assertThat(verifiedAt(alice)).containsOnlyNulls();
    }

    @Test
    void rightPassword_confirmsTheAddressLogsInAndTellsTheOthers() {
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
        WebPage.Form form = Browser.open().get(link).form(link).set("password", alice.password());
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
                .mapToObj(i -> Browser.open().get(link).form(link).set("password", alice.password()))
                .toList();

        // When
        List<Integer> answers = AtOnce.times(10, i -> forms.get(i).submit().status());

        // Then
        assertThat(answers).containsOnlyOnce(303);
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()))
                .hasSize(2);
    }

    @Test
    void allLinksOfAPersonUsedAtOnce_confirmOnce() throws Exception {
        // Given
        Person alice = Person.named("Alice");
        List<WebPage.Form> forms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            alice.signUp();
            String link = alice.newestLink();
            forms.add(Browser.open().get(link).form(link).set("password", alice.password()));
            TestClock.CLOCK.advance(Duration.ofMinutes(2));
        }

        // When: all have come as far as their links, before any goes on.
        ExecutorService threads = Executors.newFixedThreadPool(forms.size());
        List<Future<Integer>> answers = new ArrayList<>();
        try (Connection other = Backends.postgres().connect("account");
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select from verification where subscriber_id = '" + alice.id() + "' for update");
            forms.forEach(form -> answers.add(threads.submit(() -> form.submit().status())));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ACCOUNT.waitingForALock("from verification") == forms.size());
            other.rollback();
        } finally {
            threads.shutdown();
        }

        // Then
        assertThat(answers)
                .extracting(answer -> answer.get(30, TimeUnit.SECONDS))
                .containsExactlyInAnyOrder(303, 410, 410);
    }

    @Test
    void accountThatAStrangerMadeForAnAddress_isNotConfirmedByTheOwnerOfTheMailbox() {
        // Given
        Person alice = Person.named("Alice");
        Browser stranger = alice.strangerWhoSignedUp("the stranger waits for Alice");
        String link = alice.newestLink();

        // When
        WebPage without =
                alice.browser().get(link).form(link).without("password").submit();
        WebPage withHerOwn = alice.confirm();

        // Then
        assertThat(List.of(without.status(), withHerOwn.status())).containsOnly(422);
        assertThat(withHerOwn.document().title()).startsWith("Error: ");
        assertThat(withHerOwn.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(withHerOwn.text()).contains("It is not the one that you gave when you signed up.");
        assertThat(withHerOwn.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("session="));
        assertThat(verifiedAt(alice)).containsOnlyNulls();
        assertThat(alice.confirm(Browser.open(), link, "the stranger waits for Alice")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void passwordOfAnotherSignUp_doesNotConfirmByThisLink() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        Browser stranger = Browser.open();
        stranger.get("/sign-up")
                .form("/sign-up")
                .set("email", alice.email())
                .set("password", "the stranger waits for Alice")
                .set("zone", "UTC")
                .submit();

        // When
        WebPage answer = alice.confirm();

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(alice.logIn(Browser.open(), "the stranger waits for Alice").status())
                .isEqualTo(422);
    }

    @Test
    @Tag("A19")
    void tenWrongPasswords_slowTheGuesserDownHereAndAtTheLogIn() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        String link = alice.newestLink();
        Browser guesser = Browser.open();
        List<Integer> first = IntStream.range(0, 10)
                .mapToObj(i -> alice.confirm(guesser, link, "guess number " + i).status())
                .toList();

        // When
        WebPage eleventh = alice.confirm(guesser, link, alice.password());
        WebPage logIn = alice.logIn(guesser, alice.password());
        WebPage owner = alice.confirm();

        // Then
        assertThat(first).containsOnly(422);
        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.header("Retry-After")).isEqualTo("900");
        assertThat(logIn.status()).isEqualTo(429);
        assertThat(owner.status()).isEqualTo(303);
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
        Browser stranger = alice.strangerWhoSignedUp("the stranger waits for Alice");
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
