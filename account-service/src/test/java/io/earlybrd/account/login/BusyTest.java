package io.earlybrd.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.testkit.AtOnce;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More people log in at once than can be served soon. */
@AccountTest
@TestProfile(BusyTest.OneWaits.class)
@Tag("A19")
class BusyTest {

    @Test
    void whoIsSentAwayBecauseManyLogIn_hasNotUsedUpTheirAttempts() {
        // Given
        Person alice = Person.subscribed("Alice");
        List<WebPage.Form> office = IntStream.range(0, 8)
                .mapToObj(i -> Browser.at("192.0.2.99")
                        .get("/login")
                        .form("/login")
                        .set("email", alice.email())
                        .set("password", alice.password()))
                .toList();
        List<WebPage> answers = new ArrayList<>();

        // When: more are sent away than may guess from one address
        while (sentAway(answers).count() <= 50 && answers.size() < 800) {
            answers.addAll(AtOnce.times(office.size(), i -> office.get(i).submit()));
        }

        // Then
        assertThat(answers).extracting(WebPage::status).containsOnly(303, 503);
        assertThat(sentAway(answers))
                .hasSizeGreaterThan(50)
                .allSatisfy(answer -> assertThat(answer.text()).contains("Too many people are logging in at once"));
    }

    private static Stream<WebPage> sentAway(List<WebPage> answers) {
        return answers.stream().filter(answer -> answer.status() == 503);
    }

    /** One password is hashed at a time, and none waits. */
    public static class OneWaits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("account.password.max-waiting", "1");
        }
    }
}
