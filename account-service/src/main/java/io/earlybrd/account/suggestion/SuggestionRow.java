package io.earlybrd.account.suggestion;

import io.earlybrd.account.source.Suggestion;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A suggestion, ready to be shown to who sent it.
 *
 * @param name the employer, or else the site
 * @param facts the address and the day
 * @param kind class of the badge
 * @param badge what became of it
 * @param reason a sentence more; empty if there is none
 */
public record SuggestionRow(String name, String facts, String kind, String badge, String reason) {

    private static final int MAX_ADDRESS = 60;

    static SuggestionRow of(Suggestion suggestion, ZoneId zone, Instant now) {
        String address = suggestion
                .url()
                .toString()
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("/$", "");
        return new SuggestionRow(
                suggestion.employer(),
                (address.length() > MAX_ADDRESS ? address.substring(0, MAX_ADDRESS) + "…" : address) + ", "
                        + Moments.day(suggestion.createdAt(), zone, now),
                switch (suggestion.state()) {
                    case "accepted" -> "sent";
                    case "rejected" -> "not";
                    default -> "next";
                },
                switch (suggestion.state()) {
                    case "accepted" ->
                        "Watched since " + Moments.near(suggestion.decidedAt().orElse(now), zone, now);
                    case "rejected" -> "Not watched";
                    default -> "We look at it";
                },
                suggestion.reason().orElse(""));
    }
}
