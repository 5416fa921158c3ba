package io.earlybrd.account.admin;

import io.earlybrd.account.source.Suggestion;
import io.earlybrd.account.web.Links;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A suggestion that waits for an answer, ready to be shown.
 *
 * @param href the address, if it may be a link
 * @param found provider and board; empty while nobody could tell
 * @param company the employer, as the page named them
 * @param note why nobody could tell
 */
public record WaitingRow(String id, String url, String href, String found, String company, String note, String sent) {

    static WaitingRow of(Suggestion suggestion, ZoneId zone, Instant now) {
        return new WaitingRow(
                suggestion.id().toString(),
                suggestion.url().toString(),
                Links.safe(suggestion.url()),
                suggestion
                        .provider()
                        .map(provider -> provider + "/" + suggestion.board().orElse(""))
                        .orElse(""),
                suggestion.company().orElse(""),
                suggestion.reason().orElse(""),
                Moments.near(suggestion.createdAt(), zone, now));
    }
}
