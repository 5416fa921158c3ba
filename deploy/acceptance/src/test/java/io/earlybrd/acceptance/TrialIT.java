package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A trial ends by the clock; whoever pays goes on. */
@ExtendWith(WorldExtension.class)
@Order(9)
class TrialIT {

    @Test
    @Tag("B1")
    @Tag("B3")
    @Tag("B20")
    void expiredTrial_getsNothingUntilItIsPaidFor(World world) {
        // Given
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        fjordbank.post(JobDraft.of("First Platform Engineer", "Berlin"));
        alice.awaitAlertMail("First Platform Engineer");

        // When
        world.passTime(Duration.ofDays(15));
        Visitor dora = world.visitor("dora").signUp().saveAlert("Platform work", "platform");
        fjordbank.post(JobDraft.of("Second Platform Engineer", "Berlin"));

        // Then
        dora.awaitAlertMail("Second Platform Engineer");
        assertThat(alice.alertMails()).hasSize(1);

        // When
        pay(alice.logIn(), world);
        fjordbank.post(JobDraft.of("Third Platform Engineer", "Berlin"));

        // Then
        alice.awaitAlertMail("Third Platform Engineer");
        assertThat(alice.alertMails()).hasSize(2);
    }

    private static void pay(Visitor visitor, World world) {
        Page page = visitor.page();
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(visitor.open("/billing").content()).contains("€7 a month"));
        visitor.press("Go to Stripe to pay");
        page.waitForURL(Pattern.compile(
                "^" + Pattern.quote(world.system().stripe().url().toString()) + ".*"));
        visitor.press("Pay");
        page.waitForURL(Pattern.compile(".*/billing.*"));
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(visitor.open("/billing").content()).contains("You are subscribed"));
    }
}
