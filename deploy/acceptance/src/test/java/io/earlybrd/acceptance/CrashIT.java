package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.local.Service;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts die while a job is on its way; it arrives all the same, in one mail. */
@ExtendWith(WorldExtension.class)
@Order(5)
class CrashIT {

    @ParameterizedTest
    @EnumSource(Service.class)
    @Tag("N4")
    void serviceKilledWhileOneJobIsOnItsWayAndAnotherIsPosted_eachIsInOneMail(Service service, World world) {
        // Given
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");

        // When
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin"));
        world.system().kill(service);
        fjordbank.board().add(JobDraft.of("Platform Lead", "Berlin"));
        if (service != Service.SCRAPER) {
            fjordbank.poll();
        }
        world.system().start(service);
        fjordbank.poll();

        // Then
        alice.awaitAlertMail("Platform Engineer");
        alice.awaitAlertMail("Platform Lead");
        fjordbank.post(JobDraft.of("Platform Architect", "Berlin"));
        alice.awaitAlertMail("Platform Architect");
        assertOneMessageIdEach(alice, "Platform Engineer", "Platform Lead", "Platform Architect");
    }

    @Test
    @Tag("S21")
    @Tag("A5")
    void brokerStoppedForAMinute_pagesWorkAndNothingIsLost(World world) {
        // Given
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp();
        Visitor bob = world.visitor("bob").signUp().saveAlert("Platform work", "platform");

        // When
        int alerts = world.liveAlerts();
        world.system().kafka().stop();
        alice.saveAlertOnly("Nursing", "nurse");
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin"));
        await().pollDelay(Duration.ofSeconds(55)).atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(alice.open("/alerts").content()).contains("Nursing");
            assertThat(alice.open("/billing").title()).contains("Billing");
        });
        world.system().kafka().restart();

        // Then
        bob.awaitAlertMail("Platform Engineer");
        world.awaitMoreAlertsThan(alerts);
        fjordbank.post(JobDraft.of("Nurse", "Ulm"));
        alice.awaitAlertMail("Nurse");
        assertOneMessageIdEach(bob, "Platform Engineer");
        assertOneMessageIdEach(alice, "Nurse");
    }

    /** The same Message-ID may come twice, if its sender died before it knew; a second Message-ID may not. */
    private static void assertOneMessageIdEach(Visitor visitor, String... titles) {
        for (String title : titles) {
            List<String> messageIds = visitor.alertMails().stream()
                    .filter(mail -> mail.text().contains(title))
                    .map(ReceivedMail::messageId)
                    .distinct()
                    .toList();
            assertThat(messageIds).as("Message-IDs that carry %s", title).hasSize(1);
        }
    }
}
