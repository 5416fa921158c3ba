package io.earlybrd.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.Reason;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("W1")
class LedgerTest {

    @BeforeEach
    void matcherAnswers() {
        MatcherAnswers.finds(2);
    }

    @Test
    void fatesOfAMatch_endInTheNewestOneWhateverTheirOrder() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust, Berlin", "rust");
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {

            // When
            notifier.publish(fate(alice, "job-1", alert, 2, FateChanged.SENT, null));
            notifier.publish(fate(alice, "job-1", alert, 1, FateChanged.PENDING, "coalescing"));
            notifier.publish(fate(alice, "job-2", alert, 1, FateChanged.SUPPRESSED, "not-entitled"));
            notifier.publish(fate(alice, "job-3", alert, 1, FateChanged.PENDING, "digest"));

            // Then
            await().untilAsserted(() ->
                    assertThat(alice.browser().get("/ledger").text()).contains("In digest"));
        }
        WebPage ledger = alice.browser().get("/ledger");
        assertThat(ledger.text())
                .contains(
                        "Rust engineer job-1",
                        "Fjordbank",
                        "title rust",
                        "Rust, Berlin",
                        "Sent ",
                        "Not sent: trial or plan over");
        assertThat(ledger.document().select("td a").eachAttr("href")).contains("https://jobs.example/job-1");
        assertThat(alice.browser().get("/alerts").text())
                .contains("1 job sent in the last 14 days.", "1 job waiting", "3 jobs in 14 days");
    }

    @Test
    @Tag("S13")
    void matchOfAJobThatWasTakenDown_saysSoInPlainWords() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");

        // When
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {
            notifier.publish(fate(alice, "job-gone", alert, 1, FateChanged.SUPPRESSED, "closed"));
        }

        // Then
        await().untilAsserted(() -> assertThat(alice.browser().get("/ledger").text())
                .contains("Not sent: the employer took it down before we could tell you"));
    }

    @Test
    void matchThatDidNotFitInOneMail_saysSoAndUntilWhenItIsHeld() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");

        // When
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {
            notifier.publish(fate(alice, "job-51", alert, 1, FateChanged.PENDING, "capped"));
        }

        // Then
        await().untilAsserted(
                        () -> assertThat(alice.browser().get("/ledger").text()).contains("job-51"));
        assertThat(alice.browser()
                        .get("/ledger")
                        .document()
                        .select(".fate.held")
                        .text())
                .matches("Held until .*[0-9]{2}:[0-9]{2}: more than fit in one mail");
    }

    @Test
    void ledgerOfSomebodyElse_isNotSeen() {
        // Given
        Person alice = Person.subscribed("Alice");
        Person mallory = Person.subscribed("Mallory");
        UUID alert = alice.createAlert("Rust", "rust");
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {
            notifier.publish(fate(alice, "job-secret", alert, 1, FateChanged.SENT, null));
        }
        await().untilAsserted(
                        () -> assertThat(alice.browser().get("/ledger").text()).contains("job-secret"));

        // When
        WebPage ledger = mallory.browser().get("/ledger");

        // Then
        assertThat(ledger.text()).contains("Nothing yet").doesNotContain("job-secret");
    }

    @Test
    @Tag("M13")
    void linkOfAMailToTheJobsOfACompany_showsThemAllAndNoOthers() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {
            for (int i = 0; i < 60; i++) {
                notifier.publish(fateAt(i % 2 == 0 ? "Cloud & Flare" : "CLOUD & FLARE Inc.", alice, alert, i));
            }
            notifier.publish(fateAt("Lumen", alice, alert, 60));
        }
        await().untilAsserted(
                        () -> assertThat(alice.browser().get("/ledger").text()).contains("job-060"));

        // When
        WebPage newest = alice.browser().get("/ledger?company=Cloud+%26+Flare&company=CLOUD+%26+FLARE+Inc.");
        WebPage older =
                alice.browser().get(newest.document().select("a[rel=next]").attr("href"));

        // Then
        assertThat(newest.text()).contains("Only jobs at Cloud & Flare or CLOUD & FLARE Inc.");
        assertThat(newest.document().select("td b")).hasSize(50);
        assertThat(older.document().select("td b")).hasSize(10);
        assertThat(newest.text() + older.text()).doesNotContain("Lumen");
        assertThat(alice.browser().get("/ledger?company=Nobody").text()).contains("No match at Nobody");
    }

    @Test
    void eventOfASubscriberWhoIsGone_isLeftOutAndTheNextOneIsHandled() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {

            // When
            notifier.publish(fate(UUID.randomUUID(), "job-1", alert, 1, FateChanged.SENT, null));
            notifier.publish(fate(alice, "job-after", alert, 1, FateChanged.SENT, null));
        }

        // Then
        await().untilAsserted(
                        () -> assertThat(alice.browser().get("/ledger").text()).contains("job-after"));
    }

    private static FateChanged fateAt(String company, Person person, UUID alert, int number) {
        FateChanged sent = fate(person, "job-%03d".formatted(number), alert, 1, FateChanged.SENT, null);
        return new FateChanged(
                sent.subscriberId(),
                sent.jobId(),
                sent.version(),
                sent.title(),
                company,
                sent.url(),
                sent.alerts(),
                sent.fate(),
                sent.reason(),
                sent.until(),
                sent.messageId(),
                sent.matchedAt().plusMillis(number),
                sent.changedAt());
    }

    private static FateChanged fate(Person person, String jobId, UUID alert, long version, String fate, String reason) {
        return fate(person.id(), jobId, alert, version, fate, reason);
    }

    private static FateChanged fate(
            UUID subscriber, String jobId, UUID alert, long version, String fate, String reason) {
        Instant now = TestClock.CLOCK.instant();
        return new FateChanged(
                subscriber,
                jobId,
                version,
                "Rust engineer " + jobId,
                "Fjordbank",
                URI.create("https://jobs.example/" + jobId),
                List.of(new AlertMatch(alert, 1, List.of(new Reason("rust", "title", 0)))),
                fate,
                Optional.ofNullable(reason),
                FateChanged.PENDING.equals(fate) ? Optional.of(now.plusSeconds(60)) : Optional.empty(),
                Optional.empty(),
                now,
                now);
    }
}
