package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @TempDir
    private Path root;

    @BeforeEach
    void machineHasTwoGibibytesLeft() throws IOException {
        write("proc/meminfo", "MemTotal:        4000000 kB\nMemAvailable:    2097152 kB\nSwapFree: 0 kB\n");
    }

    @Test
    void machineHasEnough_isAccepted() {
        assertThatCode(() -> Memory.below(root).requireMebibytes(2048)).doesNotThrowAnyException();
    }

    @Test
    void machineHasTooLittle_theErrorTellsBothFigures() {
        assertThatThrownBy(() -> Memory.below(root).requireMebibytes(2049))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll("2049 MiB", "2048 MiB");
    }

    @Test
    void containerHasLess_itsLimitCounts() throws IOException {
        write("sys/fs/cgroup/memory.max", "1073741824\n");
        write("sys/fs/cgroup/memory.current", "805306368\n");
        write("sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 268435456\n");

        assertThat(Memory.below(root).availableBytes()).hasValue(512L << 20);
    }

    @Test
    void containerHasNoLimit_theMachineCounts() throws IOException {
        write("sys/fs/cgroup/memory.max", "max\n");
        write("sys/fs/cgroup/memory.current", "805306368\n");

        assertThat(Memory.below(root).availableBytes()).hasValue(2048L << 20);
    }

    @Test
    void systemTellsNothing_isAccepted() throws IOException {
        Files.delete(root.resolve("proc/meminfo"));

        assertThatCode(() -> Memory.below(root).requireMebibytes(1_000_000)).doesNotThrowAnyException();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
