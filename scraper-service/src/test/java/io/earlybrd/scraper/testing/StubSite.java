package io.earlybrd.scraper.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on this machine that answers as a test says, down to the bytes, and remembers who asked for what. */
public final class StubSite implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** A request that arrived. */
    public record Request(String method, String target, Headers headers, String body, long atNanos) {

        /** A header of it, or null. */
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    private StubSite(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts a site without any page; it has no robots.txt either. */
    public static StubSite start() {
        return start("127.0.0.1");
    }

    /** As {@link #start()}, on an address of the loopback network, which is a host of its own. */
    public static StubSite start(String address) {
        try {
            return new StubSite(HttpServer.create(new InetSocketAddress(address, 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of a page by a name that tests resolve to 127.0.0.1. */
    public String url(String path) {
        return "http://site.example:" + port() + path;
    }

    /** Answers a path with this text. */
    public StubSite page(String path, String text) {
        return on(path, exchange -> send(exchange, 200, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Answers a path as the handler does. */
    public StubSite on(String path, HttpHandler handler) {
        pages.put(path, handler);
        return this;
    }

    /** Everything that was asked for, in order. */
    public List<Request> requests() {
        return requests;
    }

    /** The paths that were asked for, in order. */
    public List<String> targets() {
        return requests.stream().map(Request::target).toList();
    }

    /** Sends an answer with a length. */
    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Sends an answer without a body and with one header. */
    public static void send(HttpExchange exchange, int status, String header, String value) throws IOException {
        exchange.getResponseHeaders().set(header, value);
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    System.nanoTime()));
            pages.getOrDefault(path, missing -> missing.sendResponseHeaders(404, -1))
                    .handle(exchange);
        }
    }
}
