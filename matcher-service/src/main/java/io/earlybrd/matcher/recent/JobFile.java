package io.earlybrd.matcher.recent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Texts of jobs that came on one day, one after the other. The file goes with the process, however that ends. */
final class JobFile implements AutoCloseable {

    private final FileChannel channel;
    private long end;

    private JobFile(FileChannel channel) {
        this.channel = channel;
    }

    static JobFile create(Path directory) {
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile(directory, "jobs-", ".json");
            // On Linux and macOS the name is gone at once and the space when the file is closed, also by a crash.
            return new JobFile(FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("no file for jobs in " + directory, e);
        }
    }

    /** Adds a text; one thread at a time. */
    Slice append(byte[] text) {
        try {
            ByteBuffer left = ByteBuffer.wrap(text);
            long start = end;
            while (left.hasRemaining()) {
                end += channel.write(left, end);
            }
            return new Slice(this, start, text.length);
        } catch (IOException e) {
            throw new UncheckedIOException("job not written", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text in a file. */
    record Slice(JobFile file, long start, int length) {

        /** The text; empty once its file is gone. */
        Optional<byte[]> read() {
            ByteBuffer text = ByteBuffer.allocate(length);
            try {
                while (text.hasRemaining() && file.channel.read(text, start + text.position()) >= 0) {
                    continue;
                }
                return text.hasRemaining() ? Optional.empty() : Optional.of(text.array());
            } catch (ClosedChannelException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("job not read", e);
            }
        }
    }
}
