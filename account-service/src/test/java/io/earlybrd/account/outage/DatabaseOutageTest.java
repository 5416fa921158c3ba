package io.earlybrd.account.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.testkit.Backends;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A18")
class DatabaseOutageTest {

    @AfterEach
    void databaseRuns() {
        if (!Backends.postgres().running()) {
            Backends.postgres().restart();
        }
    }

    @Test
    void pageWhileTheDatabaseIsAway_saysSoWithAReferenceAndComesBackByItself() {
        // Given
        Person alice = Person.subscribed("Alice");
        Backends.postgres().stop();

        // When
        WebPage answer = alice.browser().get("/alerts");
        WebPage landing = Browser.open().get("/");
        Backends.postgres().restart();

        // Then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.text()).contains("We cannot get at your data just now", "reference R-");
        assertThat(answer.body()).doesNotContain("Exception", "PgException", "127.0.0.1", "vertx");
        assertThat(landing.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(alice.browser().get("/alerts").status()).isEqualTo(200));
    }
}
