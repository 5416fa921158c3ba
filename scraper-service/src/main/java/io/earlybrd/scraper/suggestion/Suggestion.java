package io.earlybrd.scraper.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An employer that a subscriber suggested, as it is stored and as callers see it.
 *
 * @param subscriberId who suggested it; null once that account is deleted
 * @param provider what was found at the address; null while nobody could tell
 * @param state {@code waiting}, {@code accepted} or {@code rejected}
 * @param reason a sentence for who suggested it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
        UUID id,
        @Nullable UUID subscriberId,
        String url,
        @Nullable String provider,
        @Nullable String board,
        @Nullable String company,
        String state,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    static final String WAITING = "waiting";
    static final String ACCEPTED = "accepted";
    static final String REJECTED = "rejected";
}
