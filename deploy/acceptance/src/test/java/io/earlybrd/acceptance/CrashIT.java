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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts die while a job is on its way; it arrives all the same, in one mail. */
@ExtendWith(WorldExtension.class)
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    /** The same through all crashes; what each brings has a name of its own. */
    private WatchedBoard fjordbank;

    private Visitor alice;

    @ParameterizedTest
    @EnumSource(Service.class)
    @Tag("N4")
    void serviceKilledWhileOneJobIsOnItsWayAndAnotherIsPosted_eachIsInOneMail(Service service, World world) {
        // Given
        String engineer = "Platform Engineer " + service.label();
        String lead = "Platform Lead " + service.label();
        String architect = "Platform Architect " + service.label();
        if (alice == null) {
            fjordbank = world.watch("greenhouse", "Fjordbank");
            alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        }

        // When
        fjordbank.post(JobDraft.of(engineer, "Berlin"));
        world.system().kill(service);
        fjordbank.board().add(JobDraft.of(lead, "Berlin"));
        if (service != Service.SCRAPER) {
            fjordbank.poll();
        }
        world.system().start(service);
        fjordbank.poll();

        // Then
        alice.awaitAlertMail(engineer);
        alice.awaitAlertMail(lead);
        fjordbank.post(JobDraft.of(architect, "Berlin"));
        alice.awaitAlertMail(architect);
        assertOneMessageIdEach(alice, engineer, lead, architect);
    }

    @Test
    @Tag("S21")
    @Tag("A5")
    void brokerStoppedForAMinute_pagesWorkAndNothingIsLost(World world) {
        // Given
        WatchedBoard nordbank = world.watch("greenhouse", "Nordbank");
        Visitor carol = world.visitor("carol").signUp();
        Visitor bob = world.visitor("bob").signUp().saveAlert("Platform work", "platform");

        // When
        int alerts = world.liveAlerts();
        world.system().kafka().stop();
        carol.saveAlertOnly("Nursing", "nurse");
        nordbank.post(JobDraft.of("Platform Engineer", "Berlin"));
        await().pollDelay(Duration.ofSeconds(55)).atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(carol.open("/alerts").content()).contains("Nursing");
            assertThat(carol.open("/billing").title()).contains("Billing");
        });
        world.system().kafka().restart();

        // Then
        bob.awaitAlertMail("Platform Engineer");
        world.awaitMoreAlertsThan(alerts);
        nordbank.post(JobDraft.of("Nurse", "Ulm"));
        carol.awaitAlertMail("Nurse");
        assertOneMessageIdEach(bob, "Platform Engineer");
        assertOneMessageIdEach(carol, "Nurse");
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
