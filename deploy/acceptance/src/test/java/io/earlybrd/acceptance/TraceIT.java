package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.board.JobDraft;
import io.earlybrd.testkit.trace.RecordedSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace leads from the fetch of a job to its mail. */
@ExtendWith(WorldExtension.class)
@Order(2)
class TraceIT {

    @Test
    @Tag("O17")
    void jobFromFetchToMail_isOneTraceOverThreeServices(World world) {
        // Given
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");

        // When
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin"));
        alice.awaitAlertMail("Platform Engineer");

        // Then
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(world.traces().spans().stream()
                                .filter(span -> span.service().equals("notifier")
                                        && span.name().startsWith("send mail"))
                                .map(span -> services(world.traces().trace(span.traceId()))))
                        .anyMatch(services -> services.containsAll(Set.of("scraper", "matcher", "notifier"))));
    }

    private static Set<String> services(List<RecordedSpan> trace) {
        return trace.stream().map(RecordedSpan::service).collect(Collectors.toSet());
    }
}
