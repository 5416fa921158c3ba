package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is away for a while: people notice nothing but that mail comes later. */
@ExtendWith(WorldExtension.class)
@Order(5)
class BrokerAwayIT {

    /** What anybody may look at. */
    private static final List<String> PUBLIC = List.of("/", "/sign-up", "/login", "/password/forgot", "/no-such-page");

    /** What subscribers see. */
    private static final List<String> OWN = List.of("/alerts", "/alerts/new", "/billing", "/ledger", "/settings");

    /** Longer than clients of Kafka are patient by themselves. */
    private static final Duration AWAY = Duration.ofSeconds(60);

    @Test
    @Tag("S21")
    @Tag("A5")
    @Tag("A18")
    void brokerStoppedForAMinute_allPagesAreFitForEverybodyAndNothingIsLost(World world) {
        // Given
        WatchedBoard nordbank = world.watch("greenhouse", "Nordbank");
        Visitor anybody = world.visitor("anybody");
        Visitor carol = world.visitor("carol").signUp();
        Visitor bob = world.visitor("bob").signUp().saveAlert("Platform work", "\"platform engineer\" -manager");
        nordbank.post(
                JobDraft.of("Platform Engineer", "Berlin").describedAs("<p>You run Kubernetes for all teams.</p>"));
        bob.awaitAlertMail("Platform Engineer");
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(bob.open("/ledger").content()).contains("Platform Engineer"));

        // When
        int alerts = world.liveAlerts();
        world.system().kafka().stop();
        Instant back = Instant.now().plus(AWAY);
        carol.saveAlertOnly("Nursing", "nurse");
        nordbank.post(JobDraft.of("Second Platform Engineer", "Berlin"));
        PUBLIC.forEach(path -> PageCheck.assertFit(anybody, path));
        OWN.forEach(path -> PageCheck.assertFit(bob, path));
        await().atMost(AWAY.multipliedBy(2)).until(() -> Instant.now().isAfter(back));
        assertThat(carol.open("/alerts").content()).contains("Nursing");
        assertThat(carol.open("/billing").title()).contains("Billing");
        world.system().kafka().restart();

        // Then
        bob.awaitAlertMail("Second Platform Engineer");
        world.awaitMoreAlertsThan(alerts);
        nordbank.post(JobDraft.of("Nurse", "Ulm"));
        carol.awaitAlertMail("Nurse");
        bob.assertOneMessageIdEach("Second Platform Engineer");
        carol.assertOneMessageIdEach("Nurse");
    }
}
