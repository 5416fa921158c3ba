package io.earlybrd.account.login;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A1")
class LoginTest {

    @Test
    @Tag("A3")
    void logIn_givesANewSessionAndEndsTheOldOne() {
        // Given
        Person alice = Person.subscribed("Alice");
        String before = alice.browser().cookie("session");

        // When
        WebPage answer = alice.logIn();

        // Then
        assertThat(answer.header("Location")).isEqualTo("/alerts");
        assertThat(alice.browser().cookie("session")).isNotEqualTo(before).hasSize(43);
        assertThat(answer.headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("session="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(Browser.open().cookie("session", before).get("/alerts").status())
                .isEqualTo(303);
    }

    @Test
    @Tag("A3")
    void sessionThatAStrangerPlanted_isNotTakenOver() {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser browser = Browser.open().cookie("session", "planted-by-a-stranger-planted-by-a-stranger");

        // When
        alice.logIn(browser, alice.password());

        // Then
        assertThat(browser.cookie("session")).isNotEqualTo("planted-by-a-stranger-planted-by-a-stranger");
    }

    @Test
    void wrongPassword_isAnsweredLikeAnUnknownAddress() {
        // Given
        Person alice = Person.subscribed("Alice");
        Person nobody = Person.named("Alice");

        // When
        WebPage wrong = alice.logIn(Browser.open(), "not the password of Alice");
        WebPage unknown = nobody.logIn(Browser.open(), "not the password of Alice");

        // Then
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(wrong.comparable().replace(alice.email(), ""))
                .isEqualTo(unknown.comparable().replace(nobody.email(), ""));
        assertThat(wrong.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("session="));
    }

    @Test
    void passwordWithOneCharacterLessOrInOtherCase_isWrong() {
        // Given
        Person alice = Person.subscribed("Alice");
        String password = alice.password();

        // When
        int cut = alice.logIn(Browser.open(), password.substring(0, password.length() - 1))
                .status();
        int inCapitals =
                alice.logIn(Browser.open(), password.toUpperCase(Locale.ROOT)).status();

        // Then
        assertThat(List.of(cut, inCapitals)).containsOnly(422);
    }

    @Test
    void password_isKeptAsArgon2id() {
        // Given
        Person alice = Person.named("Alice");

        // When
        alice.signUp();

        // Then
        assertThat(ACCOUNT.column("select password_hash from subscriber where id = ?", alice.id()))
                .singleElement()
                .asString()
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    @Tag("A19")
    void tenWrongGuesses_slowTheGuesserDownButNotTheOwner() {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser guesser = Browser.open();
        List<Integer> first = IntStream.range(0, 10)
                .mapToObj(i -> alice.logIn(guesser, "guess number " + i).status())
                .toList();

        // When
        WebPage eleventh = alice.logIn(guesser, alice.password());
        WebPage owner = alice.logIn(Browser.open(), alice.password());
        TestClock.CLOCK.advance(Duration.ofMinutes(16));
        WebPage later = alice.logIn(guesser, alice.password());

        // Then
        assertThat(first).containsOnly(422);
        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.text()).contains("Wait 15 minutes");
        assertThat(eleventh.header("Retry-After")).isEqualTo("900");
        assertThat(owner.status()).isEqualTo(303);
        assertThat(later.status()).isEqualTo(303);
    }

    @Test
    @Tag("A19")
    void guessesOverManyAccountsFromOneAddress_areSlowedDown() {
        // Given
        Browser guesser = Browser.open();
        List<Person> victims =
                IntStream.range(0, 51).mapToObj(i -> Person.named("Victim")).toList();

        // When
        List<Integer> answers = victims.stream()
                .map(victim -> victim.logIn(guesser, "the same guess for all").status())
                .toList();

        // Then
        assertThat(answers.subList(0, 50)).containsOnly(422);
        assertThat(answers.get(50)).isEqualTo(429);
    }

    @Test
    @Tag("A19")
    void guessesThatOneAccountRefuses_doNotUseUpTheAttemptsOfTheWholeAddress() {
        // Given
        Person alice = Person.subscribed("Alice");
        Person bob = Person.subscribed("Bob");
        Browser office = Browser.open();
        IntStream.range(0, 10).forEach(i -> alice.logIn(office, "guess number " + i));

        // When
        List<Integer> refused = IntStream.range(0, 45)
                .mapToObj(i -> alice.logIn(office, "one guess too many").status())
                .toList();
        int other = bob.logIn(office, bob.password()).status();

        // Then
        assertThat(refused).containsOnly(429);
        assertThat(other).isEqualTo(303);
    }

    @Test
    @Tag("A19")
    void retryAfter_isWhenTheOldestAttemptNoLongerCounts() {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser guesser = Browser.open();
        alice.logIn(guesser, "the first guess");
        TestClock.CLOCK.advance(Duration.ofMinutes(5).plusMillis(500));
        IntStream.range(0, 9).forEach(i -> alice.logIn(guesser, "guess number " + i));
        WebPage refused = alice.logIn(guesser, alice.password());

        // When
        TestClock.CLOCK.advance(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        WebPage later = alice.logIn(guesser, alice.password());

        // Then
        assertThat(refused.header("Retry-After")).isEqualTo("600");
        assertThat(later.status()).isEqualTo(303);
    }

    @Test
    @Tag("A19")
    void manyRightLogInsFromOneAddress_areNotCounted() {
        // Given
        Person alice = Person.subscribed("Alice");
        Person bob = Person.subscribed("Bob");
        Browser office = Browser.open();
        List<Integer> wrong = IntStream.range(0, 9)
                .mapToObj(i -> alice.logIn(office, "guess number " + i).status())
                .toList();

        // When
        List<Integer> right = IntStream.range(0, 45)
                .mapToObj(i -> bob.logIn(office, bob.password()).status())
                .toList();
        List<Integer> guesses = IntStream.range(0, 42)
                .mapToObj(i -> Person.named("Victim")
                        .logIn(office, "the same guess for all")
                        .status())
                .toList();

        // Then
        assertThat(wrong).containsOnly(422);
        assertThat(right).containsOnly(303);
        assertThat(guesses.subList(0, 41)).containsOnly(422);
        assertThat(guesses.get(41)).isEqualTo(429);
    }

    @Test
    void rightPassword_givesTheAttemptsBack() {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser browser = Browser.open();
        IntStream.range(0, 9).forEach(i -> alice.logIn(browser, "guess number " + i));

        // When
        alice.logIn(browser, alice.password());
        List<Integer> again = IntStream.range(0, 9)
                .mapToObj(i -> alice.logIn(browser, "guess number " + i).status())
                .toList();

        // Then
        assertThat(again).containsOnly(422);
    }
}
