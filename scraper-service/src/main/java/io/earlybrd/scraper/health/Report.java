package io.earlybrd.scraper.health;

import io.earlybrd.scraper.provider.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What operators know of a source's health. They are told of a change when it lasts, and once: a source that fails now and then is
 * no news, and one that is down makes one, and one more when it is well again.
 *
 * @param told the health they were told of; null while they believe it healthy
 * @param steady crawls in a row that agreed on whether it is healthy
 */
public record Report(@Nullable Health told, int steady) {

    /** A source of which nothing was ever told. */
    public static final Report NONE = new Report(null, 0);

    /** Networks and servers fail for minutes. */
    private static final int TRIES = 3;

    /** An answer that is wrong by itself is told when the next one is no better. */
    private static final int TRIES_OF_ANSWERS = 2;

    private static final int TRIES_OF_HEALTHY = 2;

    /**
     * The report after a crawl.
     *
     * @param before the health that the crawl found
     * @param health the health that it left
     */
    public Report after(Outcome outcome, Health before, Health health) {
        int agreeing = well(before) == well(health) ? steady + 1 : 1;
        if (well(health)) {
            return new Report(agreeing >= TRIES_OF_HEALTHY ? null : told, agreeing);
        }
        boolean news = told == null || health.compareTo(told) > 0;
        return new Report(news && agreeing >= tries(outcome) ? health : told, agreeing);
    }

    /** Whether it is not yet known if what the last crawl showed will last. */
    public boolean awaits(Health health) {
        return well(health) != (told == null);
    }

    private static boolean well(Health health) {
        return health == Health.NEW || health == Health.HEALTHY;
    }

    private static int tries(Outcome outcome) {
        return switch (outcome.kind()) {
            case UNREACHABLE, GONE -> TRIES;
            case OK, NOT_MODIFIED, EMPTY, PARTIAL, BLOCKED, CHANGED_SHAPE -> TRIES_OF_ANSWERS;
        };
    }
}
