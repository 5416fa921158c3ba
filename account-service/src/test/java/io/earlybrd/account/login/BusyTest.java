package io.earlybrd.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More people log in at once than can be served soon. */
@AccountTest
@TestProfile(BusyTest.NoRoom.class)
@Tag("A19")
class BusyTest {

    @Test
    void whoIsSentAwayBecauseManyLogIn_hasNotUsedUpTheirAttempts() {
        // Given
        Person alice = Person.named("Alice");
        Browser browser = Browser.open();

        // When: more are sent away than may guess at an account, or from one address
        List<WebPage> answers = IntStream.range(0, 51)
                .mapToObj(i -> alice.logIn(browser, alice.password()))
                .toList();

        // Then
        assertThat(answers).extracting(WebPage::status).containsOnly(503);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("Retry-After")).isEqualTo("60");
            assertThat(answer.text()).contains("Too many people are logging in at once");
        });
    }

    /** As if every place in the queue were taken. */
    public static class NoRoom implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("account.password.max-waiting", "0");
        }
    }
}
