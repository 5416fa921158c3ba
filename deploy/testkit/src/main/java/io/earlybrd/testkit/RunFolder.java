package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the servers of a test JVM write; named by the JVM's process id, so that a later run can tidy up. */
final class RunFolder {

    private RunFolder() {}

    /** Makes a folder for this JVM and deletes those of JVMs that are gone. */
    static Path create() {
        Path all = Path.of("target", "backends").toAbsolutePath();
        try {
            Files.createDirectories(all);
            try (Stream<Path> folders = Files.list(all)) {
                for (Path folder : (Iterable<Path>) folders::iterator) {
                    if (!ownerRuns(folder)) {
                        Folders.delete(folder);
                    }
                }
            }
            return Files.createTempDirectory(all, ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ownerRuns(Path folder) {
        String owner = folder.getFileName().toString().split("-", 2)[0];
        return owner.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(owner))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
