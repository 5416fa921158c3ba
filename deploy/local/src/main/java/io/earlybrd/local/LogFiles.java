package io.earlybrd.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps each log below a size. Processes append to their files themselves, so a file that grew too big is copied and then
 * emptied in place: the writer goes on at its new end and notices nothing. A line that is written in between is lost.
 */
final class LogFiles {

    private static final long MAX_BYTES = 10L << 20;
    private static final int TAIL_BYTES = 16 << 10;

    private LogFiles() {}

    /** Moves what grew too big to {@code <name>.log.1}, in place of what was there. */
    static void shorten(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                shortenOne(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a log, or a word about why there are none. */
    static String tail(Path file, int lines) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate(TAIL_BYTES);
            channel.read(bytes, start);
            String end = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            List<String> all = end.lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static void shortenOne(Path file) throws IOException {
        try {
            if (Files.size(file) <= MAX_BYTES) {
                return;
            }
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            FileChannel.open(file, StandardOpenOption.WRITE).truncate(0).close();
        } catch (NoSuchFileException e) {
            // A link to the log of a part that has not run yet.
        }
    }
}
