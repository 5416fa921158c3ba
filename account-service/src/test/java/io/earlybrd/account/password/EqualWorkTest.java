package io.earlybrd.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hashing a password takes longer than all the rest: as many of them mean that time tells nobody who has an account. */
@AccountTest
@Tag("A1")
class EqualWorkTest {

    private static final String GUESS = "not the password of anybody";

    @Inject
    MeterRegistry registry;

    @Test
    void logIn_hashesOnceWhoeverTries() {
        // Given
        Person confirmed = Person.subscribed("Confirmed");
        Person unconfirmed = Person.named("Unconfirmed");
        unconfirmed.signUp();

        // When
        List<Long> hashes = Stream.of(
                        confirmed.email(),
                        unconfirmed.email(),
                        Person.named("Unknown").email(),
                        "no address")
                .map(email -> hashesOf("/login", email))
                .toList();

        // Then
        assertThat(hashes).containsOnly(1L);
    }

    @Test
    void signUp_hashesOnceWhoeverTries() {
        // Given
        Person confirmed = Person.subscribed("Confirmed");
        Person unconfirmed = Person.named("Unconfirmed");
        unconfirmed.signUp();
        TestClock.CLOCK.advance(Duration.ofMinutes(2));

        // When
        List<Long> hashes = Stream.of(
                        confirmed.email(),
                        unconfirmed.email(),
                        Person.named("Unknown").email())
                .map(email -> hashesOf("/sign-up", email))
                .toList();

        // Then
        assertThat(hashes).containsOnly(1L);
    }

    @Test
    void forgottenPassword_hashesNothingWhoeverAsks() {
        // Given
        Person confirmed = Person.subscribed("Confirmed");
        TestClock.CLOCK.advance(Duration.ofMinutes(2));

        // When
        List<Long> hashes = Stream.of(confirmed.email(), Person.named("Unknown").email())
                .map(email -> hashesOf("/password/forgot", email))
                .toList();

        // Then
        assertThat(hashes).containsOnly(0L);
    }

    private long hashesOf(String path, String email) {
        WebPage.Form form = Browser.open()
                .get(path)
                .form(path)
                .set("email", email)
                .set("password", GUESS)
                .set("zone", "UTC");
        long before = hashes();
        form.submit();
        return hashes() - before;
    }

    private long hashes() {
        return registry.get(Passwords.HASHING).timer().count();
    }
}
