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
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A1")
@Tag("A2")
class SignUpTest {

    @Test
    void newAddress_getsAnUnverifiedAccountAndOneMailWithALink() {
        // Given
        Person alice = Person.named("Alice");

        // When
        WebPage answer = alice.signUp();

        // Then
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-up/sent");
        assertThat(alice.mails()).hasSize(1);
        MailRequested mail = alice.mails().get(0);
        assertThat(mail.template()).isEqualTo("verify-address");
        assertThat(mail.mailClass()).isEqualTo("account");
        assertThat(mail.to()).isEqualTo(alice.email());
        assertThat(mail.data().get("link")).matches("http://localhost:8080/confirm/[A-Za-z0-9_-]{43}");
        assertThat(mail.expiresAt()).isEqualTo(TestClock.CLOCK.instant().plus(Duration.ofHours(24)));
        List<SubscriberChanged> told =
                ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString());
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.verifiedAt()).isEmpty();
            assertThat(event.zone()).isEqualTo("Europe/Berlin");
        });
    }

    @Test
    void knownAddress_isAnsweredLikeAnUnknownOneAndGetsAMailThatSaysSo() {
        // Given
        Person alice = Person.subscribed("Alice");
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        Browser stranger = Browser.open();
        Person unknown = Person.named("Unknown");

        // When
        WebPage known = signUp(stranger, alice.email());
        WebPage fresh = signUp(Browser.open(), unknown.email());

        // Then
        assertThat(known.status()).isEqualTo(fresh.status()).isEqualTo(303);
        assertThat(known.header("Location")).isEqualTo(fresh.header("Location"));
        assertThat(known.body()).isEqualTo(fresh.body());
        assertThat(alice.mails()).last().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("already-registered");
            assertThat(mail.data()).containsEntry("link", "http://localhost:8080/login");
        });
    }

    @Test
    void spellingOfAKnownAddressInCapitals_isTheSameAccount() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        signUp(Browser.open(), alice.email().toUpperCase(Locale.ROOT));

        // Then
        assertThat(ACCOUNT.number("select count(*) from subscriber where lower(email) = ?", alice.email()))
                .isEqualTo(1);
    }

    @Test
    void fiftyIdenticalSignUpsAtOnce_giveOneAccountAndOneMail() {
        // Given
        Person bob = Person.named("Bob");
        List<Browser> browsers =
                IntStream.range(0, 50).mapToObj(i -> Browser.open()).toList();

        // When
        List<Integer> answers =
                AtOnce.times(50, i -> signUp(browsers.get(i), bob.email()).status());

        // Then
        assertThat(answers).containsOnly(303);
        assertThat(ACCOUNT.number("select count(*) from subscriber where email_key = ?", bob.email()))
                .isEqualTo(1);
        assertThat(bob.mails()).hasSize(1);
    }

    @Test
    void signUpsOfOneAddressInEachHourOfADay_sendThreeMailsAndAreAnsweredAlike() {
        // Given
        Person victim = Person.named("Victim");

        // When
        List<WebPage> answers = IntStream.range(0, 24)
                .mapToObj(hour -> {
                    WebPage answer = signUp(Browser.open(), victim.email());
                    TestClock.CLOCK.advance(Duration.ofHours(1));
                    return answer;
                })
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/sign-up/sent");
        });
        assertThat(victim.mails()).hasSize(3);
    }

    @Test
    @Tag("A19")
    void signUpsBeyondTheLimitOfAnHour_areRefusedAloudAndAlikeForKnownAndUnknownAddresses() {
        // Given
        Browser office = Browser.open();
        Person known = Person.subscribed("Known");
        Person unknown = Person.named("Unknown");
        List<Integer> first = IntStream.range(0, 20)
                .mapToObj(i -> signUp(office, Person.named("Colleague").email()).status())
                .toList();
        int mails = known.mails().size();

        // When
        WebPage forUnknown = signUp(office, unknown.email());
        WebPage forKnown = signUp(office, known.email());

        // Then
        assertThat(first).containsOnly(303);
        assertThat(forUnknown.status()).isEqualTo(forKnown.status()).isEqualTo(429);
        assertThat(forUnknown.header("Retry-After")).isEqualTo("3600");
        assertThat(forUnknown.document().title()).startsWith("Error: ");
        assertThat(forUnknown.document().select(".notice.bad[role=alert]").text())
                .contains("There were too many sign-ups from your network in the last hour. Try again in an hour.");
        assertThat(forUnknown.document().select("#email").attr("value")).isEqualTo(unknown.email());
        assertThat(forUnknown.comparable().replace(unknown.email(), ""))
                .isEqualTo(forKnown.comparable().replace(known.email(), ""));
        assertThat(ACCOUNT.number("select count(*) from subscriber where email_key = ?", unknown.email()))
                .isZero();
        assertThat(known.mails()).hasSize(mails);
    }

    @Test
    @Tag("A19")
    void signUpAnHourLater_isTaken() {
        // Given
        Browser office = Browser.open();
        IntStream.range(0, 20)
                .forEach(i -> signUp(office, Person.named("Colleague").email()));
        Person late = Person.named("Late");
        int refused = signUp(office, late.email()).status();

        // When
        TestClock.CLOCK.advance(Duration.ofMinutes(61));
        int taken = signUp(office, late.email()).status();

        // Then
        assertThat(List.of(refused, taken)).containsExactly(429, 303);
        assertThat(late.mails()).hasSize(1);
    }

    @Test
    void form_saysWhatHappensNext() {
        // Given
        Browser browser = Browser.open();

        // When
        WebPage page = browser.get("/sign-up");

        // Then
        assertThat(page.text())
                .contains("we mail you a link, you follow it and type this password once more, and the trial starts")
                .contains("your password as a hash");
    }

    @Test
    void pageAfterASignUp_saysHowManyMailsCome() {
        // Given
        Person alice = Person.named("Alice");

        // When
        WebPage sent = alice.signUp().follow();

        // Then
        assertThat(sent.text()).contains("An address gets one such mail a minute and three a day at most");
    }

    @Test
    void weakPasswordAndWrongAddress_areShownWithWhatToDoAndEverythingTypedButThePassword() {
        // Given
        Browser browser = Browser.open();

        // When
        WebPage answer = browser.get("/sign-up")
                .form("/sign-up")
                .set("email", "robin@")
                .set("password", "too short")
                .set("zone", "Europe/Oslo")
                .submit();

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.document().title()).isEqualTo("Error: Start the 14-day trial · EarlyBrd");
        assertThat(answer.document().select(".notice.bad[role=alert] a").eachAttr("href"))
                .containsExactly("#email", "#password");
        assertThat(answer.text()).contains("Use 15 characters or more. This one has 9.");
        assertThat(answer.document().select("#email").attr("value")).isEqualTo("robin@");
        assertThat(answer.document().select("#password").attr("value")).isEmpty();
        assertThat(answer.document().select("#password").attr("aria-describedby"))
                .isEqualTo("password-h password-e");
        assertThat(answer.document().select("#zone option[selected]").text()).isEqualTo("Europe/Oslo");
    }

    @Test
    void passwordOfAMegabyte_isRefusedAtOnce() {
        // Given
        Browser browser = Browser.open();
        WebPage.Form form = browser.get("/sign-up").form("/sign-up");

        // When
        WebPage answer = form.set("email", "big@post.example")
                .set("password", "x".repeat(1_000_000))
                .submit();

        // Then
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void fieldsThatTheFormDoesNotHave_areIgnored() {
        // Given
        Person mallory = Person.named("Mallory");
        WebPage.Form form = mallory.browser().get("/sign-up").form("/sign-up");

        // When
        form.set("email", mallory.email())
                .set("password", mallory.password())
                .set("zone", "UTC")
                .set("verifiedAt", "2020-01-01T00:00:00Z")
                .set("role", "admin")
                .submit();

        // Then
        assertThat(ACCOUNT.column("select verified_at from subscriber where id = ?", mallory.id()))
                .containsOnlyNulls();
    }

    private static WebPage signUp(Browser browser, String email) {
        return browser.get("/sign-up")
                .form("/sign-up")
                .set("email", email)
                .set("password", "seven green bottles on a wall")
                .set("zone", "Europe/Berlin")
                .submit();
    }
}
