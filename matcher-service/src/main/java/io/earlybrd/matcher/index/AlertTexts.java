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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
    /** All, as they are read; a text that is longer than one is in the first of its places. */
    private volatile ByteBuffer[] chunks = {};
    /** Those that have room for more, one for each thread that has kept texts at the same time as others, so that none waits for another. */
    private final Queue<Chunk> open = new ConcurrentLinkedQueue<>();

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
    int[] append(List<byte[]> texts) {
        Chunk free = open.poll();
        Chunk chunk = free == null ? begin() : free;
        try {
            int[] places = new int[texts.size()];
            for (int i = 0; i < places.length; i++) {
                byte[] text = texts.get(i);
                int length = paddedLength(text);
                if (length > CHUNK) {
                    places[i] = appendAlone(text, length);
                    continue;
                }
                if (length > chunk.bytes.remaining()) {
                    write(chunk);
                    chunk = begin();
                }
                places[i] = chunk.append(text, length);
            }
            return places;
        } finally {
            // Also if it could not be written, so that the next one tries again.
            open.add(chunk);
        }
    }

    /** Keeps a text that is longer than a chunk. */
    private int appendAlone(byte[] text, int length) {
        Chunk chunk = new Chunk(reserve((length + CHUNK - 1) / CHUNK), ByteBuffer.allocate(length));
        int place = chunk.append(text, length);
        write(chunk);
        return place;
    }

    private static int paddedLength(byte[] text) {
        return (Integer.BYTES + text.length + UNIT - 1) / UNIT * UNIT;
    }

    private Chunk begin() {
        Chunk chunk = new Chunk(reserve(1), ByteBuffer.allocate(CHUNK));
        readFrom(chunk.number, chunk.bytes);
        return chunk;
    }

    /** Makes place for some chunks behind all others; the number of the first. */
    private synchronized int reserve(int count) {
        int number = chunks.length;
        chunks = Arrays.copyOf(chunks, number + count);
        return number;
    }

    /** Says where a chunk is read from now on. */
    private synchronized void readFrom(int number, ByteBuffer bytes) {
        ByteBuffer[] all = chunks.clone();
        all[number] = bytes;
        chunks = all;
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

    /** Writes a chunk that is full. Leaves all as it was if it fails. */
    private void write(Chunk chunk) {
        long start = (long) chunk.number * CHUNK;
        ByteBuffer full = chunk.bytes.duplicate().flip();
        int length = full.remaining();
        try {
            while (full.hasRemaining()) {
                channel.write(full, start + full.position());
            }
            readFrom(chunk.number, channel.map(FileChannel.MapMode.READ_ONLY, start, length));
            // Full from now on, whatever becomes of the next one: what was added behind would be in no file.
            chunk.bytes.position(chunk.bytes.limit());
        } catch (IOException e) {
            throw new UncheckedIOException("alert not written", e);
        }
    }

    /** A chunk that is filled by one thread at a time, while others read what is in it. */
    private record Chunk(int number, ByteBuffer bytes) {

        /** Where the text is. */
        int append(byte[] text, int length) {
            int start = bytes.position();
            bytes.putInt(text.length).put(text).position(start + length);
            return Math.toIntExact(((long) number * CHUNK + start) / UNIT);
        }
    }

    /** Which alert it is, in which version, and what that asks. */
    record Ready(AlertKey key, long version, Criteria criteria) {}

    private static int nearestPowerOfTwo(long number) {
        return (int) Long.highestOneBit(number + (number >> 1));
    }
}
