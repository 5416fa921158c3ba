package io.earlybrd.scraper.source;

import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to have polled.
 *
 * @param provider the kind of source: {@code greenhouse}, {@code rss} …
 * @param board name at the provider; or else {@code url}
 * @param url address of a feed
 * @param company name of the employer, for providers that don't tell it
 */
public record NewSource(
        @Nullable String provider,
        @Nullable String board,
        @Nullable String url,
        @Nullable String company) {}
