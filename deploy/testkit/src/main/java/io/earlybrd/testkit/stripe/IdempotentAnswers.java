package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The answers to requests that had an {@code Idempotency-Key}, kept for a day and given again to the same request. */
final class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Store store;

    IdempotentAnswers(Store store) {
        this.store = store;
    }

    /** The earlier answer for a key, if there is one; the same key with another request is refused. */
    Optional<ApiAnswer> earlier(String key, String fingerprint, Instant now) {
        return store.get(Kind.ANSWER, key)
                .filter(kept -> now.isBefore(Subscriptions.time(kept, "created").plus(KEPT)))
                .map(kept -> {
                    if (!kept.get("request").textValue().equals(fingerprint)) {
                        throw StripeError.keyReused(key);
                    }
                    return new ApiAnswer(kept.get("status").asInt(), (ObjectNode) kept.get("body"), true);
                });
    }

    void keep(String key, String fingerprint, ApiAnswer answer, Instant now) {
        ObjectNode kept = Json.object().put("id", key).put("request", fingerprint);
        kept.put("created", now.getEpochSecond()).put("status", answer.status()).set("body", answer.body());
        store.put(Kind.ANSWER, kept);
    }
}
