package io.earlybrd.events;

import java.time.Instant;

/**
 * A job is over: a complete, healthy crawl did not have it, or its page is gone. Topic {@code jobs}, key {@code jobId}, owner scraper.
 *
 * @param jobId see {@link JobPosted}
 * @param version grows by one per change of this job
 * @param sourceId the source that no longer lists it
 * @param closedAt time of that crawl
 */
public record JobClosed(String jobId, long version, String sourceId, Instant closedAt) implements Event {

    @Override
    public String key() {
        return jobId;
    }
}
