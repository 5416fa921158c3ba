package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresGuardTest {

    private static final long PATIENCE_SECONDS = 60;

    @Test
    void pipeEnds_whatBearsTheMarkIsEndedAndNothingElse() throws Exception {
        // Given
        PostgresGuard guard = new PostgresGuard();
        guard.watch();
        Process own = waiting(guard.mark());
        Process stranger = waiting(new PostgresGuard().mark());
        try {
            // When
            guard.shell().getOutputStream().close();

            // Then
            assertThat(own.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(guard.shell().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            own.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    @Test
    void guardIsClosed_theServerGoesOn() throws Exception {
        // Given
        PostgresGuard guard = new PostgresGuard();
        guard.watch();
        Process own = waiting(guard.mark());
        try {
            // When
            guard.close();

            // Then
            assertThat(guard.shell().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(own.isAlive()).isTrue();
        } finally {
            own.destroyForcibly();
        }
    }

    /** A process that bears a mark and waits for input that never comes. */
    private static Process waiting(String mark) throws IOException {
        return new ProcessBuilder("sh", "-c", "read -r never", mark).start();
    }
}
