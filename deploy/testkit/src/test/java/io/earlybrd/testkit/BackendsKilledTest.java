package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BackendsKilledTest {

    @TempDir
    Path directory;

    @Test
    void testJvmKilled_leavesNoServer() throws Exception {
        // Given
        Process jvm = start();
        List<ProcessHandle> servers = jvm.descendants().toList();
        assertThat(servers)
                .extracting(server -> server.info().command().orElse(""))
                .anyMatch(command -> command.endsWith("/postgres"))
                .anyMatch(command -> command.endsWith("/java"));

        // When
        jvm.destroyForcibly().waitFor();

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void testJvmThatEndsInOrder_leavesNoServer() throws Exception {
        // Given
        Process jvm = start();
        List<ProcessHandle> servers = jvm.descendants().toList();

        // When
        jvm.destroy();
        jvm.waitFor();

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(servers).isNotEmpty().noneMatch(ProcessHandle::isAlive));
    }

    private Process start() throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dearlybrd.root=" + ProjectRoot.path(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackendsUntilKilled.class.getName())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch("started"::equals)).isTrue();
        return jvm;
    }
}
