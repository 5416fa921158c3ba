package io.earlybrd.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory this machine, or the container around us, has left. */
final class Memory {

    private static final long MIB = 1 << 20;

    private final Path root;

    private Memory(Path root) {
        this.root = root;
    }

    /** That of the machine we run on. */
    static Memory ofThisMachine() {
        return new Memory(Path.of("/"));
    }

    /** That of a machine whose {@code /proc} and {@code /sys} are below a folder. */
    static Memory below(Path root) {
        return new Memory(root);
    }

    /** Throws a {@link StartFailure} if less is left than this. */
    void requireMebibytes(long wanted) {
        availableBytes().ifPresent(available -> {
            if (available < wanted * MIB) {
                throw new StartFailure("EarlyBrd needs about " + wanted + " MiB of free memory, and "
                        + available / MIB + " MiB are available. Stop other programs, or, at your own risk, lower the "
                        + "bar with EARLYBRD_MIN_MEMORY_MIB=" + available / MIB + ".");
            }
        });
    }

    /** What can be used without swapping; empty on a system that does not tell. */
    OptionalLong availableBytes() {
        OptionalLong machine = meminfo("MemAvailable");
        OptionalLong container = container();
        if (machine.isPresent() && container.isPresent()) {
            return OptionalLong.of(Math.min(machine.getAsLong(), container.getAsLong()));
        }
        return machine.isPresent() ? machine : container;
    }

    /** A container's limit less what it holds; files that are merely cached there can go at any time. */
    private OptionalLong container() {
        OptionalLong limit = number("sys/fs/cgroup/memory.max");
        OptionalLong used = number("sys/fs/cgroup/memory.current");
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        long cached = field("sys/fs/cgroup/memory.stat", "inactive_file").orElse(0);
        return OptionalLong.of(limit.getAsLong() - used.getAsLong() + cached);
    }

    private OptionalLong meminfo(String name) {
        OptionalLong kibibytes = field("proc/meminfo", name + ":");
        return kibibytes.isPresent() ? OptionalLong.of(kibibytes.getAsLong() << 10) : OptionalLong.empty();
    }

    private OptionalLong field(String file, String name) {
        return text(file)
                .lines()
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals(name))
                .mapToLong(words -> Long.parseLong(words[1]))
                .findFirst();
    }

    /** Empty, too, where the file says {@code max}. */
    private OptionalLong number(String file) {
        String text = text(file).strip();
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
