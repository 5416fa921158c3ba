package io.earlybrd.scraper.fetch;

import io.vertx.core.buffer.Buffer;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A received body. It stays compressed as it came over the wire, a long one on disk, and is inflated while it is read: a board of
 * 10 MB takes hardly any memory, and a bomb takes none. A long body must be read off the event loops.
 */
public final class Body implements Closeable {

    private static final int BUFFER = 16 * 1024;

    private final List<Buffer> chunks;
    private final @Nullable Spool spool;
    private final boolean gzip;
    private final long maxBytes;

    private Body(List<Buffer> chunks, @Nullable Spool spool, boolean gzip, long maxBytes) {
        this.chunks = chunks;
        this.spool = spool;
        this.gzip = gzip;
        this.maxBytes = maxBytes;
    }

    /**
     * A short one.
     *
     * @param chunks as received
     * @param gzip whether they are compressed
     * @param maxBytes reading further than this fails
     */
    public static Body inMemory(List<Buffer> chunks, boolean gzip, long maxBytes) {
        return new Body(chunks, null, gzip, maxBytes);
    }

    /** A long one; closes the file when it is closed. */
    static Body onDisk(Spool spool, boolean gzip, long maxBytes) {
        return new Body(List.of(), spool, gzip, maxBytes);
    }

    /** Reads the body from its start, uncompressed. */
    public InputStream open() throws IOException {
        InputStream wire =
                spool == null ? new Chunks(chunks.iterator()) : new BufferedInputStream(spool.open(), BUFFER);
        return new Limited(gzip ? new GZIPInputStream(wire, BUFFER) : wire, maxBytes);
    }

    /** Whether closing it takes time. */
    boolean onDisk() {
        return spool != null;
    }

    @Override
    public void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }

    /** At most this many bytes from the start, uncompressed; fewer if the body is shorter or broken. */
    public byte[] head(int length) {
        try (InputStream in = open()) {
            return in.readNBytes(length);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** The chunks one after the other, without a copy of the whole. */
    private static final class Chunks extends InputStream {

        private final Iterator<Buffer> following;
        private Buffer current = Buffer.buffer();
        private int position;

        Chunks(Iterator<Buffer> chunks) {
            following = chunks;
        }

        @Override
        public int read() {
            return available() == 0 ? -1 : current.getByte(position++) & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = Math.min(available(), length);
            if (count == 0) {
                return length == 0 ? 0 : -1;
            }
            current.getBytes(position, position + count, target, offset);
            position += count;
            return count;
        }

        @Override
        public int available() {
            while (position == current.length() && following.hasNext()) {
                current = following.next();
                position = 0;
            }
            return current.length() - position;
        }
    }

    /** Fails at the first byte too many. */
    private static final class Limited extends FilterInputStream {

        private final long limit;
        private long count;

        Limited(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            counted(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            counted(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void counted(long bytes) throws IOException {
            count += bytes;
            if (count > limit) {
                throw new IOException("longer than " + limit + " bytes");
            }
        }
    }
}
