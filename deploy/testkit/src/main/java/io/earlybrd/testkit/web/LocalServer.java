package io.earlybrd.testkit.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP server on the loopback address, with a daemon thread for each request, so that one answer that hangs on
 * purpose holds up no other.
 */
public final class LocalServer implements AutoCloseable {

    static {
        // Without it the head and the body of a small answer go out 40 ms apart, because Nagle's algorithm waits for
        // an acknowledgement that the other side delays.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);

    private LocalServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts a server on a port; 0 takes any free one. */
    public static LocalServer start(String name, int port, HttpHandler handler) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            });
            http.setExecutor(threads);
            http.createContext("/", exchange -> answer(exchange, handler));
            http.start();
            return new LocalServer(http, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot listen on port " + port, e);
        }
    }

    private static void answer(HttpExchange exchange, HttpHandler handler) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        } catch (RuntimeException e) {
            // The JDK's server would drop the connection without a word.
            System.getLogger(LocalServer.class.getName())
                    .log(
                            System.Logger.Level.ERROR,
                            "no answer to " + exchange.getRequestURI().getPath(),
                            e);
            Reply.text(500, "The stand-in failed: " + e).sendTo(exchange);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address without a slash at the end. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Waits on behalf of an answer that is slow on purpose; true if the server was closed meanwhile. */
    public boolean closedWithin(Duration delay) {
        try {
            return closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
