package io.earlybrd.scraper.health;

import io.earlybrd.scraper.provider.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Crawls of a source in a row that gave no list. How grave a failure is depends on how often the same one came before: a 404
 * after two time-outs is the first 404.
 *
 * @param inRow all of them
 * @param alike the last ones of them, which had the same outcome
 * @param kind that outcome; null if the last crawl did not fail
 */
public record Failures(int inRow, int alike, Outcome.@Nullable Kind kind) {

    /** The last crawl gave a list. */
    public static final Failures NONE = new Failures(0, 0, null);

    /** The failures once there was this crawl too. */
    public Failures after(Outcome outcome) {
        return switch (outcome.kind()) {
            case OK, NOT_MODIFIED, EMPTY, PARTIAL -> NONE;
            case BLOCKED, GONE, CHANGED_SHAPE, UNREACHABLE ->
                new Failures(inRow + 1, outcome.kind() == kind ? alike + 1 : 1, outcome.kind());
        };
    }
}
