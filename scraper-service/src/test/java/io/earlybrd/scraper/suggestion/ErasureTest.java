package io.earlybrd.scraper.suggestion;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.Topic;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.retention.Retention;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a subscriber here once their account is deleted, and of suggestions once they are old. */
@ServiceTest
@Tag("S18")
class ErasureTest {

    private static final Duration ERASED_WITHIN = Duration.ofSeconds(60);

    @Inject
    Suggestions suggestions;

    @Inject
    Retention retention;

    private final UUID alice = UUID.randomUUID();
    private final String canary = "canary" + alice.toString().replace("-", "");

    @Test
    @Tag("G12")
    void deletedAccount_leavesTheEmployerToLookAtAndNothingOfThePerson() throws Throwable {
        // Given
        store(alice, "https://one.example/jobs?ref=" + canary + "#" + canary, "waiting", null);
        store(alice, "https://two.example/jobs", "rejected", "We cannot read what " + canary + " sent.");
        UUID bob = UUID.randomUUID();
        store(bob, "https://one.example/jobs", "waiting", null);

        // When
        deleteAccount(alice);

        // Then
        await().atMost(ERASED_WITHIN)
                .untilAsserted(() -> assertThat(SCRAPER.number(
                                "select count(*) from suggestion where strpos("
                                        + "suggestion::text, ?) + strpos(suggestion::text, ?) > 0",
                                canary,
                                alice.toString()))
                        .isZero());
        assertThat(SCRAPER.column(
                        "select url from suggestion where subscriber_id is null and state = 'waiting' and host = ?",
                        host()))
                .containsExactly("https://one.example/jobs");
        assertThat(SCRAPER.number("select count(*) from suggestion where subscriber_id = ?", bob))
                .isEqualTo(1);

        // When
        Taken late = VertxContextSupport.subscribeAndAwait(
                () -> suggestions.suggest(alice, WebUrl.parse("https://late.example/" + canary)));

        // Then
        assertThat(late.kind()).isEqualTo(Taken.Kind.ACCOUNT_DELETED);
        assertThat(SCRAPER.number("select count(*) from suggestion where strpos(url, ?) > 0", canary))
                .isZero();

        // When
        TestClock.CLOCK.advance(Duration.ofDays(2));
        retention.prune().await().atMost(ERASED_WITHIN);

        // Then
        assertThat(SCRAPER.number("select count(*) from erased_subscriber where subscriber_id = ?", alice))
                .isZero();
    }

    @Test
    void decidedSuggestion_isForgottenAfterNinetyDays() {
        // Given
        store(alice, "https://one.example/jobs", "waiting", null);
        store(alice, "https://two.example/jobs", "accepted", null);

        // When
        TestClock.CLOCK.advance(Duration.ofDays(89));
        retention.prune().await().atMost(ERASED_WITHIN);

        // Then
        assertThat(SCRAPER.number("select count(*) from suggestion where subscriber_id = ?", alice))
                .isEqualTo(2);

        // When
        TestClock.CLOCK.advance(Duration.ofDays(2));
        retention.prune().await().atMost(ERASED_WITHIN);

        // Then
        assertThat(SCRAPER.column("select state from suggestion where subscriber_id = ?", alice))
                .containsExactly("waiting");
    }

    private static void deleteAccount(UUID subscriberId) {
        try (KafkaProbe kafka = KafkaProbe.of(Backends.kafka())) {
            kafka.publishTombstone(Topic.SUBSCRIBERS, subscriberId.toString());
        }
    }

    private void store(UUID subscriberId, String url, String state, String reason) {
        String now = TestClock.CLOCK.instant().toString();
        SCRAPER.change(
                "insert into suggestion (id, subscriber_id, url, host, state, reason, created_at, decided_at)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz))",
                subscriberId,
                url,
                host(),
                state,
                reason,
                now,
                state.equals("waiting") ? null : now);
    }

    /** No other test has it. */
    private String host() {
        return "h" + alice.hashCode() + ".example";
    }
}
