package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    private static final int ELEVEN_MEBIBYTES = 11 << 20;

    @TempDir
    private Path folder;

    @Test
    void grewTooBig_isMovedAsideWhileItsWriterGoesOn() throws IOException {
        Path log = folder.resolve("account.log");
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // Given
            writer.write(new byte[ELEVEN_MEBIBYTES]);

            // When
            LogFiles.shorten(folder);
            writer.write("next line\n".getBytes(StandardCharsets.UTF_8));
        }

        // Then
        assertThat(log).hasContent("next line\n");
        assertThat(folder.resolve("account.log.1")).hasSize(ELEVEN_MEBIBYTES);
    }

    @Test
    void linkToALogThatIsNotThereYet_isLeftAlone() throws IOException {
        Files.createSymbolicLink(folder.resolve("kafka.log"), Path.of("nowhere"));

        LogFiles.shorten(folder);

        assertThat(folder).isDirectoryContaining(file -> file.endsWith("kafka.log"));
    }

    @Test
    void tail_isTheLastLinesOfALongLog() throws IOException {
        Path log = folder.resolve("account.log");
        Files.writeString(log, "x".repeat(100_000) + "\nsecond last\nlast\n");

        assertThat(LogFiles.tail(log, 2)).isEqualTo("second last\nlast");
        assertThat(LogFiles.tail(folder.resolve("none"), 2)).contains("no log");
    }
}
