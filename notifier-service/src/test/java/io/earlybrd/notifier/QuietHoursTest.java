package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.MailRequested;
import io.earlybrd.events.QuietHours;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nights of a subscriber in Berlin who wants no instant mail from 22:00 to 07:00. */
@ServiceTest
@Tag("N11")
class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DigestSchedule AT_SIX = new DigestSchedule(6, 1);

    private final SubscriberChanged alice = newQuietSubscriber();
    private final AlertSaved alert = World.newAlert(alice, "Engineer");

    @Test
    void matchesOfANight_goInOneMailAtItsEnd() {
        // Given
        passTo("23:10");
        String late = World.newMatch(alice, "Late engineer", alert);
        World.passCoalescing(late);
        World.awaitFate(late, "pending:quiet-hours");
        passTo("02:00");
        String early = World.newMatch(alice, "Early engineer", alert);
        World.passCoalescing(early);
        World.awaitFate(early, "pending:quiet-hours");
        passTo("06:59:58");
        assertThat(World.mailsTo(alice)).isEmpty();

        // When
        passTo("07:00");

        // Then
        World.awaitFate(late, "sent");
        World.awaitFate(early, "sent");
        assertThat(World.mailsTo(alice)).extracting(ReceivedMail::subject).containsExactly("2 new jobs for “Engineer”");
        await().untilAsserted(() -> assertThat(told(late))
                .containsExactly("pending:coalescing", "pending:quiet-hours", "pending:sending", "sent"));
        assertThat(World.fatesOf(alice, late).get(1).until()).contains(World.now());
    }

    @Test
    void hoursThatAreRemoved_letGoWhatWaits() {
        // Given
        passTo("23:10");
        String jobId = heldMatch();

        // When
        World.publish(Cast.changed(alice, alice.schedule(), Optional.empty()));

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    @Test
    void hoursThatAreRemovedWhileADispatcherDecides_letGoWhatItHolds() throws SQLException {
        // Given: a dispatcher that has read the old hours and has not committed what it decided by them.
        passTo("23:10");
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.awaitFate(jobId, "pending:coalescing");
        try (Connection dispatcher = Backends.postgres().connect(World.DATABASE);
                Statement statement = dispatcher.createStatement()) {
            dispatcher.setAutoCommit(false);
            String of = " where subscriber_id = '" + alice.subscriberId() + "'";
            statement.execute("select 1 from due_subscriber" + of + " for update");
            statement.execute(
                    "update ledger set reason = 'quiet-hours', due_at = '" + next("07:00") + "', version = 2" + of);
            statement.execute("update due_subscriber set due_at = '" + next("07:00") + "'" + of);

            // When
            World.publish(Cast.changed(alice, alice.schedule(), Optional.empty()));
            await().untilAsserted(() -> assertThat(NOTIFIER.column("select 1 from pg_stat_activity where datname = '"
                            + World.DATABASE + "' and wait_event_type = 'Lock'"))
                    .isNotEmpty());
            dispatcher.commit();
        }

        // Then
        World.awaitFate(jobId, "sent");
    }

    @Test
    void hoursThatAreMoved_holdUntilTheNewEnd() {
        // Given
        passTo("23:10");
        String jobId = heldMatch();

        // When
        World.publish(Cast.changed(alice, alice.schedule(), Optional.of(new QuietHours("21:00", "08:30"))));

        // Then
        await().untilAsserted(() -> assertThat(World.fatesOf(alice, jobId))
                .last()
                .extracting(FateChanged::until)
                .isEqualTo(Optional.of(next("08:30"))));
        assertThat(World.fate(jobId)).isEqualTo("pending:quiet-hours");
        passTo("08:30");
        World.awaitFate(jobId, "sent");
    }

    @Test
    void mailThatWasQueuedBeforeTheNight_waitsForItsEndAndIsTheSameMail() {
        // Given
        passTo("23:10");
        String jobId = World.newMatch(alice, "Engineer", alert);
        UUID mailId = queuedMailOf(jobId);

        // When
        tryNow(mailId);

        // Then
        World.awaitFate(jobId, "pending:quiet-hours");
        assertThat(NOTIFIER.column("select state || ':' || problem from mail where mail_id = '" + mailId + "'"))
                .containsExactly("queued:quiet-hours");
        await().untilAsserted(() -> assertThat(World.fatesOf(alice, jobId))
                .last()
                .satisfies(fate -> {
                    assertThat(fate.until()).contains(next("07:00"));
                    assertThat(fate.messageId()).contains("<" + mailId + "@mail.test>");
                }));
        passTo("07:00");
        tryNow(mailId);
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::messageId)
                .containsExactly("<" + mailId + "@mail.test>");
    }

    @Test
    void hoursThatAreRemoved_letGoAQueuedMail() {
        // Given
        passTo("23:10");
        String jobId = World.newMatch(alice, "Engineer", alert);
        tryNow(queuedMailOf(jobId));
        World.awaitFate(jobId, "pending:quiet-hours");

        // When
        World.publish(Cast.changed(alice, alice.schedule(), Optional.empty()));

        // Then
        World.awaitFate(jobId, "sent");
    }

    @Test
    void digestWhoseHourIsQuiet_goesOutAndInstantMatchesWait() {
        // Given
        AlertSaved daily = Cast.alert(
                UUID.randomUUID(),
                1,
                alice.subscriberId(),
                "Daily",
                AlertSaved.DAILY,
                false,
                Optional.empty(),
                World.now());
        World.publish(daily);
        World.awaitTakenIn(alice.subscriberId(), daily.alertId());
        passTo("23:10");
        String ofDigest = World.newMatch(alice, "Digest engineer", daily);
        String ofInstant = World.newMatch(alice, "Instant engineer", alert);
        World.passCoalescing(ofDigest, ofInstant);
        World.awaitFate(ofDigest, "pending:digest");
        World.awaitFate(ofInstant, "pending:quiet-hours");

        // When
        passTo("06:00");

        // Then
        World.awaitFate(ofDigest, "sent");
        assertThat(World.fate(ofInstant)).isEqualTo("pending:quiet-hours");
        assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::subject)
                .containsExactly("Digest engineer at Fjordbank, Berlin");
        passTo("07:00");
        World.awaitFate(ofInstant, "sent");
    }

    @Test
    @Tag("N12")
    void resetByNight_isSentAtOnce() {
        // Given
        passTo("03:00");

        // When
        World.publish(new MailRequested(
                alice.subscriberId(),
                "account",
                "reset-password",
                alice.email(),
                alice.zone(),
                Map.of("link", "https://earlybrd.example/reset"),
                World.now(),
                World.now().plus(Duration.ofHours(1))));

        // Then
        await().untilAsserted(() -> assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::subject)
                .containsExactly("Choose a new password"));
    }

    @Test
    void alertThatIsPausedByNight_isNotMailedInTheMorning() {
        // Given
        passTo("23:10");
        String jobId = heldMatch();
        World.publish(Cast.alert(
                alert.alertId(),
                2,
                alice.subscriberId(),
                "Engineer",
                AlertSaved.INSTANT,
                true,
                Optional.empty(),
                World.now()));
        World.awaitTakenIn(alice.subscriberId(), alert.alertId());

        // When
        passTo("07:00");

        // Then
        World.awaitFate(jobId, "suppressed:alert-paused");
    }

    @Test
    void hoursThatAreNoTimes_goToDeadLettersAndTheLastOnesHold() {
        // Given
        SubscriberChanged later = Cast.changed(alice, alice.schedule(), alice.quietHours());
        String broken = EventJson.write(later).replace("22:00", "25:00");

        // When
        World.kafka()
                .produce(
                        "subscribers",
                        later.key(),
                        broken.getBytes(StandardCharsets.UTF_8),
                        World.headersOf("SubscriberChanged"));

        // Then
        World.kafka()
                .awaitRecord("subscribers.dlq", letter -> later.key().equals(letter.key()), Duration.ofSeconds(40));
        assertThat(NOTIFIER.column("select quiet_from from subscriber where subscriber_id = '" + later.key() + "'"))
                .containsExactly("22:00:00");
    }

    private String heldMatch() {
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "pending:quiet-hours");
        return jobId;
    }

    /** A mail with this match that waits for its next attempt, as after an answer of 4xx. */
    private UUID queuedMailOf(String jobId) {
        await().untilAsserted(() ->
                assertThat(NOTIFIER.column("select job_id from ledger")).contains(jobId));
        UUID mailId = UUID.randomUUID();
        NOTIFIER.change(
                """
                insert into mail (mail_id, subscriber_id, mail_class, message_id, state, attempt, due_at, created_at)
                values ('%s', '%s', 'alerts', '<%s@mail.test>', 'queued', 1, now() + interval '1 hour', '%s')
                """.formatted(mailId, alice.subscriberId(), mailId, World.now().minus(Duration.ofHours(2))));
        NOTIFIER.change(
                "update ledger set mail_id = '%s', reason = 'sending' where job_id = '%s'".formatted(mailId, jobId));
        return mailId;
    }

    private static void tryNow(UUID mailId) {
        NOTIFIER.change("update mail set due_at = now() where mail_id = '" + mailId + "'");
    }

    private List<String> told(String jobId) {
        return World.fatesOf(alice, jobId).stream()
                .map(fate -> fate.fate() + fate.reason().map(":"::concat).orElse(""))
                .toList();
    }

    private static void passTo(String time) {
        World.pass(Duration.between(World.now(), next(time)));
    }

    /** When the clock in Berlin says so next. */
    private static Instant next(String time) {
        ZonedDateTime now = World.now().atZone(BERLIN);
        ZonedDateTime then = now.toLocalDate().atTime(LocalTime.parse(time)).atZone(BERLIN);
        return (then.isAfter(now) ? then : then.plusDays(1)).toInstant();
    }

    private static SubscriberChanged newQuietSubscriber() {
        SubscriberChanged quiet =
                Cast.changed(World.newSubscriber(), Optional.of(AT_SIX), Optional.of(new QuietHours("22:00", "07:00")));
        World.publish(quiet);
        return quiet;
    }
}
