package io.earlybrd.scraper.provider.jobposting;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a compressed file, up to so many bytes: a few kilobytes may unfold to gigabytes. */
final class Inflated extends FilterInputStream {

    private final long limit;
    private long count;

    Inflated(InputStream in, long limit) {
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

    private void counted(int bytes) throws IOException {
        count += bytes;
        if (count > limit) {
            throw new IOException("longer than " + limit + " bytes");
        }
    }
}
