package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that changes is matched anew, as it is then: whoever it was not for before is told now. Whoever was told is told again under
 * the same pair of subscriber and job, of which the notifier's ledger mails one.
 */
@Tag("M10")
class LateEnrichmentTest {

    private static final String JOB = "0b5e";

    private final AlertIndex index;
    private final JobMatching matching;

    LateEnrichmentTest(@TempDir Path directory) {
        index = new AlertIndex(directory);
        matching = new JobMatching(index, Clock.systemUTC());
    }

    @Test
    void salaryThatIsAddedLater_matchesTheSalaryAlertOnce() {
        // Given
        AlertSaved paid = live(Wish.of("nurse").from(50_000, "EUR", "year", false));
        AlertSaved any = live(Wish.of("nurse"));
        JobPosted without = Posting.titled("Nurse").id(JOB).posted();
        JobPosted with = Posting.titled("Nurse")
                .id(JOB)
                .version(2)
                .pay(60_000L, null, "EUR", "year")
                .posted();

        // When
        List<UUID> before = told(without);
        List<UUID> after = told(with);

        // Then
        assertThat(before).containsExactly(any.alertId());
        assertThat(after).containsExactlyInAnyOrder(any.alertId(), paid.alertId());
    }

    @Test
    void salaryThatTurnsOutTooLow_matchesNobodyWhoAskedForMore() {
        // Given
        live(Wish.of("nurse").from(50_000, "EUR", "year", false));
        JobPosted with = Posting.titled("Nurse")
                .id(JOB)
                .version(2)
                .pay(30_000L, 40_000L, "EUR", "year")
                .posted();

        // When
        List<UUID> after = told(with);

        // Then
        assertThat(after).isEmpty();
    }

    @Test
    void everyVersionOfAJob_isToldUnderIdsOfItsOwnAndTheSamePairs() {
        // Given
        AlertSaved alert = live(Wish.of("nurse"));
        JobPosted first = Posting.titled("Nurse").id(JOB).posted();
        JobPosted edited = Posting.titled("Nurse (night)").id(JOB).version(2).posted();

        // When
        JobMatched before = only(first);
        JobMatched after = only(edited);

        // Then
        assertThat(MatchPublisher.idOf(after)).isNotEqualTo(MatchPublisher.idOf(before));
        assertThat(List.of(before, after)).allSatisfy(match -> {
            assertThat(match.jobId()).isEqualTo(JOB);
            assertThat(match.subscribers())
                    .extracting(SubscriberMatch::subscriberId)
                    .containsExactly(alert.subscriberId());
        });
        assertThat(after.jobVersion()).isEqualTo(2);
    }

    private AlertSaved live(Wish wish) {
        AlertSaved alert = wish.saved();
        index.save(alert);
        return alert;
    }

    private List<UUID> told(JobPosted job) {
        return matching.match(job, Posting.FIRST_SEEN)
                .flatMap(match -> match.subscribers().stream())
                .flatMap(subscriber -> subscriber.alerts().stream())
                .map(AlertMatch::alertId)
                .toList();
    }

    private JobMatched only(JobPosted job) {
        List<JobMatched> matches = matching.match(job, Posting.FIRST_SEEN).toList();
        assertThat(matches).hasSize(1);
        return matches.get(0);
    }
}
