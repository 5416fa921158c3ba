package io.earlybrd.notifier.job;

/**
 * What matters here of a job that is open: not its text, which may be long.
 *
 * @param jobId the job
 * @param version grows by one per change of the job
 */
record JobVersion(String jobId, long version) {

    private static final long FIRST = 1;

    /** Whether an earlier version may have closed the job. */
    boolean isLater() {
        return version > FIRST;
    }
}
