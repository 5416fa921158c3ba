package io.earlybrd.notifier.dispatch;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.ReceivedMail;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several dispatchers and senders at the same time, as with several instances. */
@ServiceTest
@Tag("N4")
class TwoInstancesTest {

    private static final int SUBSCRIBERS = 200;
    private static final int JOBS = 5;

    @Inject
    Dispatcher dispatcher;

    @Test
    void fourDispatchersAtOnce_mailEveryMatchOnceAndEverySubscriberOnce() {
        // Given: 1,000 matches.
        List<SubscriberMatch> matches = new ArrayList<>();
        String domain = UUID.randomUUID() + ".example";
        for (int i = 0; i < SUBSCRIBERS; i++) {
            UUID id = UUID.randomUUID();
            SubscriberChanged subscriber = Cast.subscriber(id, "s" + i + "@" + domain, World.now());
            AlertSaved alert = Cast.alert(id, "Engineer", World.now());
            World.publish(subscriber, Cast.trial(id, World.now()), alert);
            matches.add(Cast.match(id, alert));
        }
        String jobs = UUID.randomUUID().toString();
        for (int i = 0; i < JOBS; i++) {
            World.publish(
                    Cast.matched(jobs + i, Cast.job("Engineer " + i, "Fjordbank", World.now()), World.now(), matches));
        }
        await().untilAsserted(() -> {
            assertThat(count("ledger where job_id like '" + jobs + "%'")).isEqualTo(SUBSCRIBERS * JOBS);
            assertThat(count("subscriber join entitlement using (subscriber_id) join alert using (subscriber_id)"
                            + " where email like '%" + domain + "'"))
                    .isEqualTo(SUBSCRIBERS);
        });
        World.pass(Duration.ofSeconds(61));

        // When: beside the service's own loop.
        for (int i = 0; i < 3; i++) {
            dispatcher.round().subscribe().with(done -> {}, failure -> {});
        }

        // Then
        await().untilAsserted(() -> assertThat(count("ledger where job_id like '" + jobs + "%' and fate = 'sent'"))
                .isEqualTo(SUBSCRIBERS * JOBS));
        Map<String, Long> mails = Backends.smtp().transmissions().stream()
                .filter(mail -> mail.recipients().get(0).endsWith(domain))
                .collect(Collectors.groupingBy(mail -> mail.recipients().get(0), Collectors.counting()));
        assertThat(mails)
                .hasSize(SUBSCRIBERS)
                .allSatisfy((address, sent) -> assertThat(sent).isEqualTo(1));
        assertThat(Backends.smtp().transmissions().stream()
                        .filter(mail -> mail.recipients().get(0).endsWith(domain))
                        .map(ReceivedMail::subject))
                .containsOnly("5 new jobs for “Engineer”");
    }

    private static int count(String of) {
        return Integer.parseInt(NOTIFIER.column("select count(*) from " + of).get(0));
    }
}
