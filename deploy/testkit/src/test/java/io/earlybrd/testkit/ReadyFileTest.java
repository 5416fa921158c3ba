package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyFileTest {

    private static final int LOOKS = 20_000;

    @TempDir
    Path data;

    @Test
    void fileOfAnotherProcess_provesNothing() throws IOException {
        // Given
        ReadyFile ready = new ReadyFile(data);
        Files.writeString(data.resolve("ready"), "41");

        // When, Then
        assertThat(ready.names(4)).isFalse();
        assertThat(ready.names(41)).isTrue();
    }

    /** As the broker does with the file of the run before. */
    @Test
    void fileThatIsRemovedMeanwhile_isNotThere() throws Exception {
        // Given
        ReadyFile ready = new ReadyFile(data);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> comesAndGoes = CompletableFuture.runAsync(() -> comeAndGoUntil(over));

        // When
        int seen = 0;
        for (int i = 0; i < LOOKS || seen == 0; i++) {
            seen += ready.names(41) ? 1 : 0;
        }

        // Then
        over.set(true);
        comesAndGoes.get(10, TimeUnit.SECONDS);
        assertThat(ready.names(41)).isFalse();
    }

    private void comeAndGoUntil(AtomicBoolean over) {
        try {
            while (!over.get()) {
                Files.writeString(data.resolve("ready"), "41");
                Files.delete(data.resolve("ready"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
