package io.earlybrd.scraper.fetch;

import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request and its answer. */
final class Exchange {

    private final Vertx vertx;
    private final HttpClient client;
    private final Clock clock;
    private final String userAgent;
    private final long idleMillis;
    private final Path directory;

    Exchange(Vertx vertx, HttpClient client, Clock clock, FetchConfig config) {
        this.vertx = vertx;
        this.client = client;
        this.clock = clock;
        this.userAgent = "EarlyBrd/1.0 (+" + config.contact() + ")";
        this.idleMillis = config.fetch().idleTimeout().toMillis();
        this.directory = config.fetch().directory();
    }

    /**
     * Asks the server at this address for the page; name and certificate are still those of the page's host.
     *
     * @param wanted asked when the connection stands, directly before the request is sent
     * @param turn told what becomes of the request
     */
    Uni<FetchedPage> ask(FetchRequest request, SocketAddress server, Admission wanted, HostGates.Turn turn) {
        return Uni.createFrom().deferred(() -> {
            Future<HttpClientRequest> opened = client.request(options(request, server));
            Future<FetchedPage> answered = opened.compose(ready -> send(request, ready, wanted, turn))
                    .compose(response -> page(request, response));
            // Nobody is going to read the rest, so the connection is closed, however slowly it drips.
            return Uni.createFrom()
                    .completionStage(answered.toCompletionStage())
                    .onFailure()
                    .invoke(() -> opened.onSuccess(HttpClientRequest::reset))
                    .onCancellation()
                    .invoke(() -> opened.onSuccess(HttpClientRequest::reset));
        });
    }

    private static Future<HttpClientResponse> send(
            FetchRequest request, HttpClientRequest opened, Admission wanted, HostGates.Turn turn) {
        // What breaks is said by the answer, and needs no line in the log.
        opened.exceptionHandler(broken -> {});
        Future<HttpClientResponse> answer = opened.response().onSuccess(head -> turn.seen());
        wanted.confirm();
        turn.confirm();
        (request.json() == null ? opened.end() : opened.end(Buffer.buffer(request.json())))
                .onSuccess(written -> turn.sent());
        return answer;
    }

    private RequestOptions options(FetchRequest request, SocketAddress server) {
        WebUrl url = request.url();
        RequestOptions options = new RequestOptions()
                .setMethod(request.json() == null ? HttpMethod.GET : HttpMethod.POST)
                .setServer(server)
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.encrypted())
                .setURI(url.target())
                .setIdleTimeout(idleMillis)
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.USER_AGENT, userAgent)
                .putHeader(HttpHeaders.ACCEPT, request.accept())
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (request.json() != null) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        if (request.validators().etag() != null) {
            options.putHeader(HttpHeaders.IF_NONE_MATCH, request.validators().etag());
        }
        if (request.validators().lastModified() != null) {
            options.putHeader(
                    HttpHeaders.IF_MODIFIED_SINCE, request.validators().lastModified());
        }
        return options;
    }

    private Future<FetchedPage> page(FetchRequest request, HttpClientResponse response) {
        MultiMap headers = response.headers();
        String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        boolean gzip = encoding != null && encoding.toLowerCase(Locale.ROOT).matches("(x-)?gzip");
        if (encoding != null && !gzip && !encoding.equalsIgnoreCase("identity")) {
            return Future.failedFuture(new FetchFailure(Kind.BROKEN, "unknown content encoding"));
        }
        return Reception.of(vertx, response, directory, gzip, request.maxBytes())
                .map(body -> new FetchedPage(
                        request.url(),
                        response.statusCode(),
                        headers.get(HttpHeaders.CONTENT_TYPE),
                        Validators.received(headers.get(HttpHeaders.ETAG), headers.get(HttpHeaders.LAST_MODIFIED)),
                        RetryAfter.parse(headers.get(HttpHeaders.RETRY_AFTER), headers.get(HttpHeaders.DATE), clock),
                        headers.get(HttpHeaders.LOCATION),
                        body));
    }

    /** What went wrong, in our words. */
    static FetchFailure failure(Throwable cause) {
        if (cause instanceof FetchFailure known) {
            return known;
        }
        String what = cause.getClass().getSimpleName();
        if (cause instanceof SSLException) {
            return new FetchFailure(Kind.NO_TRUST, what);
        }
        if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
            return new FetchFailure(Kind.TIMED_OUT, what);
        }
        if (cause instanceof SocketException) {
            return new FetchFailure(Kind.NO_CONNECTION, what);
        }
        return new FetchFailure(Kind.BROKEN, what);
    }
}
