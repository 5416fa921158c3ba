package io.earlybrd.matcher.recent;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A directory for this process alone, that is gone when the process ends. What a process could not remove, because it was killed, the
 * next one of the same user does: a directory is in use as long as somebody holds the lock in it, and the system lets go of the lock
 * when its holder ends, however that happens.
 */
final class Scratch implements AutoCloseable {

    private static final String NAME = "earlybrd-recent-";
    /** Another name until the lock is held, so that nobody takes the directory for a leftover. */
    private static final String BEGUN = "earlybrd-begun-";

    private static final String LOCK = "in-use.lock";

    /** To open the lock of a directory of ours, even only to look, would let go of it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private Scratch(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes one in {@code parent}, which others may use as well, and removes what crashed ones have left there. */
    static Scratch in(Path parent) {
        try {
            Files.createDirectories(parent);
            Path begun = Files.createTempDirectory(parent, BEGUN);
            FileChannel lock =
                    FileChannel.open(begun.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            String name = NAME + begun.getFileName().toString().substring(BEGUN.length());
            Path path = parent.toRealPath().resolve(name);
            OURS.add(path);
            Files.move(begun, path, StandardCopyOption.ATOMIC_MOVE);
            removeLeftovers(path);
            return new Scratch(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for recent jobs in " + parent, e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            OURS.remove(path);
            return;
        }
        try {
            remove(path);
            lock.close();
        } catch (IOException e) {
            // The next start tries again.
            Log.warnf("directory not removed path=%s cause=%s", path, e);
        } finally {
            OURS.remove(path);
        }
    }

    private static void removeLeftovers(Path own) throws IOException {
        UserPrincipal user = Files.getOwner(own);
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(own.getParent(), NAME + "*")) {
            for (Path directory : directories) {
                if (!OURS.contains(directory)
                        && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(directory).equals(user)) {
                    removeIfLeft(directory);
                }
            }
        }
    }

    private static void removeIfLeft(Path directory) {
        try (FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE)) {
            FileLock taken = channel.tryLock();
            if (taken != null) {
                remove(directory);
                Log.infof("removed what a crashed run has left path=%s", directory);
            }
        } catch (OverlappingFileLockException e) {
            // In use by another store of this process.
            Log.debugf("directory is in use path=%s", directory);
        } catch (IOException e) {
            Log.warnf("leftover not removed path=%s cause=%s", directory, e);
        }
    }

    private static void remove(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
