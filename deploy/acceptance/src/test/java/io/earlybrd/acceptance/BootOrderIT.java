package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Service;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a reboot the parts come up in any order; a service waits for what it needs, and nobody has to start it again. */
@ExtendWith(WorldExtension.class)
@Order(7)
class BootOrderIT {

    /** What a service says each time that it finds no database. */
    private static final Pattern DATABASE = Pattern.compile("Connection error: Connection to \\S+ refused");

    /** What it says each time that it finds no broker. */
    private static final Pattern BROKER = Pattern.compile("Bootstrap broker \\S+ .*disconnected");

    /** So often that it has waited in between, and more than once. */
    private static final int OFTEN = 3;

    /** Five services start at once, on a machine that may be slow and busy. */
    private static final Duration ALL_ASK_WITHIN = Duration.ofSeconds(180);

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
        Map<Service, ServiceLog> logs = Stream.of(Service.values())
                .collect(Collectors.toMap(service -> service, service -> new ServiceLog(system, service)));

        // When
        CompletableFuture<Void> starts = new CompletableFuture<>();
        for (String part : order.split(" ")) {
            switch (part) {
                case "kafka" -> system.kafka().restart();
                case "postgres" -> system.postgres().restart();
                default -> {
                    // A start fails if the service's process ends before it is ready.
                    starts = World.withEachService(system::start);
                    boolean databaseIsThere = system.postgres().running();
                    await().atMost(ALL_ASK_WITHIN)
                            .pollInterval(Duration.ofMillis(500))
                            .untilAsserted(() -> assertThat(logs).allSatisfy((service, log) -> {
                                assertThat(system.running(service)).isTrue();
                                if (service.hasDatabase() && !databaseIsThere) {
                                    assertHasAskedInVain(DATABASE, log.lines());
                                } else {
                                    assertHasAskedInVain(BROKER, sinceItsStart(log.lines()));
                                }
                            }));
                }
            }
        }

        // Then
        starts.join();
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin"));
        alice.awaitAlertMail("Platform Engineer");
    }

    /** What it does once it is up; nothing while it starts. */
    private static List<String> sinceItsStart(List<String> lines) {
        return lines.stream().dropWhile(line -> !line.contains(" started in ")).toList();
    }

    private static void assertHasAskedInVain(Pattern refusal, List<String> lines) {
        assertThat(lines).filteredOn(refusal.asPredicate()).hasSizeGreaterThanOrEqualTo(OFTEN);
    }
}
