package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.memo.Memo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Which alerts there are, whose they are and what they ask, on disk, since that is needed only of those that a job is for, or that are edited.
 * The file goes with the process, however that ends, and grows by about 120 bytes with every alert that is saved until then. Safe for concurrent use.
 */
final class AlertTexts implements AutoCloseable {

    /** Texts begin at multiples of this many bytes, so that an int can say where. */
    private static final int UNIT = 8;

    /** Written at once; what is newer is read from memory. */
    private static final int BUFFER = 1 << 16;

    /**
     * Criteria that are kept ready, since an alert that found a job will find others: as many as fill an eighth of the heap, at about two
     * kilobytes each. Reading them anew is what takes most of the time of a match.
     */
    private static final int KEPT_READY = nearestPowerOfTwo(
            Math.min(1 << 17, Math.max(1 << 10, Runtime.getRuntime().maxMemory() >> 14)));

    private final FileChannel channel;
    private final Memo<Integer, Ready> ready = new Memo<>(KEPT_READY, this::readyFor);
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    /** Bytes of the buffer that are not written yet. */
    private int buffered;

    private long written;

    /** @param directory where the file is made */
    AlertTexts(Path directory) {
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile(directory, "alerts-", ".bin");
            // On Linux and macOS the name is gone at once and the space when the file is closed, also by a crash.
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("no file for alerts in " + directory, e);
        }
    }

    /** Keeps a text; where it is. */
    int append(AlertText text) {
        return append(text.toBytes());
    }

    private synchronized int append(ByteBuffer text) {
        int length = text.remaining();
        int padded = (Integer.BYTES + length + UNIT - 1) / UNIT * UNIT;
        if (padded > BUFFER - buffered) {
            flush();
        }
        long start = written + buffered;
        if (padded > BUFFER) {
            write(ByteBuffer.allocate(padded).putInt(length).put(text).clear());
        } else {
            buffer.putInt(buffered, length);
            System.arraycopy(text.array(), 0, buffer.array(), buffered + Integer.BYTES, length);
            buffered += padded;
        }
        return Math.toIntExact(start / UNIT);
    }

    /** What is kept there. */
    AlertText read(int text) {
        int length = ByteBuffer.wrap(read(text, 0, Integer.BYTES)).getInt();
        return AlertText.of(read(text, Integer.BYTES, length));
    }

    /** Of which alert it is, and whose. */
    AlertKey key(int text) {
        return ready.known(text)
                .map(Ready::key)
                .orElseGet(() -> AlertText.keyOf(read(text, Integer.BYTES, AlertText.KEY_BYTES)));
    }

    /** What a match needs of it. */
    Ready ready(int text) {
        return ready.of(text);
    }

    private Ready readyFor(int text) {
        AlertText read = read(text);
        return new Ready(read.key(), read.version(), Criteria.of(read.words(), read.filters()));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(int text, int from, int length) {
        long start = (long) text * UNIT + from;
        ByteBuffer bytes = ByteBuffer.allocate(length);
        synchronized (this) {
            if (start >= written) {
                System.arraycopy(buffer.array(), (int) (start - written), bytes.array(), 0, length);
                return bytes.array();
            }
        }
        readFully(bytes, start);
        return bytes.array();
    }

    private void readFully(ByteBuffer bytes, long start) {
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, start + bytes.position()) < 0) {
                    throw new IllegalStateException("the file of alerts ends before its end");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("alert not read", e);
        }
    }

    /** Leaves everything as it was if it fails, so that the next one tries again. */
    private void flush() {
        write(buffer.duplicate().limit(buffered));
        buffered = 0;
    }

    private void write(ByteBuffer bytes) {
        try {
            int length = bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes, written + bytes.position());
            }
            written += length;
        } catch (IOException e) {
            throw new UncheckedIOException("alert not written", e);
        }
    }

    /** Which alert it is, in which version, and what that asks. */
    record Ready(AlertKey key, long version, Criteria criteria) {}

    private static int nearestPowerOfTwo(long number) {
        return (int) Long.highestOneBit(number + (number >> 1));
    }
}
