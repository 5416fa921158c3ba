package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path directory;

    @Test
    void fillingThatFails_leavesNothing() {
        // Given
        Path target = directory.resolve("target");

        // When
        assertThatThrownBy(() -> Folders.createWhole(target, draft -> {
                    Files.writeString(draft.resolve("half"), "x");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        // Then
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void folderThatSomebodyElseFilledMeanwhile_isKept() throws IOException {
        // Given
        Path target = directory.resolve("target");

        // When
        Folders.createWhole(target, draft -> {
            Files.writeString(draft.resolve("file"), "mine");
            Folders.createWhole(target, other -> Files.writeString(other.resolve("file"), "theirs"));
        });

        // Then
        assertThat(target.resolve("file")).hasContent("theirs");
        assertThat(directory).isDirectoryNotContaining("glob:**draft**");
    }

    @Test
    void existingFolder_isNotFilledAgain() throws IOException {
        // Given
        Path target = directory.resolve("target");
        Folders.createWhole(target, draft -> Files.writeString(draft.resolve("file"), "first"));

        // When
        Folders.createWhole(target, draft -> Files.writeString(draft.resolve("file"), "second"));

        // Then
        assertThat(target.resolve("file")).hasContent("first");
    }

    @Test
    void copyAndDelete_coverNestedFolders() throws IOException {
        // Given
        Path from = Files.createDirectories(directory.resolve("from/a/b"));
        Files.writeString(from.resolve("c"), "x");
        Path to = Files.createDirectory(directory.resolve("to"));

        // When
        Folders.copy(directory.resolve("from"), to);
        Folders.delete(directory.resolve("from"));

        // Then
        assertThat(to.resolve("a/b/c")).hasContent("x");
        assertThat(directory.resolve("from")).doesNotExist();
    }
}
