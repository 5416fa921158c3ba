package io.earlybrd.account.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The matcher, billing and the scraper as far as the pages need them: they answer by path with what a test has told them, and only to calls
 * that are signed as a service signs them.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    /** Where Stripe's pages are in these tests. */
    public static final String STRIPE = "https://checkout.stripe.test";

    /** The address of who runs the service. */
    public static final String ADMIN = "admin@post.example";

    /** An address that would be an admin's, if somebody had confirmed it. */
    public static final String UNCONFIRMED_ADMIN = "unconfirmed-admin@post.example";

    private static final Map<String, Reply> ANSWERS = new ConcurrentHashMap<>();
    private static final Queue<String> BODIES = new ConcurrentLinkedQueue<>();

    private static final AtomicReference<String> BREAKS_ON = new AtomicReference<>("");

    private HttpServer server;

    /** From now on a path that starts like this is answered so, unless a longer start is known. */
    public static void answer(String pathStart, int status, Object body) {
        ANSWERS.put(pathStart, new Reply(status, EventJson.write(body)));
    }

    /** From now on a path that starts like this is answered by an error of the server. */
    public static void breakDown(String pathStart) {
        ANSWERS.put(pathStart, new Reply(503, "not now"));
    }

    /** From now on a request with this in its body is answered by an error of the server; with nothing, none is. */
    public static void breakDownOn(String text) {
        BREAKS_ON.set(text);
    }

    /** Everything that was asked so far, by tests and by what runs in the background. */
    public static List<String> bodies() {
        return List.copyOf(BODIES);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", Neighbours::handle);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.ofEntries(
                Map.entry("quarkus.rest-client.matcher.url", url),
                Map.entry("quarkus.rest-client.billing.url", url),
                Map.entry("quarkus.rest-client.scraper.url", url),
                Map.entry("account.billing.checkout-origins", STRIPE),
                Map.entry("earlybrd.admin-emails", String.join(",", ADMIN, UNCONFIRMED_ADMIN)),
                // Each browser of a test says where it comes from, as a trusted proxy would.
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("quarkus.http.proxy.allow-x-forwarded", "true"),
                Map.entry("account.alert.recheck-interval", "1s"),
                // A test that takes a neighbour away must not be felt by the next one.
                Map.entry("io.earlybrd.account.preview.MatcherCall/preview/CircuitBreaker/delay", "50"),
                Map.entry("io.earlybrd.account.billing.GuardedBilling/overview/CircuitBreaker/delay", "50"),
                Map.entry("io.earlybrd.account.source.GuardedScraper/ask/CircuitBreaker/delay", "50"));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        BODIES.add(body);
        String breaksOn = BREAKS_ON.get();
        if (!breaksOn.isEmpty() && body.contains(breaksOn)) {
            new Reply(500, "broken").sendTo(exchange);
            return;
        }
        String path = exchange.getRequestURI().getPath();
        Reply reply = ANSWERS.entrySet().stream()
                .filter(answer -> path.startsWith(answer.getKey()))
                .max(Comparator.comparingInt(answer -> answer.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseGet(() -> new Reply(404, "nothing here"));
        (isSigned(exchange) ? reply : new Reply(401, "not signed")).sendTo(exchange);
    }

    private static boolean isSigned(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null
                && header.startsWith("Bearer ")
                && new ServiceToken(Backends.SERVICE_KEY, TestClock.CLOCK)
                        .accepts(
                                header.substring("Bearer ".length()),
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getPath());
    }

    private record Reply(int status, String body) {

        void sendTo(HttpExchange exchange) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
