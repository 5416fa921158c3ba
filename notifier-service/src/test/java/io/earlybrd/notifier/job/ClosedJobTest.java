package io.earlybrd.notifier.job;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.ReceivedMail;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Jobs that their employers take down between match and mail. */
@ServiceTest
@Tag("S13")
class ClosedJobTest {

    private static final Duration UNTIL_EVERY_DAILY_SLOT = Duration.ofHours(25);

    private final SubscriberChanged alice = World.newSubscriber();
    private final AlertSaved alert = World.newAlert(alice, "Engineer");

    @Inject
    JobStatePruning pruning;

    @Test
    void jobClosedBetweenMatchAndSend_isLeftOutAndToldSo() {
        // Given
        String gone = World.newMatch(alice, "Gone engineer", alert);
        String open = World.newMatch(alice, "Open engineer", alert);

        // When
        close(gone, 2);
        World.passCoalescing(gone, open);

        // Then
        World.awaitFate(open, "sent");
        World.awaitFate(gone, "suppressed:closed");
        assertThat(World.mailsTo(alice))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("Open engineer").doesNotContain("Gone engineer"));
        assertThat(World.fatesOf(alice, gone))
                .extracting(FateChanged::reason)
                .containsExactly(Optional.of("coalescing"), Optional.of("closed"));
    }

    @Test
    @Tag("N3")
    void digestWhoseJobsAreAllClosed_isNotSent() {
        // Given
        AlertSaved daily = World.newDailyAlert(alice, "Nurse");
        String first = World.newMatch(alice, "First nurse", daily);
        String second = World.newMatch(alice, "Second nurse", daily);
        close(first, 2);
        close(second, 2);
        World.passCoalescing(first, second);
        World.awaitFate(first, "pending:digest");
        World.awaitFate(second, "pending:digest");

        // When
        World.pass(UNTIL_EVERY_DAILY_SLOT);

        // Then
        World.awaitFate(first, "suppressed:closed");
        World.awaitFate(second, "suppressed:closed");
        assertThat(NOTIFIER.number("select count(*) from mail where subscriber_id = ?", alice.subscriberId()))
                .isZero();
    }

    @Test
    void jobOpenAgainBeforeTheDigest_isInIt() {
        // Given
        AlertSaved daily = World.newDailyAlert(alice, "Nurse");
        String jobId = World.newMatch(alice, "Nurse", daily);
        close(jobId, 2);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "pending:digest");

        // When
        World.publish(Cast.posted(jobId, 3, World.now()));
        awaitRead(jobId);
        World.pass(UNTIL_EVERY_DAILY_SLOT);

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    @Test
    void closesAndReopeningsInAnyOrder_endInTheNewest() {
        // Given
        String reopened = World.newMatch(alice, "Reopened engineer", alert);
        String closed = World.newMatch(alice, "Closed engineer", alert);

        // When
        World.publish(
                Cast.posted(reopened, 3, World.now()),
                Cast.closed(reopened, 2, World.now()),
                Cast.posted(reopened, 1, World.now()),
                Cast.closed(closed, 4, World.now()),
                Cast.posted(closed, 3, World.now()),
                Cast.closed(closed, 4, World.now()),
                Cast.closed(closed, 2, World.now()));
        awaitRead(reopened);
        awaitRead(closed);
        World.passCoalescing(reopened, closed);

        // Then
        World.awaitFate(reopened, "sent");
        World.awaitFate(closed, "suppressed:closed");
    }

    @Test
    void jobClosedBeforeItsMatchArrives_isNotMailed() {
        // Given
        String jobId = "job-" + UUID.randomUUID();
        World.publish(Cast.posted(jobId, 1, World.now()));
        close(jobId, 2);

        // When
        World.publish(matched(jobId, 1, "Engineer"));
        World.passCoalescing(jobId);

        // Then
        World.awaitFate(jobId, "suppressed:closed");
    }

    @Test
    void matchThatIsNewerThanTheClose_isMailedThoughTheReopeningWasNotReadYet() {
        // Given
        String known = World.newMatch(alice, "Known engineer", alert);
        String fresh = "job-" + UUID.randomUUID();
        close(known, 2);
        close(fresh, 2);

        // When
        World.publish(matched(known, 3, "Known engineer"), matched(fresh, 3, "Fresh engineer"));
        await().untilAsserted(() -> assertThat(NOTIFIER.column("select version from job where job_id = ?", known))
                .contains("3"));
        World.passCoalescing(known, fresh);

        // Then
        World.awaitFate(known, "sent");
        World.awaitFate(fresh, "sent");
    }

    @Test
    @Tag("N4")
    void jobOpenAgainAfterItWasLeftOut_isMailedOnce() {
        // Given
        String jobId = World.newMatch(alice, "Engineer", alert);
        close(jobId, 2);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "suppressed:closed");

        // When
        World.publish(matched(jobId, 1, "Engineer"), Cast.posted(jobId, 3, World.now()));
        awaitRead(jobId);
        World.publish(matched(jobId, 3, "Engineer again"));
        World.awaitFate(jobId, "pending:coalescing");
        World.pass(Duration.ofSeconds(61));
        World.awaitFate(jobId, "sent");
        World.publish(matched(jobId, 4, "Engineer once more"));
        String later = World.newMatch(alice, "Later engineer", alert);
        World.passCoalescing(later);
        World.awaitFate(later, "sent");

        // Then
        assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::subject)
                .satisfiesExactly(
                        subject -> assertThat(subject).startsWith("Engineer again"),
                        subject -> assertThat(subject).startsWith("Later engineer"));
        assertThat(World.fatesOf(alice, jobId))
                .extracting(fate -> fate.version() + ":" + fate.fate())
                .containsExactly("1:pending", "2:suppressed", "3:pending", "4:pending", "5:sent");
    }

    @Test
    @Tag("N4")
    void jobOpenAgainWhileItIsBeingLeftOut_isMailedAllTheSame() throws SQLException {
        // Given
        String jobId = World.newMatch(alice, "Engineer", alert);
        await().untilAsserted(() ->
                assertThat(NOTIFIER.column("select job_id from ledger")).contains(jobId));
        close(jobId, 2);
        try (Connection deciding = Backends.postgres().connect("notifier");
                Statement statement = deciding.createStatement()) {
            deciding.setAutoCommit(false);
            String ofAlice = " where subscriber_id = '" + alice.subscriberId() + "'";
            statement.execute("select from due_subscriber" + ofAlice + " for update");
            statement.execute(
                    "update ledger set fate = 'suppressed', reason = 'closed', version = version + 1" + ofAlice);
            statement.execute("delete from due_subscriber" + ofAlice);

            // When
            World.publish(matched(jobId, 3, "Engineer again"));
            await().until(() -> NOTIFIER.number(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ?",
                            "%due_subscriber%")
                    > 0);
            deciding.commit();
        }

        // Then
        World.awaitFate(jobId, "pending:coalescing");
        World.pass(Duration.ofSeconds(61));
        World.awaitFate(jobId, "sent");
    }

    @Test
    @Tag("N4")
    void jobClosedWhileItsMailWaits_isLeftOutOfItForGood() {
        // Given: a mail that waits for its next attempt, as after an answer of 4xx.
        String gone = World.newMatch(alice, "Gone engineer", alert);
        String open = World.newMatch(alice, "Open engineer", alert);
        await().untilAsserted(() ->
                assertThat(NOTIFIER.column("select job_id from ledger")).contains(gone, open));
        UUID mailId = UUID.randomUUID();
        NOTIFIER.change("""
                insert into mail (mail_id, subscriber_id, mail_class, message_id, state, due_at, created_at)
                values ('%s', '%s', 'alerts', '<%s@mail.test>', 'queued', now() + interval '1 hour', now())
                """.formatted(mailId, alice.subscriberId(), mailId));
        NOTIFIER.change("update ledger set mail_id = ? where job_id in (?, ?)", mailId, gone, open);
        close(gone, 2);

        // When
        NOTIFIER.change("update mail set due_at = now() where mail_id = ?", mailId);

        // Then
        World.awaitFate(open, "sent");
        World.awaitFate(gone, "suppressed:closed");
        assertThat(World.mailsTo(alice))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("Open engineer").doesNotContain("Gone engineer"));

        // When: open again, after an attempt that may have delivered it.
        World.publish(Cast.posted(gone, 3, World.now()));
        awaitRead(gone);
        World.publish(matched(gone, 3, "Gone engineer"));
        String later = World.newMatch(alice, "Later engineer", alert);
        World.passCoalescing(later);

        // Then
        World.awaitFate(later, "sent");
        assertThat(World.fate(gone)).isEqualTo("suppressed:closed");
    }

    @Test
    void closeOfTwoWeeksAgo_isForgottenAndALaterOneIsNot() {
        // Given
        String first = "job-" + UUID.randomUUID();
        String second = "job-" + UUID.randomUUID();
        String later = "job-" + UUID.randomUUID();
        Stream.of(first, second, later).forEach(jobId -> close(jobId, 2));
        NOTIFIER.change(
                "update job_state set noted_at = noted_at - interval '14 days 1 second' where job_id in (?, ?)",
                first,
                second);
        NOTIFIER.change("update job_state set noted_at = noted_at - interval '14 days' where job_id = ?", later);

        // When
        pruning.prune(1).await().atMost(Duration.ofSeconds(30));

        // Then
        assertThat(NOTIFIER.column("select job_id from job_state where job_id in (?, ?, ?)", first, second, later))
                .containsExactly(later);
    }

    private JobMatched matched(String jobId, long version, String title) {
        JobMatched first = Cast.matched(
                jobId, Cast.job(title, "Fjordbank", World.now()), World.now(), alice.subscriberId(), alert);
        return new JobMatched(jobId, version, first.partition(), 0, first.job(), first.subscribers(), first.hops());
    }

    private static void close(String jobId, long version) {
        World.publish(Cast.closed(jobId, version, World.now()));
        awaitRead(jobId);
    }

    /** Waits until all is read that was published of a job: what came after it on its partition is there. */
    private static void awaitRead(String jobId) {
        String later = Stream.generate(() -> "job-" + UUID.randomUUID())
                .filter(other -> Topic.partitionOf(other) == Topic.partitionOf(jobId))
                .findFirst()
                .orElseThrow();
        World.publish(Cast.closed(later, 2, World.now()));
        await().untilAsserted(() -> assertThat(NOTIFIER.column("select 1 from job_state where job_id = ?", later))
                .hasSize(1));
    }
}
