package io.earlybrd.bench.matcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this process takes, garbage apart.
 *
 * @param memory bytes on the heap and in buffers outside of it
 * @param disk bytes of the files that it holds open and that have no name any more, as those of the index
 */
record Footprint(long memory, long disk) {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final String NAMELESS = " (deleted)";
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    /** Of a histogram: the bytes that the objects of a class take, and its name. */
    private static final Pattern CLASS = Pattern.compile("^ *\\d+: +\\d+ +(\\d+) +(\\S+)", Pattern.MULTILINE);

    /** In the names of classes by which collectors mark what is dead and stays where it is. */
    private static final String DEAD = "jdk.internal.vm.Filler";

    static Footprint now() {
        long heap = heap();
        long buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return new Footprint(heap + buffers, openFiles());
    }

    Footprint minus(Footprint other) {
        return new Footprint(memory - other.memory, disk - other.disk);
    }

    /** Bytes of the objects that are alive, added up; what a collector says is used may hold dead ones that it has not moved away yet. */
    private static long heap() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(COMMANDS), "gcClassHistogram", new Object[] {new String[0]}, new String[] {
                        String[].class.getName()
                    });
            return CLASS.matcher(histogram)
                    .results()
                    .filter(line -> !line.group(2).contains(DEAD))
                    .mapToLong(line -> Long.parseLong(line.group(1)))
                    .sum();
        } catch (JMException e) {
            throw new IllegalStateException("the JVM does not count its objects", e);
        }
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
