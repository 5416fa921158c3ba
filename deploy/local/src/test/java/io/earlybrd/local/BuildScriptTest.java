package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/local/up} does before there is a launcher, in a small checkout with a program of ours for Maven. */
@Timeout(120)
class BuildScriptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> MODULES = List.of(
            "deploy/broker",
            "deploy/local",
            "deploy/testkit",
            "events",
            "account-service",
            "scraper-service",
            "matcher-service",
            "notifier-service",
            "billing-service");

    /** Writes down that it was called, makes what a build makes, and ends as the test says: when, and with what. */
    private static final String MAVEN = """
            #!/bin/sh
            echo called >>"$CHECKOUT/calls"
            for module in account scraper matcher notifier billing; do
              mkdir -p "$CHECKOUT/$module-service/target/quarkus-app"
              touch "$CHECKOUT/$module-service/target/quarkus-app/quarkus-run.jar"
            done
            mkdir -p "$CHECKOUT/deploy/local/target" "$CHECKOUT/deploy/broker/target/classes/io/earlybrd/broker"
            touch "$CHECKOUT/deploy/local/target/local.jar"
            touch "$CHECKOUT/deploy/broker/target/classes/io/earlybrd/broker/BrokerMain.class"
            until [ -e "$CHECKOUT/result" ]; do sleep 0.1; done
            exit "$(cat "$CHECKOUT/result")"
            """;

    private static final String BUILD =
            "cd \"$CHECKOUT\" && . deploy/local/common.sh && . deploy/local/build.sh && build_stale";

    @TempDir
    private Path checkout;

    @BeforeEach
    void lay() throws IOException {
        for (String script : List.of("up", "common.sh", "build.sh", "jvm-flags")) {
            Path copy = checkout.resolve("deploy/local").resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(ProjectRoot.path().resolve("deploy/local").resolve(script), copy);
        }
        Files.createFile(checkout.resolve("pom.xml"));
        for (String module : MODULES) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main"));
            Files.createFile(checkout.resolve(module).resolve("pom.xml"));
        }
        Files.createDirectories(checkout.resolve(".local/logs"));
        program("bin/mvn", MAVEN);
    }

    @Test
    void buildThatBroke_isNotTakenForOneThatDidNot() throws Exception {
        // Given
        mavenEndsWith(1);
        assertThat(build().code()).isEqualTo(1);

        // When
        mavenEndsWith(0);
        Scripts.Answer second = build();
        Scripts.Answer third = build();

        // Then
        assertThat(second.code()).isZero();
        assertThat(third).isEqualTo(new Scripts.Answer(0, ""));
        assertThat(calls()).hasSize(2);
    }

    @Test
    void twoStartsAtOnce_buildOneAfterTheOther() throws Exception {
        // Given
        Path second = checkout.resolve("second");
        Process builds = Scripts.start(environment(), checkout.resolve("first"), "bash", "-c", BUILD);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(checkout.resolve("calls")).exists());

        // When
        Process waits = Scripts.start(environment(), second, "bash", "-c", BUILD);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(second).content().isNotEmpty());
        mavenEndsWith(0);

        // Then
        assertThat(builds.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(waits.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second).hasContent("Waiting for another start, which builds.");
        assertThat(builds.exitValue()).isZero();
        assertThat(waits.exitValue()).isZero();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void launcherThatFails_itsLogIsNamed() throws Exception {
        // Given
        mavenEndsWith(0);
        program("jdk/bin/java", "#!/bin/sh\nexit 7\n");
        program("jdk/bin/javac", "");
        Files.writeString(checkout.resolve("jdk/release"), "JAVA_VERSION=\"17.0.9\"\n");

        for (String mode : List.of("", "--detach")) {
            // When
            Scripts.Answer answer = bash("deploy/local/up " + mode);

            // Then
            assertThat(answer.code()).isEqualTo(7);
            assertThat(answer.text())
                    .endsWith("What led to this may be in " + checkout + "/.local/logs/launcher.log.\n");
        }
    }

    @Test
    void secondBenchmark_leavesTheSystemOfTheFirstAlone() throws Exception {
        // Given
        for (String file : List.of("deploy/bench/lib/system.sh", "deploy/bench/lib/turn.sh")) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.copy(ProjectRoot.path().resolve(file), checkout.resolve(file));
        }
        program("deploy/local/down", "#!/bin/sh\ntouch \"$CHECKOUT/stopped\"\n");
        String benchmark = "here=$CHECKOUT/deploy/bench; . \"$here/lib/system.sh\"; echo runs; "
                + "until [ -e \"$CHECKOUT/done\" ]; do sleep 0.1; done";
        Path screen = checkout.resolve("first");
        Process first = Scripts.start(environment(), screen, "bash", "-c", benchmark);
        try {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen).hasContent("runs"));

            // When
            Scripts.Answer second = bash(benchmark);

            // Then
            assertThat(second).isEqualTo(new Scripts.Answer(1, "Another benchmark runs on this checkout.\n"));
            assertThat(checkout.resolve("stopped")).doesNotExist();
            Files.createFile(checkout.resolve("done"));
            assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(checkout.resolve("stopped")).exists();
        } finally {
            first.destroyForcibly();
        }
    }

    private Scripts.Answer build() throws IOException, InterruptedException {
        return bash(BUILD);
    }

    private Scripts.Answer bash(String script) throws IOException, InterruptedException {
        return Scripts.run(environment(), "bash", "-c", "cd \"$CHECKOUT\" && " + script);
    }

    private Map<String, String> environment() {
        return Map.of(
                "CHECKOUT", checkout.toString(),
                "EARLYBRD_LOCAL_DIR", checkout.resolve(".local").toString(),
                "EARLYBRD_JAVA_HOME", checkout.resolve("jdk").toString(),
                "PATH", checkout.resolve("bin") + ":" + System.getenv("PATH"));
    }

    private void mavenEndsWith(int code) throws IOException {
        Files.writeString(checkout.resolve("result.draft"), Integer.toString(code));
        Files.move(checkout.resolve("result.draft"), checkout.resolve("result"), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(checkout.resolve("calls"));
    }

    private void program(String name, String text) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
