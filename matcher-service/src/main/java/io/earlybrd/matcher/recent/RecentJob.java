package io.earlybrd.matcher.recent;

import io.earlybrd.events.JobPosted;

/**
 * A job of the last 30 days in its newest version.
 *
 * @param version of the job, or of its closing
 * @param closed whether it is no longer listed
 * @param posted what was posted
 */
public record RecentJob(long version, boolean closed, JobPosted posted) {}
