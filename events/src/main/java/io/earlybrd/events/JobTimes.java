package io.earlybrd.events;

import java.time.Instant;
import java.util.Optional;

/**
 * The times of a job.
 *
 * @param postedAt when the employer says it was posted; absent if the source does not say
 * @param firstSeenAt when a crawl first saw it; never changes
 * @param lastSeenAt the crawl that this version was read in
 */
public record JobTimes(Optional<Instant> postedAt, Instant firstSeenAt, Instant lastSeenAt) {}
