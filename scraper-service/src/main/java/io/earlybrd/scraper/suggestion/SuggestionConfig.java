package io.earlybrd.scraper.suggestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much anybody may suggest, since each suggestion may be a request to somebody's site, and is a minute of somebody's time; and
 * how long the answers are kept.
 */
@ConfigMapping(prefix = "earlybrd.scraper.suggestion")
public interface SuggestionConfig {

    /** Suggestions of one subscriber that wait for an answer. */
    @WithDefault("5")
    int maxWaiting();

    /** Suggestions of one subscriber in 30 days. */
    @WithDefault("20")
    int maxPerMonth();

    /** Pages of one host that are looked at in 24 hours, for all subscribers together. */
    @WithDefault("10")
    int maxPerHostAndDay();

    /** How long a suggestion is kept once it is decided; not less than the 30 days that {@link #maxPerMonth} looks back. */
    @WithDefault("90d")
    Duration kept();
}
