package io.earlybrd.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file that tells other programs what runs: a line {@code name pid address management-port} for each part. The scripts
 * {@code status} and {@code bench/run} read it.
 */
final class RunFile {

    private final Path file;
    private boolean deleted;

    RunFile(Path file) {
        this.file = file;
    }

    /** Replaces what the file says, at once; does nothing once it is deleted. */
    synchronized void write(List<Line> lines) {
        if (deleted) {
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.writeString(draft, lines.stream().map(Line::text).collect(Collectors.joining()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the file for good: nothing runs any more. */
    synchronized void delete() {
        deleted = true;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One part.
     *
     * @param address where it is reached
     * @param managementPort where it tells its health; 0 if it does not
     */
    record Line(String name, long pid, String address, int managementPort) {

        String text() {
            return name + " " + pid + " " + address + " " + managementPort + "\n";
        }
    }
}
