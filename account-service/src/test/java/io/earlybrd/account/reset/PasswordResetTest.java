package io.earlybrd.account.reset;

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
class PasswordResetTest {

    private static final String NEW_PASSWORD = "eight yellow lemons in a bowl";

    @Test
    void knownAddress_getsALinkAndIsAnsweredLikeAnUnknownOne() {
        // Given
        Person alice = subscribed("Alice");
        Person unknown = Person.named("Unknown");

        // When
        WebPage known = ask(Browser.open(), alice.email());
        WebPage other = ask(Browser.open(), unknown.email());

        // Then
        assertThat(known.status()).isEqualTo(other.status()).isEqualTo(303);
        assertThat(known.header("Location")).isEqualTo(other.header("Location")).isEqualTo("/password/forgot/sent");
        assertThat(known.follow().status()).isEqualTo(200);
        assertThat(alice.mails()).last().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("reset-password");
            assertThat(mail.mailClass()).isEqualTo("account");
            assertThat(mail.data().get("link")).matches("http://localhost:8080/password/reset/[A-Za-z0-9_-]{43}");
            assertThat(mail.expiresAt()).isEqualTo(TestClock.CLOCK.instant().plus(Duration.ofHours(1)));
        });
        assertThat(ACCOUNT.number("select count(*) from subscriber where email_key = ?", unknown.email()))
                .isZero();
    }

    @Test
    void logInPage_leadsToTheForm() {
        // Given
        Browser browser = Browser.open();

        // When
        String link = browser.get("/login")
                .document()
                .select("main a:containsOwn(Forgot password)")
                .attr("href");

        // Then
        assertThat(browser.get(link).document().select("h1").text()).isEqualTo("Forgot password");
    }

    @Test
    void link_asksForAPasswordAndChangesNothingHoweverOftenItIsLookedAt() {
        // Given
        Person alice = subscribed("Alice");
        ask(Browser.open(), alice.email());
        String before = password(alice);

        // When
        List<WebPage> looks = IntStream.range(0, 3)
                .mapToObj(i -> Browser.open().get(alice.newestLink()))
                .toList();
        WebPage head = Browser.open().send("HEAD", alice.newestLink(), "");

        // Then
        assertThat(looks).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.document().select("#password").attr("autocomplete")).isEqualTo("new-password");
        });
        assertThat(head.status()).isEqualTo(200);
        assertThat(password(alice)).isEqualTo(before);
        assertThat(alice.browser().get("/alerts").status()).isEqualTo(200);
    }

    @Test
    @Tag("A3")
    void newPassword_takesThePlaceOfTheOldOneAndEndsAllSessions() {
        // Given
        Person alice = subscribed("Alice");
        ask(Browser.open(), alice.email());
        Browser browser = Browser.open();

        // When
        WebPage answer = choose(browser, alice.newestLink(), NEW_PASSWORD);

        // Then
        assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("session="));
        assertThat(answer.follow().text()).contains("Your password is changed, and all sessions ended.");
        assertThat(alice.browser().get("/alerts").header("Location")).startsWith("/login");
        assertThat(alice.logIn(Browser.open(), alice.password()).status()).isEqualTo(422);
        assertThat(alice.logIn(Browser.open(), NEW_PASSWORD).status()).isEqualTo(303);
        assertThat(alice.mails()).last().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("password-changed");
            assertThat(mail.data()).isEmpty();
        });
    }

    @Test
    void usedReplacedAndOldLinks_areRefused() {
        // Given
        Person alice = subscribed("Alice");
        ask(Browser.open(), alice.email());
        String replaced = alice.newestLink();
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        ask(Browser.open(), alice.email());
        String used = alice.newestLink();
        WebPage.Form form = Browser.open().get(used).form(used).set("password", "nine purple plums on a plate");
        WebPage first = Browser.open().get(replaced);
        choose(Browser.open(), used, NEW_PASSWORD);
        Person bob = subscribed("Bob");
        ask(Browser.open(), bob.email());
        TestClock.CLOCK.advance(Duration.ofHours(1));

        // When
        WebPage second = form.submit();
        WebPage third = Browser.open().get(bob.newestLink());
        WebPage fourth = Browser.open().get("/password/reset/" + "A".repeat(43));

        // Then
        assertThat(List.of(first, second, third, fourth))
                .extracting(WebPage::status)
                .containsOnly(410);
        assertThat(alice.logIn(Browser.open(), NEW_PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void linkOfOnePurpose_isGoodForNoOther() {
        // Given
        Person alice = Person.named("Alice");
        alice.signUp();
        String confirming = alice.newestLink();
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        ask(Browser.open(), alice.email());
        String resetting = alice.newestLink();

        // When
        int reset = Browser.open()
                .get(confirming.replace("/confirm/", "/password/reset/"))
                .status();
        int confirmed = Browser.open()
                .get(resetting.replace("/password/reset/", "/confirm/"))
                .status();

        // Then
        assertThat(List.of(reset, confirmed)).containsOnly(410);
    }

    @Test
    void oneLinkUsedManyTimesAtOnce_changesThePasswordOnce() {
        // Given
        Person alice = subscribed("Alice");
        ask(Browser.open(), alice.email());
        String link = alice.newestLink();
        List<WebPage.Form> forms = IntStream.range(0, 10)
                .mapToObj(i -> Browser.open().get(link).form(link).set("password", NEW_PASSWORD + i))
                .toList();

        // When
        List<Integer> answers = AtOnce.times(10, i -> forms.get(i).submit().status());

        // Then
        assertThat(answers).containsOnlyOnce(303).containsOnly(303, 410);
        assertThat(alice.mails())
                .extracting(MailRequested::template)
                .filteredOn("password-changed"::equals)
                .hasSize(1);
    }

    @Test
    void weakPassword_isShownWithWhatToDoAndLeavesTheLinkUsable() {
        // Given
        Person alice = subscribed("Alice");
        ask(Browser.open(), alice.email());
        Browser browser = Browser.open();

        // When
        WebPage shortOne = choose(browser, alice.newestLink(), "too short");
        WebPage address = choose(browser, alice.newestLink(), alice.email());
        WebPage good = choose(browser, alice.newestLink(), NEW_PASSWORD);

        // Then
        assertThat(List.of(shortOne.status(), address.status(), good.status())).containsExactly(422, 422, 303);
        assertThat(shortOne.document().title()).startsWith("Error: ");
        assertThat(shortOne.text()).contains("Use 15 characters or more. This one has 9.");
        assertThat(address.text()).contains("nothing to do with your address");
    }

    @Test
    @Tag("A2")
    void ownerOfAMailboxThatAStrangerSignedUp_takesTheAccountOver() {
        // Given
        Person alice = Person.named("Alice");
        Browser stranger = alice.strangerWhoSignedUp("the stranger waits for Alice");
        String confirming = alice.newestLink();
        TestClock.CLOCK.advance(Duration.ofMinutes(2));

        // When
        ask(alice.browser(), alice.email());
        choose(alice.browser(), alice.newestLink(), NEW_PASSWORD);

        // Then
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()))
                .last()
                .satisfies(event -> assertThat(event.verifiedAt()).contains(TestClock.CLOCK.instant()));
        assertThat(stranger.get("/alerts").header("Location")).startsWith("/login");
        assertThat(stranger.get(confirming).status()).isEqualTo(410);
        assertThat(alice.logIn(Browser.open(), "the stranger waits for Alice").status())
                .isEqualTo(422);
        assertThat(alice.logIn(Browser.open(), NEW_PASSWORD).status()).isEqualTo(303);
    }

    @Test
    @Tag("A2")
    void mailsOfSignUpsAndResets_areThreeADayTogether() {
        // Given
        Person victim = subscribed("Victim");

        // When
        List<WebPage> answers = IntStream.range(0, 10)
                .mapToObj(i -> {
                    WebPage answer = ask(Browser.open(), victim.email());
                    TestClock.CLOCK.advance(Duration.ofMinutes(2));
                    return answer;
                })
                .toList();
        victim.signUp();

        // Then
        assertThat(answers).extracting(WebPage::status).containsOnly(303);
        assertThat(victim.mails())
                .extracting(MailRequested::template)
                .containsExactly("verify-address", "reset-password", "reset-password");
    }

    @Test
    @Tag("A19")
    void linksBeyondTheLimitOfAnHour_areRefusedAlikeForKnownAndUnknownAddresses() {
        // Given
        Person known = subscribed("Known");
        Person unknown = Person.named("Unknown");
        Browser office = Browser.open();
        List<Integer> first = IntStream.range(0, 20)
                .mapToObj(i -> ask(office, Person.named("Colleague").email()).status())
                .toList();
        int mails = known.mails().size();

        // When
        WebPage forUnknown = ask(office, unknown.email());
        WebPage forKnown = ask(office, known.email());

        // Then
        assertThat(first).containsOnly(303);
        assertThat(List.of(forUnknown.status(), forKnown.status())).containsOnly(429);
        assertThat(forKnown.header("Retry-After")).isEqualTo("3600");
        assertThat(forUnknown.comparable().replace(unknown.email(), ""))
                .isEqualTo(forKnown.comparable().replace(known.email(), ""));
        assertThat(known.mails()).hasSize(mails);
    }

    @Test
    @Tag("A19")
    void whoGuessedTooOftenAndThenChoseANewPassword_logsInAtOnce() {
        // Given
        Person alice = subscribed("Alice");
        Browser browser = Browser.open();
        IntStream.range(0, 10).forEach(i -> alice.logIn(browser, "guess number " + i));
        ask(browser, alice.email());

        // When
        choose(browser, alice.newestLink(), NEW_PASSWORD);

        // Then
        assertThat(alice.logIn(browser, NEW_PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void textThatIsNoAddress_isShownAgainWithWhatToDo() {
        // Given
        Browser browser = Browser.open();

        // When
        WebPage answer = ask(browser, "robin@");

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Write the address of your account.");
        assertThat(answer.document().select("#email").attr("value")).isEqualTo("robin@");
    }

    /** Somebody with an account, to whom the next mail may be sent already. */
    private static Person subscribed(String name) {
        Person person = Person.subscribed(name);
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        return person;
    }

    private static WebPage ask(Browser browser, String email) {
        return browser.get("/password/forgot")
                .form("/password/forgot")
                .set("email", email)
                .submit();
    }

    private static WebPage choose(Browser browser, String link, String password) {
        return browser.get(link).form(link).set("password", password).submit();
    }

    private static String password(Person person) {
        return ACCOUNT.text("select password_hash from subscriber where id = ?", person.id());
    }
}
