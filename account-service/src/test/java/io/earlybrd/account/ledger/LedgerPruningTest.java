package io.earlybrd.account.ledger;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("W1")
class LedgerPruningTest {

    @Inject
    LedgerPruning pruning;

    @Test
    void entriesOlderThanNinetyDays_goWithTheirReasonsAndYoungerOnesStay() throws Throwable {
        // Given
        Person alice = Person.subscribed("Alice");
        for (int i = 0; i < 5; i++) {
            entry(alice, "old-" + i, Duration.ofDays(90).plusHours(i + 1));
        }
        entry(alice, "young", Duration.ofDays(90).minusHours(1));

        // When
        VertxContextSupport.subscribeAndAwait(() -> pruning.prune(2, 10));

        // Then
        assertThat(ACCOUNT.column("select job_id from ledger_entry where subscriber_id = ?", alice.id()))
                .containsExactly("young");
        assertThat(ACCOUNT.column("select job_id from ledger_match where subscriber_id = ?", alice.id()))
                .containsExactly("young");
    }

    @Test
    void oneRun_deletesNoMoreThanItsSteps() throws Throwable {
        // Given
        Person alice = Person.subscribed("Alice");
        for (int i = 0; i < 5; i++) {
            entry(alice, "old-" + i, Duration.ofDays(400).minusHours(i));
        }

        // When
        VertxContextSupport.subscribeAndAwait(() -> pruning.prune(2, 2));

        // Then
        assertThat(ACCOUNT.column("select job_id from ledger_entry where subscriber_id = ?", alice.id()))
                .containsExactly("old-4");
    }

    private static void entry(Person person, String jobId, Duration age) {
        OffsetDateTime then = TestClock.CLOCK.instant().minus(age).atOffset(ZoneOffset.UTC);
        ACCOUNT.change(
                "insert into ledger_entry (subscriber_id, job_id, version, title, company, url, fate, matched_at, changed_at)"
                        + " values (?, ?, 1, 'Rust engineer', 'Fjordbank', 'https://jobs.example/1', 'sent', ?, ?)",
                person.id(),
                jobId,
                then,
                then);
        ACCOUNT.change(
                "insert into ledger_match (subscriber_id, job_id, alert_id, reasons) values (?, ?, ?, '[]')",
                person.id(),
                jobId,
                UUID.randomUUID());
    }
}
