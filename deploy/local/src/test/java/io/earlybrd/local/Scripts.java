package io.earlybrd.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs shell scripts as a person would, but for the Java that this person has chosen. */
final class Scripts {

    private Scripts() {}

    /** What a script ended with and said. */
    record Answer(int code, String text) {}

    /** Runs a command to its end, with this environment beside that of the test. */
    static Answer run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Process process = builder(environment, command).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /** Starts a command that writes what it says to a file. */
    static Process start(Map<String, String> environment, Path screen, String... command) throws IOException {
        Process process =
                builder(environment, command).redirectOutput(screen.toFile()).start();
        process.getOutputStream().close();
        return process;
    }

    private static ProcessBuilder builder(Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("EARLYBRD_JAVA_HOME");
        builder.environment().putAll(environment);
        return builder;
    }
}
