package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file in a data directory in which PostgreSQL writes which process serves the data; a crash leaves it behind. */
final class PostgresLock {

    private static final int PROCESS = 0;
    private static final int STATE = 7;

    private final Path data;
    private final Path file;

    PostgresLock(Path data) {
        this.data = data;
        file = data.resolve("postmaster.pid");
    }

    /** Id of the process that serves the data, or did when it crashed. */
    long pid() {
        return Long.parseLong(lines().get(PROCESS).strip());
    }

    /** Whether this very process has written that it serves: an old file, or a stranger on the port, proves nothing. */
    boolean saysReady(long pid) {
        List<String> lines = lines();
        return lines.size() > STATE
                && lines.get(PROCESS).equals(Long.toString(pid))
                && lines.get(STATE).startsWith("ready");
    }

    /**
     * Makes a start possible after a crash. PostgreSQL refuses to start when the process that the file names is alive, be
     * it any other program that got the id meanwhile, as after a boot. One id it never takes for a server is that of its
     * own parent, so this is written there. The rest stays, because by it PostgreSQL finds parts of the crashed server
     * that still use the data.
     */
    void disownStrangers() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        if (lines.isEmpty() || !lines.get(PROCESS).strip().matches("-?\\d{1,18}")) {
            Files.deleteIfExists(file);
        } else if (!serves(Math.abs(pid()))) {
            lines.set(PROCESS, Long.toString(ProcessHandle.current().pid()));
            Files.write(file, lines);
        }
    }

    /** Every process of a server works in the data directory. */
    private boolean serves(long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), data);
        } catch (IOException e) {
            // It is gone, or belongs to a user who may not look into the data.
            return false;
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
