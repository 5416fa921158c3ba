package io.earlybrd.matcher.index;

import io.earlybrd.events.AlertFilters;
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
 * The words and filters of all alerts, on disk, since they are needed only to say why a job was found. The file goes with the process, however
 * that ends, and grows by about 80 bytes with every alert that is saved until then. Safe for concurrent use.
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
    private final Memo<Integer, Criteria> ready = new Memo<>(KEPT_READY, this::readCriteria);
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
    int append(String words, AlertFilters filters) {
        return append(new AlertText(words, filters).toBytes());
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

    /** What the alert with this text asks. */
    Criteria criteria(int text) {
        return ready.of(text);
    }

    private Criteria readCriteria(int text) {
        AlertText read = AlertText.of(read((long) text * UNIT));
        return Criteria.of(read.words(), read.filters());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(long start) {
        synchronized (this) {
            if (start >= written) {
                int at = (int) (start - written);
                byte[] text = new byte[buffer.getInt(at)];
                System.arraycopy(buffer.array(), at + Integer.BYTES, text, 0, text.length);
                return text;
            }
        }
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        readFully(length, start);
        ByteBuffer text = ByteBuffer.allocate(length.getInt(0));
        readFully(text, start + Integer.BYTES);
        return text.array();
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

    private static int nearestPowerOfTwo(long number) {
        return (int) Long.highestOneBit(number + (number >> 1));
    }
}
