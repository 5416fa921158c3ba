package io.earlybrd.scraper.fetch;

import io.vertx.core.buffer.Buffer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A long body on disk, in a file without a name: it is gone with whoever wrote it, however that ends. All of it blocks. */
final class Spool implements Closeable {

    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    /** An empty one in this directory. */
    static Spool in(Path directory) throws IOException {
        Path path = Files.createTempFile(directory, "earlybrd-answer-", null);
        // The system takes the name away as soon as the file is open.
        return new Spool(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Adds these to its end. */
    void add(List<Buffer> chunks) throws IOException {
        for (Buffer chunk : chunks) {
            ByteBuffer bytes = ByteBuffer.wrap(chunk.getBytes());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    }

    /** Reads it from its start; several may do so at the same time. */
    InputStream open() {
        return new FromStart();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class FromStart extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = file.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(count, 0);
            return count;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(Integer.MAX_VALUE, file.size() - position);
        }
    }
}
