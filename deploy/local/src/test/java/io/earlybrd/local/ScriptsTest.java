package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.ProjectRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell scripts around the launcher, as far as they can be tried without starting the system. */
class ScriptsTest {

    private static final Path SCRIPTS = ProjectRoot.path().resolve("deploy/local");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status"})
    void help_tellsTheUsage(String script) throws Exception {
        Answer answer = run(Map.of(), SCRIPTS.resolve(script).toString(), "--help");

        assertThat(answer.code()).isZero();
        assertThat(answer.text()).startsWith("Usage: deploy/local/" + script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status"})
    void unknownOption_isRefusedWithTheUsage(String script) throws Exception {
        Answer answer = run(Map.of(), SCRIPTS.resolve(script).toString(), "--frehs");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("Usage:", "Unknown option: --frehs");
    }

    @Test
    void nothingRuns_statusAndDownSaySo() throws Exception {
        Map<String, String> environment = Map.of("EARLYBRD_LOCAL_DIR", folder.toString());

        assertThat(run(environment, SCRIPTS.resolve("status").toString()))
                .isEqualTo(new Answer(3, "EarlyBrd does not run with " + folder + ".\n"));
        assertThat(run(environment, SCRIPTS.resolve("down").toString()).code()).isZero();
    }

    @Test
    void severalJdks_theNewestIsTaken() throws Exception {
        jdk("jvm/java-17", "17.0.9");
        jdk("jvm/java-8", "1.8.0_402");
        jdk("home/.sdkman/candidates/java/97.0.1-x", "97.0.1");
        jdk("own", "21");

        Answer answer = findJava(Map.of("JAVA_HOME", folder.resolve("own").toString()));

        assertThat(answer).isEqualTo(new Answer(0, folder + "/home/.sdkman/candidates/java/97.0.1-x"));
    }

    @Test
    void aJdkIsNamed_itIsTakenThoughThereAreNewerOnes() throws Exception {
        jdk("jvm/java-97", "97");
        jdk("own", "17.0.1");

        Answer answer =
                findJava(Map.of("EARLYBRD_JAVA_HOME", folder.resolve("own").toString()));

        assertThat(answer).isEqualTo(new Answer(0, folder + "/own"));
    }

    @Test
    void onlyOldJava_theErrorTellsWhichAndWhatToDo() throws Exception {
        jdk("jvm/java-11", "11.0.2");

        Answer answer = findJava(Map.of());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("JDK 17 or later", "Java 11", folder + "/jvm/java-11", "EARLYBRD_JAVA_HOME");
    }

    @Test
    void noJava_theErrorTellsWhatToDo() throws Exception {
        Files.createDirectories(folder.resolve("jvm/only-a-runtime/bin"));

        Answer answer = findJava(Map.of());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("JDK 17 or later", "there is none here", "EARLYBRD_JAVA_HOME");
    }

    /** Looks only where the test says: no program on the path counts. */
    private Answer findJava(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("EARLYBRD_JVM_FOLDER", folder.resolve("jvm").toString());
        environment.put("HOME", folder.resolve("home").toString());
        String script = ". " + SCRIPTS.resolve("common.sh") + "; command() { false; }; find_java";
        return run(environment, "bash", "-c", script);
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

    private static Answer run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("EARLYBRD_JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /** What a script ended with and said. */
    private record Answer(int code, String text) {}
}
