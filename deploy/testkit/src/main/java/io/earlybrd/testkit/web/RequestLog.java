package io.earlybrd.testkit.web;

import com.sun.net.httpserver.HttpExchange;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests that a stand-in received, oldest first; it forgets the oldest ones beyond {@value #MAX_SIZE}. */
public final class RequestLog {

    private static final int MAX_SIZE = 10_000;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();

    public RequestLog(Clock clock) {
        this.clock = clock;
    }

    /** Notes a request; its body is not kept. */
    public synchronized void add(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        entries.add(new Entry(
                clock.instant(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers));
        if (entries.size() > MAX_SIZE) {
            entries.removeFirst();
        }
    }

    /** All requests so far. */
    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    /** The requests whose path and query start with a text. */
    public List<Entry> to(String start) {
        return all().stream().filter(entry -> entry.target().startsWith(start)).toList();
    }

    /** Forgets all requests. */
    public synchronized void clear() {
        entries.clear();
    }

    /**
     * One request.
     *
     * @param target path and query as sent
     * @param headers by name in any case; several values of one header are joined by a comma
     */
    public record Entry(Instant at, String method, String target, Map<String, String> headers) {}
}
