package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RestartableServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final RestartableServer server = new RestartableServer("a server", "TERM");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void startThatTakesLong_isSeenAndStoppedByOthersMeanwhile() {
        // Given
        CompletableFuture<Void> start = startThatNeverServes();
        await().atMost(PATIENCE).until(server::running);

        // When
        server.stop();

        // Then
        assertThat(server.running()).isFalse();
        assertThatThrownBy(() -> start.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasMessageContaining("a server was stopped before it was ready");
    }

    @Test
    void closedBeforeItsProcessIsThere_leavesNoProcess() {
        // When Then
        assertThatThrownBy(() -> server.restart(
                        () -> {
                            server.close();
                            return sleeping();
                        },
                        pid -> true))
                .hasMessageContaining("was stopped before it was ready");
        assertThat(server.running()).isFalse();
    }

    @Test
    void closed_startsNoMore() {
        // Given
        server.close();

        // When Then
        assertThatThrownBy(() -> server.restart(this::sleeping, pid -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was stopped");
        assertThat(server.running()).isFalse();
    }

    @Test
    void stoppedAndStartedAgain_runsAsAnotherProcess() {
        // Given
        server.restart(this::sleeping, pid -> true);
        long first = server.pid();

        // When
        server.stop();
        server.restart(this::sleeping, pid -> true);

        // Then
        assertThat(server.running()).isTrue();
        assertThat(server.pid()).isNotEqualTo(first);
    }

    private CompletableFuture<Void> startThatNeverServes() {
        return CompletableFuture.runAsync(
                () -> server.restart(this::sleeping, pid -> false), task -> Daemons.start("start", task));
    }

    private ServerProcess sleeping() {
        return ServerProcess.start(List.of("sleep", "600"), directory.resolve("log"));
    }
}
