package io.earlybrd.scraper.fetch;

import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives one body: a short one into memory, a long one into a file, since a few long ones together are more than the memory of a small machine. */
final class Reception {

    /** Most answers are shorter. */
    private static final int IN_MEMORY = 256 * 1024;

    private final Vertx vertx;
    private final HttpClientResponse response;
    private final Path directory;
    private final boolean gzip;
    private final long maxBytes;
    private final Promise<Body> body = Promise.promise();
    private List<Buffer> chunks = new ArrayList<>();
    private int inMemory;
    private long length;
    private @Nullable Spool spool;

    private Reception(Vertx vertx, HttpClientResponse response, Path directory, boolean gzip, long maxBytes) {
        this.vertx = vertx;
        this.response = response;
        this.directory = directory;
        this.gzip = gzip;
        this.maxBytes = maxBytes;
    }

    /** The whole body; fails if it is longer than so many bytes on the wire. Must be called before any of it is read. */
    static Future<Body> of(Vertx vertx, HttpClientResponse response, Path directory, boolean gzip, long maxBytes) {
        Reception reception = new Reception(vertx, response, directory, gzip, maxBytes);
        response.exceptionHandler(reception::fail);
        response.endHandler(end -> reception.complete());
        response.handler(reception::take);
        return reception.body.future();
    }

    private void take(Buffer chunk) {
        if (body.future().isComplete()) {
            return;
        }
        length += chunk.length();
        if (length > maxBytes) {
            fail(new FetchFailure(Kind.TOO_LARGE, "longer than " + maxBytes + " bytes"));
            return;
        }
        chunks.add(chunk);
        inMemory += chunk.length();
        if (inMemory > IN_MEMORY) {
            response.pause();
            spill().onSuccess(written -> response.resume());
        }
    }

    private void complete() {
        if (spool == null) {
            body.tryComplete(Body.inMemory(chunks, gzip, maxBytes));
        } else {
            spill().onSuccess(written -> body.tryComplete(Body.onDisk(spool, gzip, maxBytes)));
        }
    }

    private Future<Void> spill() {
        List<Buffer> full = chunks;
        chunks = new ArrayList<>();
        inMemory = 0;
        return vertx.<Void>executeBlocking(() -> {
                    if (spool == null) {
                        spool = Spool.in(directory);
                    }
                    spool.add(full);
                    return null;
                })
                .onFailure(
                        cause -> fail(new FetchFailure(Kind.BROKEN, "cannot be kept on disk: " + cause.getMessage())));
    }

    private void fail(Throwable cause) {
        if (body.tryFail(cause)) {
            chunks = List.of();
            // After what is being written: blocking work of one context is done in order.
            vertx.executeBlocking(this::discard);
        }
    }

    private @Nullable Void discard() throws IOException {
        if (spool != null) {
            spool.close();
        }
        return null;
    }
}
