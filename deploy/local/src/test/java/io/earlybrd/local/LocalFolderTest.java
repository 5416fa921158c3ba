package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void newFolder_isOnlyForItsOwner() throws IOException {
        Path path = temporary.resolve("local");

        try (LocalFolder folder = LocalFolder.take(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(folder.log("account")).isEqualTo(path.resolve("logs/account.log"));
        }
    }

    @Test
    void takenTwice_theSecondIsRefusedUntilTheFirstIsDone() {
        try (LocalFolder first = LocalFolder.take(temporary)) {
            assertThatThrownBy(() -> LocalFolder.take(temporary))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContainingAll("already runs", "deploy/local/down");
            assertThat(first.logs()).exists();
        }

        LocalFolder.take(temporary).close();
    }

    @Test
    void runThatWasKilled_leavesNothingThatTheNextOneWouldSay() throws IOException {
        // Given
        try (LocalFolder killed = LocalFolder.take(temporary)) {
            Files.writeString(killed.run("parts"), "kafka 4711 127.0.0.1:19092 0");
            Files.writeString(killed.run("ready"), "4711 1000");
        }

        // When
        try (LocalFolder next = LocalFolder.take(temporary)) {
            // Then
            assertThat(next.run("parts")).doesNotExist();
            assertThat(next.run("ready")).doesNotExist();
        }
    }

    @Test
    void takenTwice_theSecondLeavesWhatTheFirstHasSaid() throws IOException {
        try (LocalFolder first = LocalFolder.take(temporary)) {
            // Given
            Files.writeString(first.run("parts"), "kafka 4711 127.0.0.1:19092 0");

            // When
            assertThatThrownBy(() -> LocalFolder.take(temporary)).isInstanceOf(StartFailure.class);

            // Then
            assertThat(first.run("parts")).exists();
        }
    }

    @Test
    void wiped_losesDataAndSecretsButNoLogs() throws IOException {
        try (LocalFolder folder = LocalFolder.take(temporary)) {
            // Given
            Files.createDirectories(folder.data("kafka"));
            Files.writeString(folder.data("kafka").resolve("record"), "x");
            Secrets.in(folder.run("secrets")).get("service-key");
            Files.writeString(folder.log("account"), "x");

            // When
            folder.wipe();

            // Then
            assertThat(folder.data("kafka")).doesNotExist();
            assertThat(folder.run("secrets")).doesNotExist();
            assertThat(folder.log("account")).exists();
        }
    }
}
