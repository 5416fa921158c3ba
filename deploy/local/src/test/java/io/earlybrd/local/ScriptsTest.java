package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell scripts around the launcher, as far as they can be tried without starting the system. */
@Timeout(120)
class ScriptsTest {

    private static final Path SCRIPTS = ProjectRoot.path().resolve("deploy/local");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status"})
    void help_tellsTheUsage(String script) throws Exception {
        Scripts.Answer answer = Scripts.run(Map.of(), SCRIPTS.resolve(script).toString(), "--help");

        assertThat(answer.code()).isZero();
        assertThat(answer.text()).startsWith("Usage: deploy/local/" + script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status"})
    void unknownOption_isRefusedWithTheUsage(String script) throws Exception {
        Scripts.Answer answer = Scripts.run(Map.of(), SCRIPTS.resolve(script).toString(), "--frehs");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("Usage:", "Unknown option: --frehs");
    }

    @Test
    void nothingRuns_statusAndDownSaySo() throws Exception {
        Map<String, String> environment = Map.of("EARLYBRD_LOCAL_DIR", folder.toString());

        assertThat(Scripts.run(environment, SCRIPTS.resolve("status").toString()))
                .isEqualTo(new Scripts.Answer(3, "EarlyBrd does not run with " + folder + ".\n"));
        assertThat(Scripts.run(environment, SCRIPTS.resolve("down").toString()).code())
                .isZero();
    }

    @Test
    void processThatIsNotOfTheLauncher_isLeftAloneByDown() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("run"));
        Process launcher = new ProcessBuilder("sh", "-c", "read -r never", "-Dearlybrd.local=" + folder).start();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(folder.resolve("run/launcher.pid"), Long.toString(launcher.pid()));
            Files.writeString(
                    folder.resolve("run/parts"),
                    "launcher " + launcher.pid() + " - 0\nnotifier " + stranger.pid() + " http://localhost:8083 0\n");

            // When
            Map<String, String> environment = Map.of("EARLYBRD_LOCAL_DIR", folder.toString());
            Scripts.Answer status =
                    Scripts.run(environment, SCRIPTS.resolve("status").toString());
            Scripts.Answer down =
                    Scripts.run(environment, SCRIPTS.resolve("down").toString());

            // Then
            assertThat(status.text()).containsPattern("launcher +running").containsPattern("notifier +dead");
            assertThat(down).isEqualTo(new Scripts.Answer(0, "EarlyBrd is stopped.\n"));
            assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            launcher.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    @Test
    void severalJdks_theNewestIsTaken() throws Exception {
        jdk("jvm/java-17", "17.0.9");
        jdk("jvm/java-8", "1.8.0_402");
        jdk("home/.sdkman/candidates/java/97.0.1-x", "97.0.1");
        jdk("own", "21");

        Scripts.Answer answer =
                findJava(Map.of("JAVA_HOME", folder.resolve("own").toString()));

        assertThat(answer).isEqualTo(new Scripts.Answer(0, folder + "/home/.sdkman/candidates/java/97.0.1-x"));
    }

    @Test
    void aJdkIsNamed_itIsTakenThoughThereAreNewerOnes() throws Exception {
        jdk("jvm/java-97", "97");
        jdk("own", "17.0.1");

        Scripts.Answer answer =
                findJava(Map.of("EARLYBRD_JAVA_HOME", folder.resolve("own").toString()));

        assertThat(answer).isEqualTo(new Scripts.Answer(0, folder + "/own"));
    }

    @Test
    void onlyOldJava_theErrorTellsWhichAndWhatToDo() throws Exception {
        jdk("jvm/java-11", "11.0.2");

        Scripts.Answer answer = findJava(Map.of());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("JDK 17 or later", "Java 11", folder + "/jvm/java-11", "EARLYBRD_JAVA_HOME");
    }

    @Test
    void noJava_theErrorTellsWhatToDo() throws Exception {
        Files.createDirectories(folder.resolve("jvm/only-a-runtime/bin"));

        Scripts.Answer answer = findJava(Map.of());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("JDK 17 or later", "there is none here", "EARLYBRD_JAVA_HOME");
    }

    /** Looks only where the test says: no program on the path counts. */
    private Scripts.Answer findJava(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("EARLYBRD_JVM_FOLDER", folder.resolve("jvm").toString());
        environment.put("HOME", folder.resolve("home").toString());
        String script = ". " + SCRIPTS.resolve("common.sh") + "; command() { false; }; find_java";
        return Scripts.run(environment, "bash", "-c", script);
    }

    private void jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        for (String program : List.of("bin/java", "bin/javac")) {
            Files.createDirectories(jdk.resolve(program).getParent());
            Files.createFile(jdk.resolve(program));
            assertThat(jdk.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    }
}
