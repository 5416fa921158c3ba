package io.earlybrd.testkit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** Folders that are there completely or not at all, though processes are killed and run side by side. */
final class Folders {

    /** Puts into a folder what belongs there. */
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    private Folders() {}

    /** Makes a folder by filling another one and giving it its name at last; does nothing where the folder exists. */
    static void createWhole(Path folder, Filler filler) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        Path draft = Files.createTempDirectory(folder.getParent(), folder.getFileName() + "-draft-");
        try {
            filler.fill(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Otherwise somebody else was quicker and filled it with the same.
            if (!Files.exists(folder)) {
                throw e;
            }
        } finally {
            delete(draft);
        }
    }

    /** Copies what a folder holds, with permissions, into another folder. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!file.equals(from)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Deletes a folder with everything in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // A process that is just ending deletes files of its own.
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
