package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void onATerminal_tellsWhatIsAwaitedAndSinceWhen() {
        try (Terminal terminal = new Terminal(out, true)) {
            terminal.began("Kafka");
            terminal.began("PostgreSQL");

            assertThat(text()).endsWith("waiting for Kafka, PostgreSQL  0 s");
        }
    }

    @Test
    void inAFile_hasOneLineForEachPartAndNothingThatRewrites() {
        try (Terminal terminal = new Terminal(out, false)) {
            terminal.during("Kafka", () -> {});
            terminal.ready("account", Duration.ofMillis(2340));
        }

        assertThat(text()).doesNotContain("\r", "waiting");
        assertThat(text().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("  Kafka").contains("ready"),
                        line -> assertThat(line).startsWith("  account").endsWith("2.3 s"));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
