package io.earlybrd.bench.matcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process takes, after garbage was collected.
 *
 * @param memory bytes on the heap and in buffers outside of it
 * @param disk bytes of the files that it holds open and that have no name any more, as those of the index
 */
record Footprint(long memory, long disk) {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final String NAMELESS = " (deleted)";
    private static final int MOST_COLLECTIONS = 10;

    static Footprint now() {
        long heap = heap();
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            long after = heap();
            // Weak references and cleaners may need more than one round.
            if (i > 1 && after >= heap) {
                break;
            }
            heap = after;
        }
        long buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return new Footprint(heap + buffers, openFiles());
    }

    Footprint minus(Footprint other) {
        return new Footprint(memory - other.memory, disk - other.disk);
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long openFiles() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            List<Path> open = files.toList();
            return open.stream().mapToLong(Footprint::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files without a name are those that the index made; jars have one. */
    private static long size(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().endsWith(NAMELESS) ? Files.size(file) : 0;
        } catch (IOException e) {
            // Closed meanwhile.
            return 0;
        }
    }
}
