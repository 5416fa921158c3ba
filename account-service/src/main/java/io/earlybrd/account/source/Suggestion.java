package io.earlybrd.account.source;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An employer that a subscriber suggested.
 *
 * @param provider what the scraper found at the address; absent while nobody could tell
 * @param state {@code waiting}, {@code accepted} or {@code rejected}
 * @param reason a sentence for who suggested it
 */
public record Suggestion(
        UUID id,
        UUID subscriberId,
        URI url,
        Optional<String> provider,
        Optional<String> board,
        Optional<String> company,
        String state,
        Optional<String> reason,
        Instant createdAt,
        Optional<Instant> decidedAt) {}
