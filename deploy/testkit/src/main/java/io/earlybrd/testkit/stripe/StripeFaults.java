package io.earlybrd.testkit.stripe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Faults of the API on demand: each hits one of the next requests, in the order in which they were asked for, or every request
 * about one object.
 */
public final class StripeFaults {

    private final Deque<Fault> next = new ArrayDeque<>();
    private final Map<String, Fault> lasting = new HashMap<>();

    StripeFaults() {}

    /**
     * Answers the next requests with a status and Stripe's error body for it, without doing what they ask for. As with the real
     * one, a 500 to a request with an idempotency key is stored and comes again for that key; other statuses are not.
     */
    public void answerNext(int times, int status) {
        add(times, new Fault(Effect.STATUS, status, Duration.ZERO));
    }

    /** Answers every request that names this object in its path or as the value of a parameter with a status, until cleared. */
    public synchronized void answerAllAbout(String id, int status) {
        lasting.put(id, new Fault(Effect.STATUS, status, Duration.ZERO));
    }

    /** Does nothing for the next requests, and after the given time closes the connection without an answer. */
    public void hangNext(int times, Duration time) {
        add(times, new Fault(Effect.HANG, 0, time));
    }

    /**
     * Does what the next requests ask for, and then closes the connection without an answer. The official client runs on the
     * JDK's {@code HttpURLConnection}, which sends a request again by itself once: its caller notices two lost answers.
     */
    public void loseNextAnswers(int times) {
        add(times, new Fault(Effect.LOSE_ANSWER, 0, Duration.ZERO));
    }

    /** Forgets the faults that have hit no request yet, and the lasting ones. */
    public synchronized void clear() {
        next.clear();
        lasting.clear();
    }

    /** The fault that hits this request. */
    synchronized Optional<Fault> take(ApiRequest request) {
        return lasting.entrySet().stream()
                .filter(entry -> request.names(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(next.poll()));
    }

    private synchronized void add(int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            next.add(fault);
        }
    }

    enum Effect {
        STATUS,
        HANG,
        LOSE_ANSWER
    }

    record Fault(Effect effect, int status, Duration time) {}
}
