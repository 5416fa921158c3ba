package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a match on the topic to a mail in the box and its fate on the topic. */
@ServiceTest
class AlertMailTest {

    @Test
    @Tag("N1")
    void match_isMailedWithAllItsFacts() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Platform engineer, Berlin");
        Instant found = World.now();

        // When
        String jobId = World.newMatch(alice, "Platform Engineer", alert);
        World.passCoalescing(jobId);

        // Then
        await().untilAsserted(() -> assertThat(World.mailsTo(alice)).hasSize(1));
        ReceivedMail mail = World.mailsTo(alice).get(0);
        assertThat(mail.subject()).isEqualTo("Platform Engineer at Fjordbank, Berlin");
        assertThat(mail.text())
                .contains("Matched: title \"platform engineer\" | body kubernetes")
                .contains("EUR 82,000 to 96,000 a year")
                .contains("Europe/Berlin");
        await().untilAsserted(() -> {
            List<FateChanged> fates = World.fatesOf(alice, jobId);
            assertThat(fates).extracting(FateChanged::fate).containsExactly("pending", "pending", "sent");
            assertThat(fates).extracting(FateChanged::version).containsExactly(1L, 2L, 3L);
            assertThat(fates.get(0).until()).contains(found.plusSeconds(60));
            assertThat(fates.get(2).messageId()).contains(mail.messageId());
            assertThat(fates.get(2).alerts().get(0).alertId()).isEqualTo(alert.alertId());
        });
    }

    @Test
    @Tag("N1")
    void titleOfAnyCharacters_isTheSubjectAsItIs() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Rockets");

        // When
        String jobId = World.newMatch(alice, "🚀 Rocket Engineer, エンジニア, größer 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀", alert);
        World.passCoalescing(jobId);

        // Then
        await().untilAsserted(() -> assertThat(World.mailsTo(alice)).hasSize(1));
        ReceivedMail mail = World.mailsTo(alice).get(0);
        assertThat(mail.subject())
                .isEqualTo("🚀 Rocket Engineer, エンジニア, größer 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀 at Fjordbank, Berlin");
        assertThat(mail.text()).contains("🚀 Rocket Engineer, エンジニア, größer 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀");
        assertThat(mail.source().lines().takeWhile(line -> !line.isEmpty()))
                .filteredOn(line -> line.contains("=?"))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @Test
    @Tag("N2")
    void fiveAlertsAndFourJobs_makeOneMailThatShowsEachJobOnce() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved[] alerts = new AlertSaved[5];
        for (int i = 0; i < alerts.length; i++) {
            alerts[i] = World.newAlert(alice, "Alert " + i);
        }

        // When
        List<String> jobIds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            jobIds.add(World.newMatch(alice, "Engineer number " + i, alerts));
        }
        World.passCoalescing(jobIds.toArray(String[]::new));

        // Then
        jobIds.forEach(jobId -> World.awaitFate(jobId, "sent"));
        assertThat(World.mailsTo(alice)).hasSize(1);
        ReceivedMail mail = World.mailsTo(alice).get(0);
        assertThat(mail.subject()).isEqualTo("4 new jobs for “Alert 0” and 4 more alerts");
        for (int i = 0; i < 4; i++) {
            assertThat(mail.text().split("Engineer number " + i, -1)).hasSize(2);
        }
        assertThat(mail.text().split("Matched for “Alert 3”", -1)).hasSize(5);
    }

    @Test
    @Tag("N3")
    void allMatchesRefused_makeNoMail() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved paused = Cast.alert(
                UUID.randomUUID(),
                1,
                alice.subscriberId(),
                "x",
                AlertSaved.INSTANT,
                true,
                Optional.empty(),
                World.now());
        World.publish(paused);
        World.awaitTakenIn(alice.subscriberId(), paused.alertId());

        // When
        String jobId = World.newMatch(alice, "Engineer", paused);
        World.passCoalescing(jobId);

        // Then
        World.awaitFate(jobId, "suppressed:alert-paused");
        assertThat(NOTIFIER.column("select mail_id from mail where subscriber_id = '" + alice.subscriberId() + "'"))
                .isEmpty();
        await().untilAsserted(() -> assertThat(World.fatesOf(alice, jobId))
                .extracting(FateChanged::fate)
                .containsExactly("pending", "suppressed"));
    }

    @Test
    @Tag("N10")
    void dailyAlert_isMailedAtNineOfTheLocalDay() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved daily = World.newDailyAlert(alice, "Daily");
        String first = World.newMatch(alice, "First engineer", daily);
        World.passCoalescing(first);
        World.awaitFate(first, "pending:digest");
        Instant slot = World.fatesOf(alice, first).get(1).until().orElseThrow();
        String second = World.newMatch(alice, "Second engineer", daily);
        World.passCoalescing(second);
        World.awaitFate(second, "pending:digest");

        // When
        World.pass(Duration.between(World.now(), slot));

        // Then
        World.awaitFate(first, "sent");
        World.awaitFate(second, "sent");
        assertThat(slot.toString()).endsWith("T08:00:00Z");
        assertThat(World.mailsTo(alice)).extracting(ReceivedMail::subject).containsExactly("2 new jobs for “Daily”");
    }

    @Test
    @Tag("N1")
    void moreJobsThanAMailHolds_comeInTheNextMailAndNoneIsLost() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");

        // When
        List<String> jobIds = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            jobIds.add(World.newMatch(alice, "Engineer " + i, "Company " + i, alert));
        }
        World.passCoalescing(jobIds.toArray(String[]::new));

        // Then
        jobIds.forEach(jobId -> World.awaitFate(jobId, "sent"));
        assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::subject)
                .containsExactlyInAnyOrder("50 new jobs for “Engineer”", "10 new jobs for “Engineer”");
    }

    @Test
    @Tag("M13")
    void digestWithSixtySevenJobsOfOneCompany_isOneMailThatTellsOfAllOfThem() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved daily = World.newDailyAlert(alice, "Daily");
        List<String> jobIds = new ArrayList<>();
        for (int i = 0; i < 67; i++) {
            jobIds.add(World.newMatch(alice, "Engineer " + i, i % 2 == 0 ? "Cloudflare" : "cloudflare inc.", daily));
        }
        jobIds.add(World.newMatch(alice, "Gardener", "Lumen Freight", daily));
        World.passCoalescing(jobIds.toArray(String[]::new));
        jobIds.forEach(jobId -> World.awaitFate(jobId, "pending:digest"));

        // When
        World.pass(Duration.ofHours(24));

        // Then
        jobIds.forEach(jobId -> World.awaitFate(jobId, "sent"));
        assertThat(World.mailsTo(alice)).hasSize(1);
        ReceivedMail mail = World.mailsTo(alice).get(0);
        assertThat(mail.subject()).isEqualTo("68 new jobs for “Daily”");
        assertThat(mail.text()).containsOnlyOnce("64 more from").containsOnlyOnce("Gardener");
        assertThat(mail.text().split("\\. Engineer ", -1)).hasSize(1 + 3);
        await().untilAsserted(() -> assertThat(World.fatesOf(alice))
                .filteredOn(fate -> fate.fate().equals("sent"))
                .hasSameSizeAs(jobIds)
                .allSatisfy(fate -> assertThat(fate.messageId()).contains(mail.messageId()))
                .extracting(FateChanged::jobId)
                .containsExactlyInAnyOrderElementsOf(jobIds));
    }
}
