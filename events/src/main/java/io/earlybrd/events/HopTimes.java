package io.earlybrd.events;

import java.time.Instant;

/**
 * When a job passed each hop on its way.
 *
 * @param firstSeenAt a crawl first saw it
 * @param publishedAt the scraper stored it for publishing
 * @param matchedAt the matcher decided
 */
public record HopTimes(Instant firstSeenAt, Instant publishedAt, Instant matchedAt) {}
