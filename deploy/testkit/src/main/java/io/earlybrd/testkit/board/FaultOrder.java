package io.earlybrd.testkit.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;

/** A {@link BoardFault} as JSON: {@code kind} is the name of its method, the rest are its arguments. */
final class FaultOrder {

    private FaultOrder() {}

    /** @throws IllegalArgumentException if there is no such fault */
    static BoardFault of(JsonNode json) {
        Duration time = Duration.ofMillis(json.path("millis").asLong(1_000));
        return switch (json.path("kind").asText()) {
            case "status" -> BoardFault.status(json.path("status").asInt(500));
            case "retryAfter" ->
                BoardFault.retryAfter(
                        json.path("status").asInt(429), json.path("seconds").asInt(60));
            case "empty" -> BoardFault.empty();
            case "changedShape" -> BoardFault.changedShape();
            case "challenge" -> BoardFault.challenge();
            case "truncated" -> BoardFault.truncated();
            case "brokenOff" -> BoardFault.brokenOff();
            case "drip" -> BoardFault.drip(time);
            case "hang" -> BoardFault.hang(time);
            case "redirect" ->
                BoardFault.redirect(URI.create(json.path("location").asText()));
            case "redirectLoop" -> BoardFault.redirectLoop();
            case "huge" -> BoardFault.huge(json.path("bytes").asLong());
            case "gzipBomb" -> BoardFault.gzipBomb(json.path("bytes").asLong());
            default -> throw new IllegalArgumentException("no such fault: " + json);
        };
    }
}
