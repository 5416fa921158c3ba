package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The file in which a broker writes which process serves its data; a stop leaves it behind, and the next start removes it before anything
 * else.
 */
final class ReadyFile {

    private final Path file;

    /** @param data the broker's directory */
    ReadyFile(Path data) {
        file = data.resolve("ready");
    }

    /** Id of the process that serves the data, or did; empty if none has said so. */
    String process() {
        try {
            // Not asked first whether it is there: it may be removed between the two.
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this very process has written that it serves: an old file, or a stranger on the port, proves nothing. */
    boolean names(long pid) {
        return process().equals(Long.toString(pid));
    }
}
