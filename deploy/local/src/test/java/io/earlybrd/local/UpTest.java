package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole launcher as a process, with real servers. */
class UpTest {

    private static final int STOPPED_BY_TERM = 143;

    @TempDir
    private Path folder;

    @Test
    void killedWhileAllRuns_leavesNothingAndTheNextStartWorks() throws Exception {
        // Given
        try (Launcher launcher = Launcher.start(folder, Map.of())) {
            launcher.awaitReady();
            List<Long> parts = Stream.of("kafka", "postgres", "account", "notifier")
                    .map(launcher::pid)
                    .toList();

            // When
            launcher.process().destroyForcibly();

            // Then
            launcher.awaitNothingLeft();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(parts)
                            .noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
        }
        try (Launcher launcher = Launcher.start(folder, Map.of())) {
            launcher.awaitReady();
            stopsInOrder(launcher);
            assertThat(launcher.screen()).endsWith("Stopped.\n");
            assertThat(folder.resolve("local/run/parts")).doesNotExist();
        }
    }

    @Test
    void serviceIsKilled_comesBackAndTheScreenSaysSo() throws Exception {
        try (Launcher launcher = Launcher.start(folder, Map.of())) {
            launcher.awaitReady();
            long first = launcher.pid("notifier");

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(launcher.screen()).contains("notifier died; starting it again in 500 ms (1 of 5)");
                assertThat(launcher.pid("notifier")).isNotEqualTo(first);
            });
            secretsAreOnNoCommandLine(launcher);
        }
    }

    @Test
    void toldToStopInTheMiddleOfTheStart_leavesNothing() throws Exception {
        try (Launcher launcher = Launcher.start(folder, Map.of())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(launcher.commandLines())
                            .anySatisfy(command -> assertThat(command).contains("BrokerMain")));

            stopsInOrder(launcher);

            assertThat(launcher.screen()).doesNotContain("ready after", "was not started");
        }
    }

    @Test
    void killedInTheMiddleOfTheStart_leavesNothing() throws Exception {
        try (Launcher launcher = Launcher.start(folder, Map.of())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(launcher.commandLines())
                            .anySatisfy(command -> assertThat(command).contains("/bin/postgres")));

            launcher.process().destroyForcibly();

            launcher.awaitNothingLeft();
        }
    }

    @Test
    void serviceBreaksDuringTheStart_saysWhyAndStopsTheRest() throws Exception {
        try (Launcher launcher = Launcher.start(folder, Map.of("TINY_BREAKS", "yes"))) {
            assertThat(launcher.process().waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(launcher.process().exitValue()).isEqualTo(1);
            assertThat(launcher.screen())
                    .contains("EarlyBrd was not started.", "service ended with code 1", "told to break");
            assertThat(launcher.commandLines()).isEmpty();
        }
    }

    private static void stopsInOrder(Launcher launcher) throws InterruptedException {
        launcher.process().destroy();
        assertThat(launcher.process().waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.process().exitValue()).isEqualTo(STOPPED_BY_TERM);
        launcher.awaitNothingLeft();
    }

    private void secretsAreOnNoCommandLine(Launcher launcher) throws IOException {
        assertThat(Files.readAllLines(folder.resolve("local/run/secrets")))
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> {
                    String secret = line.substring(line.indexOf('=') + 1);
                    assertThat(launcher.commandLines()).isNotEmpty().noneMatch(command -> command.contains(secret));
                });
    }
}
