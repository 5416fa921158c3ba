package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.SharedData;
import io.earlybrd.testkit.board.JobDraft;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job appears on an employer's board, and the right people have it in their inbox. */
@ExtendWith(WorldExtension.class)
@Order(1)
class BoardToInboxIT {

    private static final JobDraft PLATFORM_ENGINEER = JobDraft.of("Platform Engineer", "Berlin, Germany")
            .describedAs("<p>You run <b>Kubernetes</b> for all teams.</p>");

    @ParameterizedTest
    @ValueSource(strings = {"greenhouse", "lever"})
    @Tag("S1")
    @Tag("M9")
    @Tag("N2")
    void newJob_isMailedOnceToWhoseAlertMatchesWithTheReason(String provider, World world) {
        // Given
        WatchedBoard fjordbank = world.watch(provider, "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "\"platform engineer\" kubernetes");
        Visitor bob = world.visitor("bob").signUp().saveAlert("Nursing", "nurse");

        // When
        fjordbank.post(PLATFORM_ENGINEER);

        // Then
        ReceivedMail mail = alice.awaitAlertMail("Platform Engineer");
        assertThat(mail.subject()).startsWith("Platform Engineer at Fjordbank, Berlin");
        assertThat(mail.text()).contains("Matched:", "\"platform engineer\"", "kubernetes", "Fjordbank");
        assertThat(mail.html()).contains("Platform Engineer").doesNotContain("<script", "<img");

        // A second crawl and a second job show that the first job is not mailed again, and that Bob got no mail of it
        // because it is none of his business, not because mails are slow.
        fjordbank.board().touchAll();
        fjordbank.post(JobDraft.of("Nurse", "Ulm"));
        bob.awaitAlertMail("Nurse");
        assertThat(alice.alertMails()).hasSize(1);
        assertThat(bob.alertMails()).hasSize(1);
    }

    @Test
    @Tag("N16")
    void linksOfTheMail_leadWhereTheySay(World world) throws Exception {
        // Given
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        fjordbank.post(PLATFORM_ENGINEER);

        // When
        ReceivedMail mail = alice.awaitAlertMail("Platform Engineer");

        // Then
        alice.page().navigate(Visitor.link(mail, "/jobs/"));
        assertThat(alice.page().content()).contains("You run");
        alice.page().navigate(Visitor.link(mail, "/alerts/"));
        assertThat(alice.page().content()).contains("Platform work");
        for (String link : mail.links()) {
            assertThat(get(link)).as(link).isLessThan(400);
        }
    }

    @Test
    @Tag("N5")
    void unsubscribedByOnePost_nextJobIsNotMailed(World world) throws Exception {
        // Given
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        Visitor carol = world.visitor("carol").signUp().saveAlert("Platform work too", "platform");
        fjordbank.post(PLATFORM_ENGINEER);
        ReceivedMail mail = alice.awaitAlertMail("Platform Engineer");
        String unsubscribe = mail.header("List-Unsubscribe").orElseThrow().replaceAll("^<([^>]*)>.*", "$1");
        assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");

        // When
        get(unsubscribe);
        HttpResponse<String> answer = World.http()
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(unsubscribe))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        fjordbank.post(PLATFORM_ENGINEER.titled("Second Platform Engineer"));
        carol.awaitAlertMail("Second Platform Engineer");
        assertThat(alice.alertMails()).hasSize(1);
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(alice.open("/alerts").content()).contains("Stopped from a mail"));
    }

    @Test
    @Tag("N6")
    void everythingStoppedAndStartedAgain_nextJobIsMailed(World world) {
        // Given
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        Visitor carol = world.visitor("carol").signUp().saveAlert("Platform work too", "platform");
        fjordbank.post(PLATFORM_ENGINEER);
        alice.page().navigate(Visitor.link(alice.awaitAlertMail("Platform Engineer"), "/u/"));
        alice.page().getByLabel("Stop all alerts").check();
        alice.press("Confirm");
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(alice.open("/alerts").content()).contains("Alert mail is stopped"));
        fjordbank.post(PLATFORM_ENGINEER.titled("Second Platform Engineer"));
        carol.awaitAlertMail("Second Platform Engineer");

        // When
        alice.press("Mail me again");
        fjordbank.post(PLATFORM_ENGINEER.titled("Third Platform Engineer"));

        // Then
        alice.awaitAlertMail("Third Platform Engineer");
        assertThat(alice.alertMails()).hasSize(2);
        assertThat(alice.open("/alerts").content()).doesNotContain("Alert mail is stopped");
    }

    @Test
    @Tag("S14")
    void jobThatWasOpenBeforeItsBoardWasWatched_isNeverMailed(World world) {
        // Given
        Visitor alice = world.visitor("alice").signUp().saveAlert("Gardens", "gardener OR florist");

        // When
        WatchedBoard garden = world.watch("greenhouse", "Gartenbau");
        garden.post(JobDraft.of("Florist", "Ulm"));

        // Then
        alice.awaitAlertMail("Florist");
        assertThat(alice.alertMails()).hasSize(1);
        assertThat(alice.alertMails().get(0).text()).doesNotContain("Gardener in");
    }

    @Test
    @Tag("S1")
    void recordedBoardWithOneNewJob_mailsTheNewJobOnly(World world) {
        // Given
        Path recorded = SharedData.path("jobs/greenhouse/careerkit__greenhouse.json");
        WatchedBoard board = world.watch("greenhouse", "Recorded", before -> before.loadGreenhouse(recorded));
        Visitor alice = world.visitor("alice").signUp().saveAlert("Everything new", "xylophonist OR engineer");

        // When
        board.post(JobDraft.of("Xylophonist", "Berlin"));

        // Then
        alice.awaitAlertMail("Xylophonist");
        assertThat(alice.alertMails()).hasSize(1);
    }

    private static int get(String link) throws Exception {
        return World.http()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(URI.create(link)).GET().build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
