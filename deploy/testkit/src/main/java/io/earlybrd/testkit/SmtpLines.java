package io.earlybrd.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads commands and mails from a connection. */
final class SmtpLines {

    /** Announced as SIZE; what is longer is read and thrown away. */
    static final int MAX_CONTENT = 10 << 20;

    private static final int MAX_LINE = 2048;

    private SmtpLines() {}

    /** The next line without its end; null when the client is gone. */
    static String read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r' && line.size() < MAX_LINE) {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /**
     * Reads a mail up to the lone dot, with doubled dots undone; of one that is too long, little more than is allowed.
     *
     * @param max after so many bytes it stops reading
     * @return null if {@code max} was reached
     * @throws IOException if the client went before the end
     */
    static byte[] readContent(InputStream in, long max) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long count = 0;
        boolean lineStart = true;
        // Counts what was seen of CR LF, so that a bare LF does not start a line.
        int before = '\n';
        while (count < max) {
            int b = next(in);
            count++;
            if (lineStart && b == '.') {
                b = next(in);
                count++;
                if (b == '\r') {
                    int after = next(in);
                    if (after == '\n') {
                        return content.toByteArray();
                    }
                    keep(content, b);
                    b = after;
                }
            }
            keep(content, b);
            lineStart = before == '\r' && b == '\n';
            before = b;
        }
        return null;
    }

    private static void keep(ByteArrayOutputStream content, int b) {
        if (content.size() <= MAX_CONTENT) {
            content.write(b);
        }
    }

    private static int next(InputStream in) throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new IOException("the client went within a mail");
        }
        return b;
    }
}
