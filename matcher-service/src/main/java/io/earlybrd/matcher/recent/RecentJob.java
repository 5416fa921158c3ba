package io.earlybrd.matcher.recent;

import java.time.Instant;

/**
 * What is kept in memory of a job; its text is on disk.
 *
 * @param firstSeenAt when a crawl first saw it
 * @param backfill whether it was open before its source was first read
 * @param closed whether it is no longer listed
 */
public record RecentJob(
        String jobId, long version, Instant firstSeenAt, boolean backfill, boolean closed, JobFile.Slice text) {

    RecentJob closed(long closedVersion) {
        return new RecentJob(jobId, closedVersion, firstSeenAt, backfill, true, text);
    }
}
