package io.earlybrd.account.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An employer that a subscriber suggested.
 *
 * @param subscriberId who suggested it; absent once that account is deleted
 * @param provider what the scraper found at the address; absent while nobody could tell
 * @param state {@code waiting}, {@code accepted} or {@code rejected}
 * @param reason a sentence for who suggested it
 * @param alike others of the same board that were decided by the same answer; empty elsewhere than in an answer to a decision
 */
public record Suggestion(
        UUID id,
        Optional<UUID> subscriberId,
        URI url,
        Optional<String> provider,
        Optional<String> board,
        Optional<String> company,
        String state,
        Optional<String> reason,
        Instant createdAt,
        Optional<Instant> decidedAt,
        List<Suggestion> alike) {

    /** What the scraper calls the one list of a provider, with jobs of many employers. */
    private static final String ALL = "all";

    public Suggestion {
        alike = alike == null ? List.of() : List.copyOf(alike);
    }

    /** The employer, as far as is known, or else the site. */
    public String employer() {
        return company.or(() -> board.filter(name -> !name.equals(ALL)))
                .filter(name -> !name.contains("/"))
                .orElseGet(url::getHost);
    }

    /** Whether it was taken up. */
    public boolean accepted() {
        return state.equals("accepted");
    }
}
