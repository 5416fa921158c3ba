package io.earlybrd.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds all that one installation writes; only its owner can look into it. */
final class LocalFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private LocalFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process, making it where it is missing.
     *
     * @throws StartFailure if another process has it, or it belongs to another user
     */
    static LocalFolder take(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
            for (String part : List.of("data", "logs", "run")) {
                Files.createDirectories(absolute.resolve(part));
            }
            LocalFolder folder = new LocalFolder(absolute, lock(absolute.resolve("run/lock")));
            // What an earlier run said about itself, if it was killed, would be taken for this run's.
            Files.deleteIfExists(folder.run("parts"));
            Files.deleteIfExists(folder.run("ready"));
            Files.writeString(
                    folder.run("launcher.pid"),
                    Long.toString(ProcessHandle.current().pid()));
            return folder;
        } catch (AccessDeniedException e) {
            throw notOurs(absolute, e);
        } catch (IOException e) {
            // Changing the permissions of somebody else's folder is an error without a type of its own.
            if (Files.exists(absolute)) {
                throw notOurs(absolute, e);
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Where a part keeps what survives a restart. */
    Path data(String part) {
        return path.resolve("data").resolve(part);
    }

    /** What a part says. */
    Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    /** The folder of all logs. */
    Path logs() {
        return path.resolve("logs");
    }

    /** A file about the installation or about the run. */
    Path run(String name) {
        return path.resolve("run").resolve(name);
    }

    /** Deletes all data, and the secrets that belong to it. */
    void wipe() {
        try {
            delete(path.resolve("data"));
            Files.createDirectories(path.resolve("data"));
            Files.deleteIfExists(run("secrets"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets other processes take it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // The system gives it back when this process ends, in whatever way.
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another system in this JVM has it, which is no different.
        }
        channel.close();
        throw new StartFailure("EarlyBrd already runs with " + file.getParent().getParent()
                + ". See deploy/local/status, or stop it with deploy/local/down.");
    }

    private static StartFailure notOurs(Path folder, IOException cause) {
        return new StartFailure(
                "This user cannot use " + folder + " (" + cause.getMessage()
                        + "). It belongs to whoever started EarlyBrd here before: start it as that user, delete the folder, "
                        + "or name another one with EARLYBRD_LOCAL_DIR.",
                cause);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
