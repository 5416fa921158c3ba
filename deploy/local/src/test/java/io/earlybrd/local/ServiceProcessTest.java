package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port = FreePorts.one();

    @TempDir
    private Path folder;

    private List<String> command;

    @BeforeEach
    void build() throws IOException {
        command = ServiceCommand.of(TinyCheckout.in(folder).resolve("billing-service"), List.of("-Xmx32m"));
    }

    @Test
    void started_isReadyUntilItIsStopped() {
        ServiceProcess process = process(Map.of());

        process.start();
        process.awaitReady(PATIENCE);

        assertThat(process.running()).isTrue();
        process.stop(PATIENCE);
        assertThat(process.running()).isFalse();
        assertThat(process.wanted()).isFalse();
    }

    @Test
    void killed_isStillWantedAndCanBeStartedAgain() {
        // Given
        ServiceProcess process = process(Map.of());
        process.start();
        process.awaitReady(PATIENCE);
        long first = process.pid();

        // When
        process.kill();

        // Then
        assertThat(process.wanted()).isTrue();
        process.start();
        process.awaitReady(PATIENCE);
        assertThat(process.pid()).isNotEqualTo(first);
        process.stop(PATIENCE);
    }

    @Test
    void endsDuringItsStart_theErrorTellsTheCodeAndTheEndOfItsLog() {
        ServiceProcess process = process(Map.of("TINY_BREAKS", "yes"));

        process.start();

        assertThatThrownBy(() -> process.awaitReady(PATIENCE))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll("billing", "code 1", "billing.log", "told to break");
    }

    @Test
    void notBuilt_theErrorTellsWhatToDo() {
        assertThatThrownBy(() -> ServiceCommand.of(folder.resolve("nothing-service"), List.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll("nothing-service", "not built");
    }

    @Test
    void opensOfTheManifest_areOnTheCommandLine() {
        assertThat(command).contains("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx32m");
    }

    private ServiceProcess process(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port));
        Launch launch = new Launch(command, environment, folder.resolve("billing.log"));
        return new ServiceProcess("billing", launch, () -> Health.ready(URI.create("http://127.0.0.1:" + port)));
    }
}
