package io.earlybrd.testkit.board;

import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.testkit.web.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What a good web server makes of an answer: a validator, 304 for whoever has it already, and gzip for whoever takes it. */
final class ConditionalReply {

    // Unlike RFC_1123_DATE_TIME it writes the day with two digits, which HTTP demands.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private ConditionalReply() {}

    static Reply of(Reply reply, Caching caching, Instant changedAt, HttpExchange exchange) {
        Reply marked = caching == Caching.NONE ? reply : validated(reply, caching, changedAt, exchange);
        return marked.status() == 200 && takesGzip(exchange)
                ? new Reply(200, marked.headers(), zipped(marked.body()))
                        .with("Content-Encoding", "gzip")
                        .with("Vary", "Accept-Encoding")
                : marked;
    }

    static boolean takesGzip(HttpExchange exchange) {
        String encodings = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        return encodings != null && encodings.contains("gzip");
    }

    private static Reply validated(Reply reply, Caching caching, Instant changedAt, HttpExchange exchange) {
        if (caching == Caching.LAST_MODIFIED) {
            String date = HTTP_DATE.format(changedAt.atZone(ZoneOffset.UTC));
            boolean held = date.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            return marked(reply, "Last-Modified", date, held);
        }
        String tag = "\"" + hash(reply.body()) + "\"";
        String held = exchange.getRequestHeaders().getFirst("If-None-Match");
        // A weak and a strong tag of the same text are equal here, by RFC 9110.
        boolean same = held != null
                && Arrays.stream(held.split(","))
                        .anyMatch(one -> one.strip().replaceFirst("^W/", "").equals(tag));
        return marked(reply, "ETag", caching == Caching.WEAK_ETAG ? "W/" + tag : tag, same);
    }

    private static Reply marked(Reply reply, String header, String validator, boolean held) {
        return held
                ? new Reply(304, Map.of(header, validator), new byte[0])
                : reply.with(header, validator).with("Cache-Control", "max-age=0, private, must-revalidate");
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
