package io.earlybrd.matcher.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @TempDir
    Path parent;

    @Test
    void whatACrashedRunHasLeft_isRemovedByTheNext() throws IOException {
        // Given
        Path left = Files.createDirectories(parent.resolve("earlybrd-recent-123/index"));
        Files.writeString(left.resolve("_0.cfs"), "a segment");
        Files.createFile(left.resolveSibling("in-use.lock"));

        // When
        try (Scratch scratch = Scratch.in(parent)) {

            // Then
            assertThat(left.getParent()).doesNotExist();
            assertThat(scratch.path()).isDirectory();
        }
    }

    @Test
    void directoryOfARunningProcess_isLeftAlone() throws IOException, InterruptedException {
        // Given
        Path running = Files.createDirectories(parent.resolve("earlybrd-recent-123"));
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        running.resolve("in-use.lock").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(holder.getInputStream().read()).isEqualTo('l');

        // When
        try (Scratch first = Scratch.in(parent);
                Scratch second = Scratch.in(parent)) {

            // Then
            assertThat(running).isDirectory();
            assertThat(first.path()).isDirectory();
            assertThat(second.path()).isDirectory();
        }
        holder.destroyForcibly().waitFor();
        Scratch.in(parent).close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatIsNotOurs_isLeftAlone() throws IOException {
        // Given
        Path other = Files.createDirectories(parent.resolve("other"));
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("in-use.lock"));
        Path link = Files.createSymbolicLink(parent.resolve("earlybrd-recent-link"), elsewhere);

        // When
        Scratch.in(parent).close();

        // Then
        assertThat(other).isDirectory();
        assertThat(elsewhere).isNotEmptyDirectory();
        assertThat(link).isSymbolicLink();
    }

    /** Another process that holds a lock until it is killed. */
    static final class LockHolder {

        private LockHolder() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.println("locked");
                System.out.flush();
                // Until it is killed, or whoever started it has gone.
                System.in.read();
            }
        }
    }
}
