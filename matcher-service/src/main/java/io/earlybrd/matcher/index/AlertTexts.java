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
import java.util.Arrays;
import java.util.List;

/**
 * Which alerts there are, whose they are and what they ask, on disk, since that is needed only of those that a job is for, or that are edited.
 * The file goes with the process, however that ends, and grows by about 120 bytes with every alert that is saved until then. Safe for concurrent use.
 */
final class AlertTexts implements AutoCloseable {

    /** Texts begin at multiples of this many bytes, so that an int can say where. */
    private static final int UNIT = 8;

    /** Written at once, and read by mapping it, without a call of the system for each text; what is newer is in memory. */
    private static final int CHUNK = 1 << 18;

    /**
     * Criteria that are kept ready, since an alert that found a job will find others: as many as fill an eighth of the heap, at about two
     * kilobytes each. Reading them anew is what takes most of the time of a match.
     */
    private static final int KEPT_READY = nearestPowerOfTwo(
            Math.min(1 << 17, Math.max(1 << 10, Runtime.getRuntime().maxMemory() >> 14)));

    private final FileChannel channel;
    private final Memo<Integer, Ready> ready = new Memo<>(KEPT_READY, this::readyFor);
    /** Those that are written, and the one behind them; a text that is longer than one is in the first of its places. */
    private volatile ByteBuffer[] chunks = {ByteBuffer.allocate(CHUNK)};

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

    /** Keeps texts as {@link AlertText#toBytes} gives them; where they are. */
    synchronized int[] append(List<ByteBuffer> texts) {
        return texts.stream().mapToInt(this::append).toArray();
    }

    private int append(ByteBuffer text) {
        int padded = (Integer.BYTES + text.remaining() + UNIT - 1) / UNIT * UNIT;
        if (padded > last().remaining() && last().position() > 0) {
            write(last().duplicate().flip());
        }
        int start = last().position();
        int place = Math.toIntExact(((chunks.length - 1L) * CHUNK + start) / UNIT);
        if (padded > CHUNK) {
            write(put(text, ByteBuffer.allocate(padded)).clear());
        } else {
            put(text, last()).position(start + padded);
        }
        return place;
    }

    private ByteBuffer last() {
        return chunks[chunks.length - 1];
    }

    private static ByteBuffer put(ByteBuffer text, ByteBuffer to) {
        return to.putInt(text.remaining()).put(text);
    }

    /** What is kept there. */
    AlertText read(int text) {
        ByteBuffer chunk = chunkOf(text);
        return AlertText.of(read(chunk, text, chunk.getInt(offset(text))));
    }

    /** Of which alert it is, and whose. */
    AlertKey key(int text) {
        return AlertText.keyOf(read(chunkOf(text), text, AlertText.KEY_BYTES));
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

    private static byte[] read(ByteBuffer chunk, int text, int length) {
        byte[] bytes = new byte[length];
        chunk.get(offset(text) + Integer.BYTES, bytes);
        return bytes;
    }

    private ByteBuffer chunkOf(int text) {
        return chunks[(int) ((long) text * UNIT / CHUNK)];
    }

    private static int offset(int text) {
        return (int) ((long) text * UNIT % CHUNK);
    }

    /** Writes the last chunk, or a text that is longer, and begins another. Leaves all as it was if it fails, so that the next one tries again. */
    private void write(ByteBuffer bytes) {
        int place = chunks.length - 1;
        long start = (long) place * CHUNK;
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, start + bytes.position());
            }
            ByteBuffer[] more = Arrays.copyOf(chunks, place + (length + CHUNK - 1) / CHUNK + 1);
            more[place] = channel.map(FileChannel.MapMode.READ_ONLY, start, length);
            more[more.length - 1] = ByteBuffer.allocate(CHUNK);
            chunks = more;
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
