package io.earlybrd.acceptance;

import static org.awaitility.Awaitility.await;

import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Service;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a reboot the parts come up in any order; a service waits for what it needs, and nobody has to start it again. */
@ExtendWith(WorldExtension.class)
@Order(6)
class BootOrderIT {

    /** How long the services run without what they need: longer than their start takes. */
    private static final Duration ALONE = Duration.ofSeconds(25);

    @ParameterizedTest
    @ValueSource(strings = {"services kafka postgres", "postgres services kafka"})
    @Tag("O12")
    void servicesStartBeforeServers_waitAndMailArrives(String order, World world) {
        // Given
        LocalSystem system = world.system();
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        World.withEachService(system::stop).join();
        system.kafka().stop();
        system.postgres().stop();

        // When
        CompletableFuture<Void> starts = new CompletableFuture<>();
        for (String part : order.split(" ")) {
            switch (part) {
                case "kafka" -> system.kafka().restart();
                case "postgres" -> system.postgres().restart();
                default -> {
                    // A start fails if the service's process ends before it is ready.
                    starts = World.withEachService(system::start);
                    await().until(() -> Stream.of(Service.values()).allMatch(system::running));
                    await().during(ALONE)
                            .atMost(ALONE.plusSeconds(10))
                            .until(() -> Stream.of(Service.values()).allMatch(system::running));
                }
            }
        }

        // Then
        starts.join();
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin"));
        alice.awaitAlertMail("Platform Engineer");
    }
}
